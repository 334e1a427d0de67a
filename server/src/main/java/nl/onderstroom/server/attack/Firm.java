package nl.onderstroom.server.attack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.onderstroom.engine.ballot.Ballot;
import nl.onderstroom.server.Server;
import nl.onderstroom.server.ballots.Issuing;
import nl.onderstroom.server.ballots.KeyMaking;
import nl.onderstroom.server.ballots.Opening;
import nl.onderstroom.server.people.People;
import nl.onderstroom.server.people.PersonId;
import nl.onderstroom.server.people.RosterImport;
import nl.onderstroom.server.rounds.CohortKeys;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.shell.Addresses;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A firm of teams of ten with a server of its own, in a folder that goes away. */
final class Firm implements AutoCloseable {
  static final int TEAM = 10;
  private static final int FLOOR = 7;

  private final Path data;
  private final int people;
  private final Random random;
  private final ConfigurableApplicationContext server;
  private final Map<Integer, Participant> participants = new HashMap<>();
  private final Map<Integer, Ballot> ballots = new HashMap<>();
  private Map<Integer, Integer> cohorts = Map.of();

  private Firm(Path data, int people, Random random, ConfigurableApplicationContext server) {
    this.data = data;
    this.people = people;
    this.random = random;
    this.server = server;
  }

  static Firm open(int teams, Breakage breakage, int bits, long seed) {
    try {
      Path data = Files.createTempDirectory("onderstroom-attack");
      int people = teams * TEAM;
      var arguments = new ArrayList<String>();
      arguments.add("--server.port=0");
      arguments.add("--onderstroom.answers.port=0");
      arguments.add("--onderstroom.data=" + data);
      arguments.add("--onderstroom.ballots.bits=" + bits);
      arguments.add("--" + AttackConfiguration.PEOPLE + "=" + people);
      arguments.add("--" + Breakage.PROPERTY + "=" + breakage);
      if (breakage != Breakage.NONE) {
        arguments.add("--onderstroom.rooms=" + ROOMS + ",attack");
      }
      var firm =
          new Firm(
              data,
              people,
              new Random(seed),
              new SpringApplication(Server.class).run(arguments.toArray(String[]::new)));
      firm.hire();
      return firm;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** Those of the product. */
  private static final String ROOMS =
      "people,floors,ballots,rounds,answers,insight,history,access,notify";

  static IntStream numbers(int people) {
    return IntStream.range(0, people);
  }

  static String address(int number) {
    return "persoon%d@firma.example".formatted(number);
  }

  static String name(int number) {
    return "Persoon " + number;
  }

  private void hire() throws IOException {
    String rows =
        numbers(people)
            .mapToObj(each ->
                "%d,%s,%s,Firma / Team %d".formatted(each, name(each), address(each), each / TEAM))
            .collect(Collectors.joining("\n", "person,name,email,unit\n", "\n"));
    room(RosterImport.class)
        .apply(new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)), "roster.csv");
  }

  /** A round for which everybody fetched a ballot, and that is open. */
  RoundId openRound() {
    RoundId round = room(Rounds.class).draft("Aanval", FLOOR, Questionnaire.FIRST);
    room(Issuing.class).begin(round);
    room(KeyMaking.class).make(round);
    room(KeyMaking.class).await(round).join();
    CohortKeys keys = room(CohortKeys.class);
    keys.countersign(round, keys.find(round).orElseThrow().fingerprint());
    Map<PersonId, Integer> frozen = room(Issuing.class).listCohorts(round);
    cohorts =
        room(People.class).listPeople().stream()
            .collect(
                Collectors.toMap(
                    person -> Integer.valueOf(person.number()),
                    person -> frozen.getOrDefault(person.id(), 0)));
    for (int number : shuffled()) {
      Participant participant = participant(number);
      ballots.put(number, participant.fetch(round.toString(), cohorts.getOrDefault(number, 0)));
    }
    room(Opening.class).open(round);
    return round;
  }

  /** Everybody answers, in an order that chance makes: that order is what comes back. */
  List<Sent> everybodyAnswers(RoundId round) {
    var sent = new ArrayList<Sent>();
    for (int number : shuffled()) {
      String body = Participant.body(cohort(number), ballot(number), 1, anySheet());
      String padded = Participant.padded(body);
      String result = participant(number).hand(round.toString(), padded);
      if (!result.equals("counted")) {
        throw new IllegalStateException("An answer was " + result);
      }
      sent.add(
          new Sent(
              number,
              cohort(number),
              Sent.serial(ballot(number).message()),
              padded.length(),
              body.length()));
    }
    return sent;
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
    List<Integer> order = new ArrayList<>(numbers(people).boxed().toList());
    Collections.shuffle(order, random);
    return order;
  }

  Participant participant(int number) {
    Addresses addresses = room(Addresses.class);
    return participants.computeIfAbsent(
        number, each -> new Participant(each, addresses.main(), addresses.answers()));
  }

  Ballot ballot(int number) {
    return java.util.Objects.requireNonNull(ballots.get(number));
  }

  int cohort(int number) {
    return cohorts.getOrDefault(number, 0);
  }

  <T> T room(Class<T> type) {
    return server.getBean(type);
  }

  Path data() {
    return data;
  }

  /** Stops the server; what it kept stays to be looked at. */
  void stop() {
    server.close();
  }

  @Override
  public void close() {
    server.close();
    try (Stream<Path> files = Files.walk(data)) {
      files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
    } catch (IOException undeletable) {
      throw new UncheckedIOException(undeletable);
    }
  }
}
