package nl.onderstroom.server.floors;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.server.access.Role;
import nl.onderstroom.server.database.PeopleDatabase;
import nl.onderstroom.server.people.Person;
import nl.onderstroom.server.people.PersonId;
import nl.onderstroom.server.rounds.StandingFloors;
import org.springframework.stereotype.Component;

/** The log of steps, to which can only be added: the product's role in PostgreSQL has no more. */
@Component
class FloorLog implements StandingFloors {
  private final PeopleDatabase database;

  FloorLog(PeopleDatabase database) {
    this.database = database;
  }

  @Override
  public Floors now() {
    return read().floors();
  }

  Steps read() {
    return new Steps(
        database
            .sql()
            .sql("select * from floor_step order by id")
            .query((row, index) -> step(row))
            .list());
  }

  /** Until the caller's transaction ends nobody else takes a step. */
  Steps hold() {
    database
        .sql()
        .sql("select pg_advisory_xact_lock(hashtextextended('floors', 0))")
        .query((row, index) -> "")
        .list();
    return read();
  }

  /**
   * @param before the floors in force
   * @param floors those that the step makes, or asks for
   */
  void add(Step.Kind kind, Person person, Role role, Floors before, Floors floors, String reason) {
    database
        .sql()
        .sql(
            """
            insert into floor_step (kind, taken_on, person_id, name, role,
              numbers_before, distributions_before, numbers, distributions, reason)
            values (:kind, :day, :person, :name, :role,
              :numbersBefore, :distributionsBefore, :numbers, :distributions, :reason)
            """)
        .param("kind", kind.name())
        .param("day", LocalDate.now(ZoneId.systemDefault()))
        .param("person", person.id().value())
        .param("name", person.name())
        .param("role", role.name())
        .param("numbersBefore", before.numbers())
        .param("distributionsBefore", before.distributions())
        .param("numbers", floors.numbers())
        .param("distributions", floors.distributions())
        .param("reason", reason)
        .update();
  }

  private static Step step(ResultSet row) throws SQLException {
    return new Step(
        row.getLong("id"),
        Step.Kind.valueOf(row.getString("kind")),
        row.getObject("taken_on", LocalDate.class),
        new PersonId(row.getLong("person_id")),
        row.getString("name"),
        Role.valueOf(row.getString("role")),
        new Floors(row.getInt("numbers_before"), row.getInt("distributions_before")),
        new Floors(row.getInt("numbers"), row.getInt("distributions")),
        row.getString("reason"));
  }
}
