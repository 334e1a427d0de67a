package nl.onderstroom.server.demo;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.onderstroom.engine.ballot.Ballot;
import nl.onderstroom.engine.ballot.BlindedMessage;
import nl.onderstroom.engine.ballot.VerifyingKey;
import nl.onderstroom.server.access.Identity;
import nl.onderstroom.server.answers.AnswerBox;
import nl.onderstroom.server.answers.Content;
import nl.onderstroom.server.answers.Outcome;
import nl.onderstroom.server.answers.Worry;
import nl.onderstroom.server.ballots.Issuing;
import nl.onderstroom.server.people.People;
import nl.onderstroom.server.people.PersonId;
import nl.onderstroom.server.rounds.Cohort;
import nl.onderstroom.server.rounds.CohortKeys;
import nl.onderstroom.server.rounds.KeyList;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.rounds.RoundId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The people of the example company as their browsers would do it: fetch a ballot, and answer with
 * it. Doing either again changes nothing.
 */
@Component
@ConditionalOnProperty("onderstroom.demo")
class TakingPart {
  private static final int MOST_TRIES = 50;
  private static final int WAIT_MILLIS = 20;

  private final Company company;
  private final DemoWallets wallets;
  private final People people;
  private final CohortKeys keys;
  private final Issuing issuing;
  private final AnswerBox box;

  TakingPart(
      Company company,
      DemoWallets wallets,
      People people,
      CohortKeys keys,
      Issuing issuing,
      AnswerBox box) {
    this.company = company;
    this.wallets = wallets;
    this.people = people;
    this.keys = keys;
    this.issuing = issuing;
    this.box = box;
  }

  static Identity identity(Person person) {
    return new Identity(person.email(), person.name());
  }

  /** A person's group, and the key of that group. */
  private record Membership(int cohort, VerifyingKey key) {}

  void fetch(RoundId round, List<Person> fetching) throws InterruptedException {
    Map<Integer, Membership> memberships = memberships(round);
    for (Person person : fetching) {
      Membership membership = memberships.get(person.number());
      if (membership != null) {
        ballot(round, person, membership.key());
        worryBallot(round, person);
      }
    }
  }

  /**
   * @param voices what the first of them write beside it
   */
  void answer(RoundId round, List<Sheet> sheets, List<String> voices) throws InterruptedException {
    Iterator<String> writing = voices.iterator();
    Map<Integer, Membership> memberships = memberships(round);
    Map<Integer, Person> byNumber =
        company.people().stream().collect(Collectors.toMap(Person::number, Function.identity()));
    for (Sheet sheet : sheets) {
      Membership membership = memberships.get(sheet.person());
      Person person = byNumber.get(sheet.person());
      if (membership != null && person != null) {
        Ballot ballot = ballot(round, person, membership.key());
        var answers = nl.onderstroom.server.answers.Sheet.of(Questionnaire.FIRST, sheet.answers());
        drop(round, membership.cohort(), ballot, answers);
        if (writing.hasNext()) {
          drop(round, Cohort.EVERYBODY, worryBallot(round, person), new Worry(writing.next()));
        }
      }
    }
  }

  /**
   * The same each time it is asked for: the wallet blinds the same, and that is signed the same.
   */
  private Ballot ballot(RoundId round, Person person, VerifyingKey key)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    BlindedMessage message = wallets.of(person).blind(round.value(), key);
    return message.finish(
        issuing.sign(round, identity(person), message.blinded(), key.fingerprint()));
  }

  private Ballot worryBallot(RoundId round, Person person) {
    VerifyingKey key = keys.find(round).orElseThrow().find(Cohort.EVERYBODY).orElseThrow().key();
    BlindedMessage message = wallets.of(person).blind(round.value(), key);
    return message.finish(
        issuing.signWorry(round, identity(person), message.blinded(), key.fingerprint()));
  }

  private void drop(RoundId round, int cohort, Ballot ballot, Content content)
      throws InterruptedException {
    Outcome outcome = box.drop(round, cohort, ballot, 1, content);
    for (int tries = 1; outcome == Outcome.Nothing.BUSY && tries < MOST_TRIES; tries++) {
      Thread.sleep(WAIT_MILLIS);
      outcome = box.drop(round, cohort, ballot, 1, content);
    }
    boolean isIn = outcome instanceof Outcome.Counted || outcome instanceof Outcome.Stale;
    if (!isIn) {
      throw new IllegalStateException("An answer of the example company: " + outcome);
    }
  }

  private Map<Integer, Membership> memberships(RoundId round) {
    Optional<KeyList> list = keys.find(round);
    Map<PersonId, Integer> cohorts = issuing.listCohorts(round);
    Map<Integer, Membership> memberships = new HashMap<>();
    people
        .listPeople()
        .forEach(person ->
            Optional.ofNullable(cohorts.get(person.id()))
                .flatMap(cohort -> list.flatMap(all -> all.find(cohort)))
                .ifPresent(group ->
                    memberships.put(
                        Integer.parseInt(person.number()),
                        new Membership(group.number(), group.key()))));
    return memberships;
  }
}
