package nl.onderstroom.server.floors;

import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.server.access.Identity;
import nl.onderstroom.server.database.NamelessDatabase;
import nl.onderstroom.server.database.PeopleDatabase;
import nl.onderstroom.server.database.TestDatabase;
import nl.onderstroom.server.people.People;
import nl.onderstroom.server.rounds.Rounds;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A firm with a programme lead and three people of the works council, one of whom is both. */
final class Council implements AutoCloseable {
  static final Identity LEAD = identity("samira");
  static final Identity BOTH = identity("bram");
  static final Identity WIM = identity("wim");
  static final Identity FATMA = identity("fatma");

  private final TestDatabase database = TestDatabase.create();
  private final AnnotationConfigApplicationContext rooms = new AnnotationConfigApplicationContext();

  Council() {
    rooms.registerBean(PeopleDatabase.class, database::people);
    rooms.registerBean(NamelessDatabase.class, database::nameless);
    rooms.register(People.class, FloorLog.class, Deciding.class, Rounds.class);
    rooms.refresh();
    owner().sql("insert into unit (name, code) values ('Oever', 'oever')").update();
    hire(LEAD, "PROGRAMME_LEAD");
    hire(BOTH, "PROGRAMME_LEAD,WORKS_COUNCIL");
    hire(WIM, "WORKS_COUNCIL");
    hire(FATMA, "WORKS_COUNCIL");
  }

  private void hire(Identity who, String roles) {
    owner()
        .sql(
            """
            insert into person (number, name, email, unit_id, leads, roles)
            select :name, :name, :email, id, false, string_to_array(:roles, ',') from unit
            """)
        .param("name", who.name())
        .param("email", who.address())
        .param("roles", roles)
        .update();
  }

  private static Identity identity(String name) {
    return new Identity(name + "@oever.example", name);
  }

  Deciding deciding() {
    return rooms.getBean(Deciding.class);
  }

  Rounds rounds() {
    return rooms.getBean(Rounds.class);
  }

  Floors floors() {
    return rooms.getBean(FloorLog.class).now();
  }

  /** Number of the proposal that is open. */
  long open() {
    return rooms.getBean(FloorLog.class).read().open().orElseThrow().id();
  }

  /** The log as a page tells it: who did what, in which role, from what to what. */
  java.util.List<String> log() {
    return rooms.getBean(FloorLog.class).read().all().stream()
        .map(step ->
            "%s %s %s %s-%s %s-%s"
                .formatted(
                    step.name(),
                    step.role(),
                    step.kind(),
                    step.before().numbers(),
                    step.before().distributions(),
                    step.floors().numbers(),
                    step.floors().distributions()))
        .toList();
  }

  PeopleDatabase people() {
    return database.people();
  }

  NamelessDatabase nameless() {
    return database.nameless();
  }

  JdbcClient owner() {
    return database.owner();
  }

  @Override
  public void close() {
    // The firm closes its database itself.
    rooms.getDefaultListableBeanFactory().destroySingletons();
    database.close();
  }
}
