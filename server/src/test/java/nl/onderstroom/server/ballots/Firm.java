package nl.onderstroom.server.ballots;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.onderstroom.engine.ballot.Ballot;
import nl.onderstroom.engine.ballot.BlindedMessage;
import nl.onderstroom.engine.ballot.Wallet;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.server.access.Identity;
import nl.onderstroom.server.answers.AnswerBox;
import nl.onderstroom.server.answers.Closing;
import nl.onderstroom.server.answers.Summaries;
import nl.onderstroom.server.answers.Worries;
import nl.onderstroom.server.database.NamelessDatabase;
import nl.onderstroom.server.database.PeopleDatabase;
import nl.onderstroom.server.database.TestDatabase;
import nl.onderstroom.server.people.People;
import nl.onderstroom.server.people.Person;
import nl.onderstroom.server.rounds.CohortKeys;
import nl.onderstroom.server.rounds.Continuities;
import nl.onderstroom.server.rounds.KeyList;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.rounds.StandingFloors;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** A firm of two teams of ten, with the rooms that a round goes through until it closes. */
final class Firm implements AutoCloseable {
  static final int TEAM = 10;
  static final int FLOOR = 7;

  /** Of the works council. */
  static final Identity COUNCIL = new Identity("wim@oever.example", "Wim");

  private final TestDatabase database =
      TestDatabase.create(List.of("people", "ballots", "rounds", "answers"));
  private final Path data = folder();
  private final Map<Integer, Wallet> wallets = new HashMap<>();
  private AnnotationConfigApplicationContext rooms = rooms();

  Firm() {
    owner().sql("insert into unit (name, code) values ('Oever', 'oever')").update();
    for (String team : List.of("kantoor", "werkplaats")) {
      owner()
          .sql(
              "insert into unit (name, code, parent_id) select :code, :code, id from unit where code = 'oever'")
          .param("code", team)
          .update();
    }
    for (int i = 0; i < 2 * TEAM; i++) {
      hire(i, i < TEAM ? "kantoor" : "werkplaats");
    }
  }

  private AnnotationConfigApplicationContext rooms() {
    var context = new AnnotationConfigApplicationContext();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("firm", Map.of("onderstroom.data", data.toString())));
    context.registerBean(PeopleDatabase.class, database::people);
    context.registerBean(NamelessDatabase.class, database::nameless);
    context.registerBean(StandingFloors.class, () -> () -> Floors.DEFAULT);
    context.registerBean(KeySize.class, () -> new KeySize(2_048));
    context.register(
        People.class,
        Rounds.class,
        CohortKeys.class,
        Participations.class,
        Continuities.class,
        Continuing.class,
        SigningKeys.class,
        KeyMaking.class,
        Countersigning.class,
        Issuing.class,
        Opening.class,
        Fetched.class,
        AnswerBox.class,
        Summaries.class,
        Worries.class,
        Closing.class);
    context.refresh();
    return context;
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("onderstroom-firm");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The process ends here and begins again; what is on disk stays. */
  void restart() {
    leave();
    rooms = rooms();
  }

  private void leave() {
    rooms.stop();
    // The firm closes its database itself.
    rooms.getDefaultListableBeanFactory().destroySingletons();
  }

  void hire(int number, String unit) {
    owner()
        .sql(
            """
            insert into person (number, name, email, unit_id, leads, roles)
            select :number, :number, :email, id, false, '{}' from unit where code = :unit
            """)
        .param("number", Integer.toString(number))
        .param("email", identity(number).address())
        .param("unit", unit)
        .update();
  }

  /** As applying a roster does that has the person no more; gives the id of then. */
  long leave(int number) {
    return owner()
        .sql("delete from person where number = :number returning id")
        .param("number", Integer.toString(number))
        .query(Long.class)
        .single();
  }

  static Identity identity(int number) {
    return new Identity("persoon%d@oever.example".formatted(number), "Persoon " + number);
  }

  static List<Integer> everybody() {
    return IntStream.range(0, 2 * TEAM).boxed().toList();
  }

  RoundId draft() {
    return room(Rounds.class).draft("Voorjaar", FLOOR, Questionnaire.FIRST);
  }

  /** Begun: no keys yet. */
  RoundId begun() {
    RoundId round = draft();
    room(Issuing.class).begin(round);
    return round;
  }

  /** With a list of keys that nobody signed for. */
  RoundId withKeys() {
    RoundId round = begun();
    room(KeyMaking.class).await(round).join();
    return round;
  }

  /** Handing out ballots. */
  RoundId issuing() {
    RoundId round = withKeys();
    countersign(round);
    return round;
  }

  void countersign(RoundId round) {
    electCouncil();
    room(Countersigning.class).countersign(round, COUNCIL, fingerprint(round));
  }

  void electCouncil() {
    if (room(People.class).find(COUNCIL.address()).isEmpty()) {
      owner()
          .sql(
              """
              insert into person (number, name, email, unit_id, leads, roles)
              select 'or', 'Wim', :email, id, false, '{WORKS_COUNCIL}' from unit where code = 'oever'
              """)
          .param("email", COUNCIL.address())
          .update();
    }
  }

  String fingerprint(RoundId round) {
    return room(CohortKeys.class).find(round).orElseThrow().fingerprint();
  }

  /** The wallet of a person: the same each time. */
  Wallet wallet(int person) {
    return wallets.computeIfAbsent(person, number -> Wallet.random(new SecureRandom()));
  }

  KeyList.OfCohort group(RoundId round, int person) {
    Person found = room(People.class).find(identity(person).address()).orElseThrow();
    int cohort = room(Participations.class).find(round, found).orElseThrow().cohort();
    return room(CohortKeys.class).find(round).orElseThrow().find(cohort).orElseThrow();
  }

  BlindedMessage blinded(RoundId round, int person) {
    return wallet(person).blind(round.value(), group(round, person).key());
  }

  /** As the person's browser does it. */
  Ballot fetch(RoundId round, int person) {
    BlindedMessage message = blinded(round, person);
    return message.finish(sign(round, person, message.blinded()));
  }

  /** By the key of the person's group, as the wallet says it. */
  byte[] sign(RoundId round, int person, byte[] blinded) {
    String key = group(round, person).key().fingerprint();
    return room(Issuing.class).sign(round, identity(person), blinded, key);
  }

  <T> T room(Class<T> type) {
    return rooms.getBean(type);
  }

  JdbcClient owner() {
    return database.owner();
  }

  /** Holds the table until two others wait, each for it or for the other. */
  void lockParticipationUntilTwoWait() {
    owner()
        .sql(
            """
            do 'begin
              lock table participation in access exclusive mode;
              for tries in 1..1000 loop
                exit when (select count(distinct pid) from pg_locks where not granted) >= 2;
                perform pg_sleep(.01);
              end loop;
            end'
            """)
        .update();
  }

  void awaitLock() throws InterruptedException {
    String sql =
        """
        select exists (select from pg_locks
          where relation = 'participation'::regclass and mode = 'AccessExclusiveLock' and granted)
        """;
    while (!owner().sql(sql).query(Boolean.class).single()) {
      Thread.sleep(10);
    }
  }

  @Override
  public void close() {
    leave();
    database.close();
    try {
      FileSystemUtils.deleteRecursively(data);
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }
}
