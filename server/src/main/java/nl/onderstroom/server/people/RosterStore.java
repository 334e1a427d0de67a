package nl.onderstroom.server.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import nl.onderstroom.server.access.Role;
import nl.onderstroom.server.database.PeopleDatabase;
import nl.onderstroom.server.roster.RosterPerson;
import nl.onderstroom.server.roster.UnitPath;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a roster in the place of the one that is stored; callers hold a transaction. */
@Component
class RosterStore {
  /** Rows that go to the database in one statement. */
  private static final int CHUNK = 10_000;

  private final PeopleDatabase database;
  private final People people;

  RosterStore(PeopleDatabase database, People people) {
    this.database = database;
    this.people = people;
  }

  /** How often the roster was replaced. */
  long version() {
    return database.sql().sql("select version from roster").query(Long.class).single();
  }

  /** As {@link #version}; nobody else replaces the roster until the transaction ends. */
  long hold() {
    return database.sql().sql("select version from roster for update").query(Long.class).single();
  }

  StoredRoster read() {
    return new StoredRoster(people.listUnits(), people.listPeople());
  }

  void apply(RosterPlan plan) {
    Map<UnitPath, UnitId> units = new HashMap<>();
    plan.unitsKept().forEach((path, unit) -> units.put(path, unit.id()));
    plan.unitsAdded().forEach(added -> units.put(added.path(), insert(added, units)));
    plan.unitsRenamed().forEach(this::rename);
    chunks(plan.peopleEnded()).forEach(this::delete);
    chunks(plan.peopleChanged()).forEach(chunk -> update(chunk, units));
    chunks(plan.peopleAdded()).forEach(chunk -> insert(chunk, units));
    plan.unitsEnded().forEach(this::delete);
    database.sql().sql("update roster set version = version + 1").update();
  }

  private UnitId insert(RosterPlan.AddedUnit added, Map<UnitPath, UnitId> units) {
    Long parent =
        added
            .path()
            .parent()
            .map(path -> Objects.requireNonNull(units.get(path)).value())
            .orElse(null);
    return new UnitId(
        database
            .sql()
            .sql(
                """
                insert into unit (parent_id, name, code) values (:parent::bigint, :name, :code)
                returning id
                """)
            .param("parent", parent)
            .param("name", added.path().name())
            .param("code", added.code())
            .query(Long.class)
            .single());
  }

  private void rename(RosterPlan.RenamedUnit renamed) {
    database
        .sql()
        .sql("update unit set name = :name where id = :id")
        .param("name", renamed.path().name())
        .param("id", renamed.before().id().value())
        .update();
  }

  private void delete(Unit unit) {
    database.sql().sql("delete from unit where id = :id").param("id", unit.id().value()).update();
  }

  private void delete(List<Person> ended) {
    database
        .sql()
        .sql("delete from person where id = any(:ids)")
        .param("ids", ended.stream().map(person -> person.id().value()).toArray(Long[]::new))
        .update();
  }

  private void update(List<RosterPlan.PersonChange> changed, Map<UnitPath, UnitId> units) {
    List<RosterPerson> after = changed.stream().map(RosterPlan.PersonChange::after).toList();
    database
        .sql()
        .sql(
            """
            update person
            set name = given.name, email = given.email, unit_id = given.unit, leads = given.leads,
                roles = string_to_array(given.roles, ','), site = given.site,
                role_family = given.role_family, tenure = given.tenure
            from unnest(:numbers::text[], :names::text[], :emails::text[], :units::bigint[],
                        :leads::boolean[], :roles::text[], :sites::text[], :families::text[],
                        :tenures::text[])
                 as given (number, name, email, unit, leads, roles, site, role_family, tenure)
            where person.number = given.number
            """)
        .params(columns(after, units))
        .update();
  }

  private void insert(List<RosterPerson> added, Map<UnitPath, UnitId> units) {
    database
        .sql()
        .sql(
            """
            insert into person (number, name, email, unit_id, leads, roles, site, role_family, tenure)
            select number, name, email, unit, leads, string_to_array(roles, ','), site, role_family,
                   tenure
            from unnest(:numbers::text[], :names::text[], :emails::text[], :units::bigint[],
                        :leads::boolean[], :roles::text[], :sites::text[], :families::text[],
                        :tenures::text[])
                 as given (number, name, email, unit, leads, roles, site, role_family, tenure)
            """)
        .params(columns(added, units))
        .update();
  }

  /** One array a column: a statement carries thousands of rows. */
  private static Map<String, Object> columns(
      List<RosterPerson> people, Map<UnitPath, UnitId> units) {
    return Map.of(
        "numbers", texts(people, RosterPerson::number),
        "names", texts(people, RosterPerson::name),
        "emails", maybe(people, RosterPerson::email),
        "units",
            people.stream()
                .map(each -> Objects.requireNonNull(units.get(each.unit())).value())
                .toArray(Long[]::new),
        "leads", people.stream().map(RosterPerson::leads).toArray(Boolean[]::new),
        "roles", texts(people, RosterStore::roles),
        "sites", maybe(people, each -> each.traits().site()),
        "families", maybe(people, each -> each.traits().roleFamily()),
        "tenures", maybe(people, each -> each.traits().tenure()));
  }

  private static @Nullable String[] maybe(
      List<RosterPerson> people, Function<RosterPerson, Optional<String>> column) {
    return people.stream().map(each -> column.apply(each).orElse(null)).toArray(String[]::new);
  }

  private static String[] texts(List<RosterPerson> people, Function<RosterPerson, String> column) {
    return people.stream().map(column).toArray(String[]::new);
  }

  private static String roles(RosterPerson person) {
    return String.join(",", person.roles().stream().map(Role::name).sorted().toList());
  }

  private static <T> List<List<T>> chunks(List<T> all) {
    var chunks = new ArrayList<List<T>>();
    for (int from = 0; from < all.size(); from += CHUNK) {
      chunks.add(all.subList(from, Math.min(all.size(), from + CHUNK)));
    }
    return chunks;
  }
}
