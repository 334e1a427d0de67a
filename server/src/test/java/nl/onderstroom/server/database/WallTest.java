package nl.onderstroom.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The wall between who people are and what they answer, as the database itself keeps it. */
@Tag("database")
class WallTest {
  private static final Login OWNER = TestDatabase.empty();
  private static final Wings WINGS =
      Preparation.prepare(OWNER, new Migrations(List.of("exampleroster", "examplebox")));

  private final JdbcClient owner = TestDatabase.client(OWNER);
  private final JdbcClient people = TestDatabase.client(WINGS.people());
  private final JdbcClient nameless = TestDatabase.client(WINGS.nameless());

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
        "select n_tup_ins from pg_stat_user_tables",
        "select last_idx_scan from pg_stat_all_indexes",
        "select n_tup_upd from pg_stat_xact_user_tables",
        "select seq_scan from pg_stat_sys_tables",
        "select heap_blks_read from pg_statio_all_tables",
        "select usename, state from pg_stat_activity",
        "select xact_commit from pg_stat_database",
        "select wal_bytes from pg_stat_wal",
        "select relation, mode from pg_locks",
        "select pg_stat_get_tuples_inserted('slip'::regclass)",
        "select pg_relation_size('slip')",
        "select pg_total_relation_size('colleague')",
        "select pg_database_size(current_database())",
        "select pg_current_wal_lsn()",
        "select pg_current_snapshot()",
        "select txid_current()",
        "select next_xid from pg_control_checkpoint()",
      })
  void neitherWingCan(String sql) {
    assertRefused(people, sql);
    assertRefused(nameless, sql);
  }

  @Test
  void neitherWingCanBecomeTheOther() {
    assertRefused(people, "set role " + WINGS.nameless().user());
    assertRefused(nameless, "set role " + WINGS.people().user());
    assertRefused(nameless, "set role " + OWNER.user());
  }

  @Test
  void neitherWingGetsIntoAnotherDatabase() {
    for (String other : List.of("postgres", "template1")) {
      Login login = WINGS.people().at(TestDatabase.loginTo(other).url());
      assertThatThrownBy(login::connect)
          .hasMessageContaining("permission denied for database \"%s\"".formatted(other));
    }
  }

  @Test
  void aStrangerDoesNotGetIn() {
    TestDatabase.run("create role stranger login password 'stranger'");
    Login stranger = new Login(OWNER.url(), "stranger", "stranger");
    assertThatThrownBy(stranger::connect).hasMessageContaining("permission denied for database");
  }

  @Test
  void aFunctionOfTheOwnerIsClosedUnlessGranted() {
    owner
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
