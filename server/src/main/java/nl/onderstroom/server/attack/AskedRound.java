package nl.onderstroom.server.attack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import nl.onderstroom.engine.ballot.Ballot;
import nl.onderstroom.server.answers.Worry;
import nl.onderstroom.server.ballots.Issuing;
import nl.onderstroom.server.ballots.KeyMaking;
import nl.onderstroom.server.ballots.Opening;
import nl.onderstroom.server.people.People;
import nl.onderstroom.server.people.PersonId;
import nl.onderstroom.server.rounds.CohortKeys;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.Rounds;

/** A round of the pulse in a firm, with the ballot that each person has. */
final class AskedRound {
  private static final int FLOOR = 7;
  private static final int SHORTEST_TEXT = 16;

  private final Firm firm;
  private final Random random;
  private final RoundId id;
  private final Map<Integer, Integer> cohorts;
  private final Map<Integer, Participant.Ballots> ballots = new HashMap<>();

  private AskedRound(Firm firm, Random random, RoundId id, Map<Integer, Integer> cohorts) {
    this.firm = firm;
    this.random = random;
    this.id = id;
    this.cohorts = cohorts;
  }

  /** Who may take part is known, and no more. */
  static AskedRound begin(Firm firm, Random random) {
    RoundId id = firm.room(Rounds.class).draft("Aanval", FLOOR, Questionnaire.FIRST);
    firm.room(Issuing.class).begin(id);
    Map<PersonId, Integer> frozen = firm.room(Issuing.class).listCohorts(id);
    return new AskedRound(
        firm,
        random,
        id,
        firm.room(People.class).listPeople().stream()
            .collect(
                Collectors.toMap(
                    person -> Integer.valueOf(person.number()),
                    person -> frozen.getOrDefault(person.id(), 0))));
  }

  /** Everybody has fetched a ballot, and answers are taken. */
  static AskedRound open(Firm firm, Random random) {
    AskedRound round = begin(firm, random);
    round.handOut();
    return round;
  }

  private void handOut() {
    KeyMaking making = firm.room(KeyMaking.class);
    making.make(id);
    making.await(id).join();
    CohortKeys keys = firm.room(CohortKeys.class);
    keys.countersign(id, keys.find(id).orElseThrow().fingerprint());
    for (int number : shuffled()) {
      ballots.put(number, firm.participant(number).fetch(id.toString(), cohort(number)));
    }
    firm.room(Opening.class).open(id);
  }

  /**
   * Everybody answers, in an order that chance makes: that order is what comes back.
   *
   * @param halfWay what is done when half of them have
   */
  List<Sent> everybodyAnswers(Runnable halfWay) {
    var sent = new ArrayList<Sent>();
    List<Integer> order = shuffled();
    for (int number : order) {
      if (sent.size() == order.size() / 2) {
        halfWay.run();
      }
      sent.add(answer(number));
    }
    return sent;
  }

  /**
   * What everybody sent, one after the other.
   *
   * @param worries of the same people, in the same order
   */
  record Heard(List<Sent> answers, List<Sent> worries) {}

  /**
   * Everybody answers, and right after that writes what is on their mind.
   *
   * @param halfWay what is done when half of them have
   */
  Heard everybodyAnswersAndWrites(Runnable halfWay) {
    var answers = new ArrayList<Sent>();
    var worries = new ArrayList<Sent>();
    List<Integer> order = shuffled();
    for (int number : order) {
      if (answers.size() == order.size() / 2) {
        halfWay.run();
      }
      answers.add(answer(number));
      worries.add(write(number));
    }
    return new Heard(answers, worries);
  }

  private Sent answer(int number) {
    return hand(
        number,
        ballot(number),
        Participant.body(cohort(number), ballot(number), 1, anySheet()),
        "");
  }

  private Sent write(int number) {
    Ballot ballot = fetched(number).worry();
    String text = anyText();
    return hand(number, ballot, Participant.worryBody(ballot, text), text);
  }

  private Sent hand(int number, Ballot ballot, String body, String text) {
    String padded = Participant.padded(body);
    Reply reply = firm.participant(number).hand(id.toString(), padded);
    if (!reply.result().equals("counted")) {
      throw new IllegalStateException("What was handed in was " + reply);
    }
    return new Sent(
        number,
        cohort(number),
        Sent.serial(ballot.message()),
        padded.length() + reply.bytes(),
        body.length(),
        List.of(ballot.message(), ballot.signature()),
        text);
  }

  /** Of any length, and of nobody else. */
  private String anyText() {
    return random
        .ints(SHORTEST_TEXT + random.nextInt(Worry.MOST_CHARACTERS - SHORTEST_TEXT), 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  Map<String, List<Integer>> anySheet() {
    return Questionnaire.FIRST.asked().stream()
        .collect(Collectors.toMap(Question.Asked::key, this::anyPositions));
  }

  private List<Integer> anyPositions(Question.Asked question) {
    int most = question.choiceKeys().size();
    return random
        .ints(1, most + 1)
        .distinct()
        .limit(1 + random.nextInt(question.limit()))
        .boxed()
        .toList();
  }

  private List<Integer> shuffled() {
    List<Integer> order = new ArrayList<>(cohorts.keySet());
    Collections.sort(order);
    Collections.shuffle(order, random);
    return order;
  }

  RoundId id() {
    return id;
  }

  /** Who may take part, by number, with the cohort of each. */
  Map<Integer, Integer> cohorts() {
    return cohorts;
  }

  int cohort(int number) {
    return Objects.requireNonNull(cohorts.get(number));
  }

  Ballot ballot(int number) {
    return fetched(number).answers();
  }

  private Participant.Ballots fetched(int number) {
    return Objects.requireNonNull(ballots.get(number));
  }
}
