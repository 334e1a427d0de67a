package nl.onderstroom.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("database")
class MigrationsTest {
  private final Login owner = TestDatabase.empty();
  private final JdbcClient sql = TestDatabase.client(owner);

  @Test
  void everyRoomHasItsOwnHistory() {
    prepare("exampleroster", "examplebox");
    assertThat(tables())
        .containsExactly("colleague", "flyway_examplebox", "flyway_exampleroster", "slip");
  }

  @Test
  void aRoomWithoutTablesIsPassedOver() {
    prepare("exampleroster", "nosuchroom");
    assertThat(tables()).containsExactly("colleague", "flyway_exampleroster");
  }

  @Test
  void aRoomThatArrivesLaterGetsItsTables() {
    prepare("exampleroster");
    sql.sql("insert into colleague (name) values ('Fatima')").update();
    prepare("exampleroster", "examplebox");
    assertThat(tables()).contains("slip");
    assertThat(sql.sql("select name from colleague").query(String.class).single())
        .isEqualTo("Fatima");
  }

  @Test
  void whatIsUpToDateIsLeftAlone() throws SQLException {
    prepare("exampleroster", "examplebox");
    assertThat(pending("exampleroster", "examplebox")).isEmpty();
    prepare("exampleroster", "examplebox");
    assertThat(sql.sql("select count(*) from flyway_exampleroster").query(Long.class).single())
        .isEqualTo(1);
  }

  /** Also proves that our checksum is Flyway's: else an unchanged room would be pending. */
  @Test
  void aScriptThatWasChangedAfterItRanIsRefused() throws SQLException {
    prepare("exampleroster", "examplebox");
    sql.sql("update flyway_exampleroster set checksum = checksum + 1 where version = '1'").update();
    assertThat(pending("exampleroster", "examplebox")).containsExactly("exampleroster");
    assertThatThrownBy(() -> prepare("exampleroster", "examplebox"))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("The tables of the room \"exampleroster\"")
        .hasMessageContaining("checksum mismatch");
  }

  @Test
  void aScriptThatIsGoneIsRefused() {
    prepare("exampleroster");
    sql.sql(
            "insert into flyway_exampleroster values (9, '9', 'gone', 'SQL', 'V9__gone.sql', 1, 'x', now(), 1, true)")
        .update();
    assertThatThrownBy(() -> prepare("exampleroster"))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("9");
  }

  @Test
  void aBrokenScriptLeavesNothingHalfDone() {
    assertThatThrownBy(() -> prepare("exampleroster", "examplebroken"))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("The tables of the room \"examplebroken\"")
        .hasMessageContaining("V2__examplebroken_fails.sql")
        .hasMessageContaining("does_not_exist");
    assertThat(tables()).contains("colleague").noneMatch(table -> table.startsWith("half_done"));
  }

  @Test
  void severalNodesMayStartAtOnce() throws Exception {
    Callable<Wings> start =
        () -> Preparation.prepare(owner, new Migrations(List.of("exampleroster", "examplebox")));
    try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
      List<Future<Wings>> all = nodes.invokeAll(List.of(start, start, start, start));
      for (Future<Wings> one : all) {
        assertThat(one.get()).isEqualTo(all.getFirst().get());
      }
    }
    assertThat(tables()).hasSize(4);
  }

  @Test
  void aRoomIsAFolderName() {
    assertThatThrownBy(() -> new Migrations(List.of("people; drop table colleague")))
        .hasMessageContaining("small letters")
        .hasMessageContaining("people; drop table colleague");
  }

  private void prepare(String... rooms) {
    Preparation.prepare(owner, new Migrations(List.of(rooms)));
  }

  private List<String> pending(String... rooms) throws SQLException {
    try (Connection connection = owner.connect()) {
      return new Migrations(List.of(rooms)).listPending(connection);
    }
  }

  private List<String> tables() {
    return sql.sql("select tablename from pg_tables where schemaname = 'public' order by 1")
        .query((row, n) -> row.getString(1))
        .list();
  }
}
