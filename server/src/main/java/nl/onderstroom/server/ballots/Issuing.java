package nl.onderstroom.server.ballots;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.onderstroom.engine.ballot.SigningKey;
import nl.onderstroom.server.access.Identity;
import nl.onderstroom.server.people.People;
import nl.onderstroom.server.people.Person;
import nl.onderstroom.server.people.PersonId;
import nl.onderstroom.server.rounds.Cohort;
import nl.onderstroom.server.rounds.CohortKeys;
import nl.onderstroom.server.rounds.Organisation;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.shell.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * From people to ballots, the one door out of the wing that knows people: copies cohorts to the
 * round without persons, and signs one ballot, blindly, for each person who asks.
 */
@Component
public class Issuing {
  private final People people;
  private final Participations participations;
  private final Rounds rounds;
  private final CohortKeys published;
  private final SigningKeys keys;
  private final Continuing continuing;

  Issuing(
      People people,
      Participations participations,
      Rounds rounds,
      CohortKeys published,
      SigningKeys keys,
      Continuing continuing) {
    this.people = people;
    this.participations = participations;
    this.continuing = continuing;
    this.rounds = rounds;
    this.published = published;
    this.keys = keys;
  }

  /**
   * Freezes who may take part and in which cohort. Before ballots can be fetched, {@link KeyMaking}
   * has to make the keys and the works council to countersign them.
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
    Grouping grouping = Grouping.of(people.listUnits(), everybody, round);
    Organisation organisation = grouping.organisation();
    // Before the earlier round is forgotten.
    continuing.keep(
        round,
        organisation,
        everybody.stream()
            .collect(Collectors.toMap(person -> person.id().value(), grouping::cohortOf)));
    participations.freeze(round.id(), finished(round), everybody, grouping::cohortOf);
    return organisation;
  }

  /**
   * Rounds whose participations are of no more use when this one begins. A conversation leaves
   * those of a pulse: the next pulse is compared with it.
   */
  private List<RoundId> finished(Round beginning) {
    return rounds.list().stream()
        .filter(round -> round.isConversation() || !beginning.isConversation())
        .filter(round -> round.isAt(RoundState.CLOSED) || round.isAt(RoundState.PUBLISHED))
        .map(Round::id)
        .toList();
  }

  /** Of each person who may take part, the number of the cohort. */
  public Map<PersonId, Integer> listCohorts(RoundId id) {
    return participations.cohorts(id).entrySet().stream()
        .collect(Collectors.toMap(each -> new PersonId(each.getKey()), Map.Entry::getValue));
  }

  /**
   * Signs what this person asks, without seeing it: once a round. The same again gives the same, as
   * long as the round is not over, so that who lost the signature gets it back.
   *
   * @param blinded as long as the key, a number below its modulus
   * @param keyFingerprint of the key that it was blinded for: by another it would be of no use, and
   *     the one signature of this person would be used up
   * @throws Refusal 404 no such round; 403 when the person is not in it; 409 when something else
   *     was signed for this person, when it was blinded for another key, when the list of keys is
   *     not countersigned, or when handing out has not begun or is over; 422 when this cannot be
   *     signed
   */
  public byte[] sign(RoundId id, Identity identity, byte[] blinded, String keyFingerprint) {
    return sign(id, identity, Envelope.ANSWERS, blinded, keyFingerprint);
  }

  /**
   * As {@link #sign}, of a ballot to write a worry with: known by the key of everybody, so that
   * nobody can lay it beside an answer.
   */
  public byte[] signWorry(RoundId id, Identity identity, byte[] blinded, String keyFingerprint) {
    return sign(id, identity, Envelope.WORRY, blinded, keyFingerprint);
  }

  private byte[] sign(
      RoundId id, Identity identity, Envelope envelope, byte[] blinded, String keyFingerprint) {
    Round round = rounds.get(id);
    if (!round.isAt(RoundState.ISSUING) && !round.isAt(RoundState.OPEN)) {
      throw noBallotsNow();
    }
    Person person =
        people
            .find(identity.address())
            .orElseThrow(() -> new Refusal(HttpStatus.FORBIDDEN, "ballots.not-in-round"));
    boolean countersigned = published.isCountersigned(id);
    return participations.issue(
        id,
        person,
        envelope,
        blinded,
        cohort -> {
          if (!round.isAt(RoundState.ISSUING)) {
            throw issuingOver();
          }
          if (!countersigned) {
            throw new Refusal(HttpStatus.CONFLICT, "ballots.not-countersigned");
          }
          int key = envelope == Envelope.WORRY ? Cohort.EVERYBODY : cohort;
          return sign(id, key, blinded, keyFingerprint);
        });
  }

  private byte[] sign(RoundId id, int cohort, byte[] blinded, String keyFingerprint) {
    // Whoever opens the round destroys the keys first, alone: while they are here, it is not open.
    keys.hold(id);
    SigningKey key = keys.find(id, cohort).orElseThrow(Issuing::issuingOver);
    if (!key.verifying().fingerprint().equals(keyFingerprint)) {
      throw new Refusal(HttpStatus.CONFLICT, "ballots.other-key");
    }
    try {
      return key.blindSign(blinded);
    } catch (IllegalArgumentException malformed) {
      throw malformed();
    }
  }

  static void requireHandingOut(Round round, CohortKeys published) {
    if (!round.isAt(RoundState.ISSUING)) {
      throw noBallotsNow();
    }
    if (!published.isCountersigned(round.id())) {
      throw new Refusal(HttpStatus.CONFLICT, "ballots.not-countersigned");
    }
  }

  static Refusal malformed() {
    return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "ballots.malformed");
  }

  private static Refusal issuingOver() {
    return new Refusal(HttpStatus.CONFLICT, "ballots.issuing-over");
  }

  private static Refusal noBallotsNow() {
    return new Refusal(HttpStatus.CONFLICT, "ballots.no-ballots-now");
  }
}
