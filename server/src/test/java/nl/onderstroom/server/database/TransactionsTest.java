package nl.onderstroom.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class TransactionsTest {
  private final TestDatabase database = TestDatabase.create(List.of("exampleroster", "examplebox"));
  private final PeopleDatabase people = database.people();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aStatementByItselfIsKeptAtOnce() {
    add("Fatima");
    assertThat(seenByOthers()).containsExactly("Fatima");
  }

  @Test
  void aTransactionIsSeenByOthersWhenItEnds() {
    people.inTransaction(() -> {
      add("Fatima");
      assertThat(seenByOthers()).isEmpty();
    });
    assertThat(seenByOthers()).containsExactly("Fatima");
  }

  @Test
  void whatThrowsLeavesNothing() {
    assertThatThrownBy(() ->
            people.inTransaction(() -> {
              add("Fatima");
              throw new IllegalStateException("no");
            }))
        .hasMessage("no");
    assertThat(seenByOthers()).isEmpty();
  }

  @Test
  void aTransactionWithinAnotherJoinsIt() {
    assertThatThrownBy(() ->
            people.inTransaction(() -> {
              people.inTransaction(() -> add("Fatima"));
              throw new IllegalStateException("no");
            }))
        .hasMessage("no");
    assertThat(seenByOthers()).isEmpty();
  }

  @Test
  void aTransactionGivesItsResult() {
    long count =
        people.inTransaction(
            () -> people.sql().sql("select count(*) from colleague").query(Long.class).single());
    assertThat(count).isZero();
  }

  @Test
  void theTwoWingsCommitApart() {
    assertThatThrownBy(() ->
            people.inTransaction(() -> {
              add("Fatima");
              database.nameless().sql().sql("insert into slip (text) values ('ja')").update();
              throw new IllegalStateException("no");
            }))
        .hasMessage("no");
    assertThat(seenByOthers()).isEmpty();
    assertThat(
            database
                .owner()
                .sql("select text from slip")
                .query((row, n) -> row.getString(1))
                .list())
        .containsExactly("ja");
  }

  @Test
  void aConnectionSaysNothingOfWhoUsesItAndEndsLongStatements() {
    assertThat(setting("application_name")).isEqualTo("onderstroom");
    assertThat(setting("statement_timeout")).isEqualTo("30s");
  }

  private String setting(String name) {
    return people.sql().sql("select current_setting(?)").param(name).query(String.class).single();
  }

  private void add(String name) {
    people.sql().sql("insert into colleague (name) values (?)").param(name).update();
  }

  private List<String> seenByOthers() {
    return database
        .owner()
        .sql("select name from colleague")
        .query((row, n) -> row.getString(1))
        .list();
  }
}
