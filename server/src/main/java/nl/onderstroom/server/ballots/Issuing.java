package nl.onderstroom.server.ballots;

import java.util.List;
import java.util.stream.Collectors;
import nl.onderstroom.server.access.Identity;
import nl.onderstroom.server.people.People;
import nl.onderstroom.server.people.Person;
import nl.onderstroom.server.rounds.Entries;
import nl.onderstroom.server.rounds.EntryCode;
import nl.onderstroom.server.rounds.Organisation;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.shell.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * From people to entries, the one door out of the wing that knows people: copies cohorts to the
 * round without persons, and signs one entry for each person who asks.
 */
@Component
public class Issuing {
  private final People people;
  private final Participations participations;
  private final Rounds rounds;
  private final Entries entries;
  private final Continuing continuing;

  Issuing(
      People people,
      Participations participations,
      Rounds rounds,
      Entries entries,
      Continuing continuing) {
    this.people = people;
    this.participations = participations;
    this.continuing = continuing;
    this.rounds = rounds;
    this.entries = entries;
  }

  /**
   * Freezes who may take part and in which cohort, and begins handing out.
   *
   * @throws Refusal 404 no such round; 409 not a draft; 422 when there are too few people for even
   *     one cohort
   */
  public void begin(RoundId id) {
    // The people side is written and committed while the round is held: should the step then fail,
    // the round is still a draft and beginning again replaces what was written.
    rounds.beginIssuing(id, this::freeze);
  }

  private Organisation freeze(Round round) {
    List<Person> everybody = people.listPeople();
    Grouping grouping =
        Grouping.of(people.listUnits(), everybody, round.floors().numbers(), round.cuts());
    Organisation organisation = grouping.organisation();
    // Before the earlier round is forgotten.
    continuing.keep(
        round,
        organisation,
        everybody.stream()
            .collect(Collectors.toMap(person -> person.id().value(), grouping::cohortOf)));
    participations.freeze(round.id(), finished(), everybody, grouping::cohortOf);
    return organisation;
  }

  /** Rounds whose participations are of no more use. */
  private List<RoundId> finished() {
    return rounds.list().stream()
        .filter(round -> round.isAt(RoundState.CLOSED) || round.isAt(RoundState.PUBLISHED))
        .map(Round::id)
        .toList();
  }

  /**
   * The entry of this person, made now and known to nobody else from now on: once handed out it
   * can't be asked for again, because nothing says which one it was.
   *
   * @throws Refusal 409 when the round hands out no entries (any more) or the person has one
   *     already; 403 when the person is not in this round
   */
  public EntryCode sign(RoundId id, Identity identity) {
    requireIssuing(rounds.get(id));
    Person person =
        people
            .find(identity.address())
            .orElseThrow(() -> new Refusal(HttpStatus.FORBIDDEN, "ballots.not-in-round"));
    EntryCode code = EntryCode.random();
    // Marking and adding are in two wings and can't be one transaction; inside this one, a failure
    // to add leaves the person free to ask again.
    participations.issue(
        id,
        person,
        cohort -> {
          if (!entries.add(id, cohort, code)) {
            throw noEntriesNow();
          }
        });
    return code;
  }

  static void requireIssuing(Round round) {
    if (!round.isAt(RoundState.ISSUING) && !round.isAt(RoundState.OPEN)) {
      throw noEntriesNow();
    }
  }

  private static Refusal noEntriesNow() {
    return new Refusal(HttpStatus.CONFLICT, "ballots.no-entries-now");
  }
}
