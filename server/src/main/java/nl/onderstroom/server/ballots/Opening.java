package nl.onderstroom.server.ballots;

import java.util.Map;
import nl.onderstroom.server.database.NamelessDatabase;
import nl.onderstroom.server.database.PeopleDatabase;
import nl.onderstroom.server.rounds.Cohort;
import nl.onderstroom.server.rounds.CohortKeys;
import nl.onderstroom.server.rounds.KeyList;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.RoundOpened;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.shell.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Opens a round: ends the handing out, destroys the keys, and lets the cohorts answer in which
 * enough people have a ballot. When the first answer comes in, nobody can make a ballot any more,
 * and who fetched one and who answers are far apart in time.
 */
@Component
public class Opening {
  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

  private final Rounds rounds;
  private final CohortKeys published;
  private final Participations participations;
  private final SigningKeys keys;
  private final PeopleDatabase people;
  private final NamelessDatabase nameless;
  private final ApplicationEventPublisher events;

  Opening(
      Rounds rounds,
      CohortKeys published,
      Participations participations,
      SigningKeys keys,
      PeopleDatabase people,
      NamelessDatabase nameless,
      ApplicationEventPublisher events) {
    this.rounds = rounds;
    this.published = published;
    this.participations = participations;
    this.keys = keys;
    this.people = people;
    this.nameless = nameless;
    this.events = events;
  }

  /**
   * @throws Refusal 404 no such round; 409 when it is not handing out, or the works council has not
   *     countersigned; 422 when no cohort has enough ballots
   */
  public void open(RoundId id) {
    Round round = rounds.get(id);
    if (!round.isAt(RoundState.ISSUING)) {
      throw new Refusal(HttpStatus.CONFLICT, "rounds.not-at-this-step.open");
    }
    if (published.find(id).filter(KeyList::countersigned).isEmpty()) {
      throw new Refusal(HttpStatus.CONFLICT, "ballots.not-countersigned");
    }
    // The two wings cannot be one transaction. The keys go first: should we stop here, the round is
    // not open, nobody can fetch, the counts cannot change, and opening again does the rest.
    Map<Integer, Integer> issued = endIssuing(round);
    nameless.inTransaction(() -> {
      rounds.advance(id, RoundState.ISSUING);
      published.open(id, issued);
    });
    events.publishEvent(new RoundOpened(id));
  }

  /** Of each cohort in which enough people have a ballot, how many do, for good. */
  private Map<Integer, Integer> endIssuing(Round round) {
    record Ended(Map<Integer, Integer> issued, long keys) {}
    Ended ended =
        people.inTransaction(() -> {
          keys.holdAlone(round.id());
          Map<Integer, Integer> issued = participations.countIssued(round.id());
          issued.values().removeIf(ballots -> ballots < round.floor());
          if (issued.isEmpty()) {
            throw new Refusal(
                HttpStatus.UNPROCESSABLE_CONTENT, "ballots.no-group-with-enough", round.floor());
          }
          int worries = participations.countWorryBallots(round.id());
          if (worries >= round.floorForWorries()) {
            issued.put(Cohort.EVERYBODY, worries);
          }
          return new Ended(issued, keys.destroy(round.id()));
        });
    if (ended.keys() > 0) {
      LOG.info(
          "Round {}: its {} signing keys are destroyed; nobody can make a ballot any more.",
          round.id(),
          ended.keys());
    }
    return ended.issued();
  }
}
