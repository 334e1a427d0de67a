package nl.onderstroom.server.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.onderstroom.server.access.Identity;
import nl.onderstroom.server.access.Role;
import nl.onderstroom.server.database.PeopleDatabase;
import nl.onderstroom.server.roster.Traits;
import org.springframework.stereotype.Component;

/** Who works here now, and in which unit: the roster as it was last applied. */
@Component
public class People {
  private final PeopleDatabase database;

  People(PeopleDatabase database) {
    this.database = database;
  }

  /** The person with this e-mail address, in any spelling. */
  public Optional<Person> find(String email) {
    return database
        .sql()
        .sql("select * from person where email = :email")
        .param("email", Identity.normalised(email))
        .query((row, index) -> person(row))
        .optional();
  }

  /** Every unit, those above before those below, neighbours by name. */
  public List<Unit> listUnits() {
    return database
        .sql()
        .sql(
            """
            with recursive tree as (
              select unit.*, array[name] as path from unit where parent_id is null
              union all
              select below.*, path || below.name from unit below join tree on below.parent_id = tree.id)
            select id, parent_id, name, code from tree order by path, id
            """)
        .query((row, index) -> unit(row))
        .list();
  }

  /** Everybody, by number. */
  public List<Person> listPeople() {
    return database
        .sql()
        .sql("select * from person order by number")
        .query((row, index) -> person(row))
        .list();
  }

  /** How many people work in each unit itself, without those below it; 0 is left out. */
  public Map<UnitId, Integer> headCounts() {
    Map<UnitId, Integer> counts = new HashMap<>();
    database
        .sql()
        .sql("select unit_id, count(*) as people from person group by unit_id")
        .query(row -> {
          counts.put(new UnitId(row.getLong("unit_id")), row.getInt("people"));
        });
    return counts;
  }

  /** Who leads a unit. */
  List<Person> listLeads() {
    return database
        .sql()
        .sql("select * from person where leads order by name, number")
        .query((row, index) -> person(row))
        .list();
  }

  /** How many people have this role by the roster. */
  public int countWith(Role role) {
    return database
        .sql()
        .sql("select count(*) from person where :role = any(roles)")
        .param("role", role.name())
        .query(Integer.class)
        .single();
  }

  /** How many people have a role of their own. */
  int countWithRole() {
    return database
        .sql()
        .sql("select count(*) from person where cardinality(roles) > 0")
        .query(Integer.class)
        .single();
  }

  /** The first people whose name contains {@code part}, in any capitals. */
  List<Person> search(String part, int most) {
    return database
        .sql()
        .sql(
            """
            select * from person where position(lower(:part) in lower(name)) > 0
            order by name, number limit :most
            """)
        .param("part", part)
        .param("most", most)
        .query((row, index) -> person(row))
        .list();
  }

  private static Unit unit(ResultSet row) throws SQLException {
    long parent = row.getLong("parent_id");
    Optional<UnitId> above = row.wasNull() ? Optional.empty() : Optional.of(new UnitId(parent));
    return new Unit(
        new UnitId(row.getLong("id")), above, row.getString("name"), row.getString("code"));
  }

  private static Person person(ResultSet row) throws SQLException {
    return new Person(
        new PersonId(row.getLong("id")),
        row.getString("number"),
        row.getString("name"),
        Optional.ofNullable(row.getString("email")),
        new UnitId(row.getLong("unit_id")),
        row.getBoolean("leads"),
        roles((String[]) row.getArray("roles").getArray()),
        new Traits(
            Optional.ofNullable(row.getString("site")),
            Optional.ofNullable(row.getString("role_family")),
            Optional.ofNullable(row.getString("tenure"))));
  }

  private static Set<Role> roles(String[] names) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    Arrays.stream(names).map(Role::valueOf).forEach(roles::add);
    return roles;
  }
}
