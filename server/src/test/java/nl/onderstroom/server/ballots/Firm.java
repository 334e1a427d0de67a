package nl.onderstroom.server.ballots;

import java.util.List;
import java.util.stream.IntStream;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.server.access.Identity;
import nl.onderstroom.server.answers.AnswerBox;
import nl.onderstroom.server.answers.Closing;
import nl.onderstroom.server.answers.Summaries;
import nl.onderstroom.server.database.NamelessDatabase;
import nl.onderstroom.server.database.PeopleDatabase;
import nl.onderstroom.server.database.TestDatabase;
import nl.onderstroom.server.people.People;
import nl.onderstroom.server.rounds.Continuities;
import nl.onderstroom.server.rounds.Entries;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.rounds.StandingFloors;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A firm of two teams of ten, with the rooms that a round goes through until it closes. */
final class Firm implements AutoCloseable {
  static final int TEAM = 10;
  static final int FLOOR = 7;

  private final TestDatabase database =
      TestDatabase.create(List.of("people", "ballots", "rounds", "answers"));
  private final AnnotationConfigApplicationContext rooms = new AnnotationConfigApplicationContext();

  Firm() {
    rooms.registerBean(PeopleDatabase.class, database::people);
    rooms.registerBean(NamelessDatabase.class, database::nameless);
    rooms.registerBean(StandingFloors.class, () -> () -> Floors.DEFAULT);
    rooms.register(
        People.class,
        Rounds.class,
        Entries.class,
        Participations.class,
        Continuities.class,
        Continuing.class,
        Issuing.class,
        AnswerBox.class,
        Summaries.class,
        Closing.class);
    rooms.refresh();
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

  static Identity identity(int number) {
    return new Identity("persoon%d@oever.example".formatted(number), "Persoon " + number);
  }

  static List<Integer> everybody() {
    return IntStream.range(0, 2 * TEAM).boxed().toList();
  }

  RoundId draft() {
    return room(Rounds.class).draft("Voorjaar", FLOOR, Questionnaire.FIRST);
  }

  RoundId issuing() {
    RoundId round = draft();
    room(Issuing.class).begin(round);
    return round;
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
    // The firm closes its database itself.
    rooms.getDefaultListableBeanFactory().destroySingletons();
    database.close();
  }
}
