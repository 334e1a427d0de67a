package nl.onderstroom.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The wall between who people are and what they answer, as the database itself keeps it. */
@Tag("database")
class WallTest {
  private final TestDatabase database = TestDatabase.create(List.of("exampleroster", "examplebox"));
  private final JdbcClient people = database.people().sql();
  private final JdbcClient nameless = database.nameless().sql();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void eachWingUsesItsOwnTables() {
    people.sql("insert into colleague (name) values ('Fatima')").update();
    nameless.sql("insert into slip (text) values ('graag meer tijd')").update();
    assertThat(names(people, "select name from colleague")).containsExactly("Fatima");
    assertThat(names(nameless, "select text from slip")).containsExactly("graag meer tijd");
  }

  @Test
  void whoKnowsPeopleCannotReadSlips() {
    assertRefused(people, "select text from slip");
    assertRefused(people, "insert into slip (text) values ('untrue')");
    assertRefused(people, "delete from slip");
  }

  @Test
  void whoReadsSlipsCannotReadPeople() {
    assertRefused(nameless, "select name from colleague");
    assertRefused(nameless, "update colleague set name = 'Somebody'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table mine (id bigint)",
        "create temporary table mine (id bigint)",
        "create schema mine",
        "create function mine() returns int language sql return 1",
        "create role mine",
        "create database mine",
        "drop table colleague, slip",
        "truncate colleague, slip",
        "alter role current_user superuser",
        "select rolpassword from pg_authid",
        "select installed_rank from flyway_exampleroster",
        "select pg_read_file('postgresql.conf')",
        "copy (select 1) to program 'true'",
        "select * from pg_stat_file('base')",
      })
  void neitherWingCan(String sql) {
    assertRefused(people, sql);
    assertRefused(nameless, sql);
  }

  @Test
  void neitherWingCanBecomeTheOther() {
    String peopleRole = names(people, "select current_user").getFirst();
    String namelessRole = names(nameless, "select current_user").getFirst();
    assertRefused(people, "set role " + namelessRole);
    assertRefused(nameless, "set role " + peopleRole);
    assertRefused(nameless, "set role onderstroom");
  }

  @Test
  void neitherWingGetsIntoAnotherDatabase() {
    String role = names(people, "select current_user").getFirst();
    List<String> reachable =
        database
            .owner()
            .sql(
                "select datname from pg_database where datallowconn and has_database_privilege(:role, oid, 'connect') and datname in ('postgres', 'template1', 'onderstroom', current_database())")
            .param("role", role)
            .query((row, n) -> row.getString(1))
            .list();
    // Nobody has prepared "onderstroom" here: this server's databases are made by tests.
    assertThat(reachable).contains(names(people, "select current_database()").getFirst());
    assertThat(reachable).doesNotContain("postgres", "template1");
  }

  @Test
  void aFunctionOfTheOwnerIsClosedUnlessGranted() {
    TestDatabase fresh = database;
    fresh
        .owner()
        .sql(
            "create function peek() returns bigint security definer language sql as 'select count(*) from colleague'")
        .update();
    assertRefused(nameless, "select peek()");
  }

  private static List<String> names(JdbcClient sql, String query) {
    return sql.sql(query).query((row, n) -> row.getString(1)).list();
  }

  private static void assertRefused(JdbcClient sql, String statement) {
    assertThatThrownBy(() -> sql.sql(statement).query().listOfRows())
        .as(statement)
        .rootCause()
        .hasMessageMatching(
            "(?s)ERROR: (permission denied|must be (able to SET ROLE|owner)|cannot).*");
  }
}
