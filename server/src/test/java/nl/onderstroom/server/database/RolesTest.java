package nl.onderstroom.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.ThrowingSupplier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** On a server of the customer's, where the owner of the database is no superuser. */
@Tag("database")
@ExtendWith(OutputCaptureExtension.class)
class RolesTest {
  private static final Migrations NOTHING = new Migrations(List.of());
  private static int made;

  private final String name = "customer_" + ++made;

  /** A database as an administrator hands it over. */
  private Login customer(String attributes) {
    TestDatabase.run("create role %s login %s password 'first'".formatted(name, attributes));
    TestDatabase.run("create database %s owner %s".formatted(name, name));
    return new Login(TestDatabase.loginTo(name).url(), name, "first");
  }

  @Test
  void anOwnerWhoMayCreateRolesNeedsNoAdministrator() throws Exception {
    Wings wings = Preparation.prepare(customer("createrole"), NOTHING);
    assertOpen(wings);
    assertThat(wings.people().user()).isEqualTo(name + "_people");
    assertThat(wings.nameless().user()).isEqualTo(name + "_nameless");
    assertThat(wings.people().password()).isNotEqualTo(wings.nameless().password());
  }

  @Test
  void anotherOwnerIsToldWhatTheAdministratorMustRun() throws Exception {
    Login owner = customer("");
    String message = messageOf(() -> Preparation.prepare(owner, NOTHING));
    assertThat(message)
        .contains(
            "Ask the database administrator to run this",
            "create role \"%s_people\"".formatted(name))
        .contains("SCRAM-SHA-256$4096:")
        .doesNotContain(Wings.of(owner, name).people().password());
    TestDatabase.client(TestDatabase.loginTo(name)).sql(sqlIn(message)).update();
    assertOpen(Preparation.prepare(owner, NOTHING));
  }

  @Test
  void whoDoesNotOwnTheDatabaseIsToldWhatTheAdministratorMustRun() throws Exception {
    Login owner = customer("createrole");
    TestDatabase.run("alter database %s owner to current_user".formatted(name));
    String message = messageOf(() -> Preparation.prepare(owner, NOTHING));
    assertThat(message).contains("may not change who may use the database");
    TestDatabase.client(TestDatabase.loginTo(name)).sql(sqlIn(message)).update();
    assertOpen(Preparation.prepare(owner, NOTHING));
  }

  @Test
  void whenTheOwnerGetsANewPasswordTheRolesFollow() throws Exception {
    Login owner = customer("createrole");
    Wings before = Preparation.prepare(owner, NOTHING);
    TestDatabase.run("alter role %s password 'second'".formatted(name));
    Wings after = Preparation.prepare(new Login(owner.url(), name, "second"), NOTHING);
    assertOpen(after);
    assertThatThrownBy(() -> before.people().connect())
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void whenAnOwnerWhoMayNotSetPasswordsGetsANewOneTheAdministratorIsTold() throws Exception {
    Login owner = customer("createrole");
    Preparation.prepare(owner, NOTHING);
    TestDatabase.run("alter role %s nocreaterole password 'second'".formatted(name));
    Login renewed = new Login(owner.url(), name, "second");
    String message = messageOf(() -> Preparation.prepare(renewed, NOTHING));
    assertThat(message).contains("alter role \"%s_people\" password".formatted(name));
    TestDatabase.client(TestDatabase.loginTo(name)).sql(sqlIn(message)).update();
    assertOpen(Preparation.prepare(renewed, NOTHING));
  }

  @Test
  void rolesMadeBeforehandOnAClosedDatabaseAreLetIn() throws Exception {
    Login owner = customer("");
    String message = messageOf(() -> Preparation.prepare(owner, NOTHING));
    TestDatabase.run("revoke connect on database %s from public".formatted(name));
    TestDatabase.client(TestDatabase.loginTo(name)).sql(sqlIn(message)).update();
    assertOpen(Preparation.prepare(owner, NOTHING));
  }

  @Test
  void anOwnerWhoIsNoAdministratorIsWarnedOfOpenStatistics(CapturedOutput log) throws Exception {
    Login owner = customer("createrole");
    Wings wings = Preparation.prepare(owner, NOTHING);
    assertThat(log.getOut()).contains("can read the server's statistics", "revoke execute");
    int start = log.getOut().lastIndexOf("do $$");
    String sql = log.getOut().substring(start, log.getOut().indexOf("end $$;", start) + 6);
    TestDatabase.client(TestDatabase.loginTo(name)).sql(sql).update();
    assertThatThrownBy(
            () -> TestDatabase.client(wings.people()).sql("table pg_locks").query().listOfRows())
        .rootCause()
        .hasMessageContaining("permission denied");
    Preparation.prepare(owner, NOTHING);
    assertThat(log.getOut().lastIndexOf("do $$")).as("no second warning").isEqualTo(start);
  }

  @Test
  void aRoleThatSeesOverTheWallIsRefused() {
    Login owner = customer("createrole");
    Wings wings = Preparation.prepare(owner, NOTHING);
    String people = wings.people().user();
    String nameless = wings.nameless().user();
    for (String[] doAndUndo :
        List.of(
            new String[] {
              "grant %s to %s".formatted(nameless, people),
              "revoke %s from %s".formatted(nameless, people)
            },
            new String[] {"alter role %s superuser", "alter role %s nosuperuser"},
            new String[] {"alter role %s bypassrls", "alter role %s nobypassrls"})) {
      TestDatabase.run(doAndUndo[0].formatted(people));
      assertThat(messageOf(() -> Preparation.prepare(owner, NOTHING)))
          .contains("The role " + people + " has other rights than to log in");
      TestDatabase.run(doAndUndo[1].formatted(people));
    }
    assertThat(Preparation.prepare(owner, NOTHING)).isEqualTo(wings);
  }

  @Test
  void aNameThatNeedsQuotesIsFine() throws Exception {
    Login server = TestDatabase.loginTo("Onder-stroom");
    TestDatabase.run("create database \"Onder-stroom\"");
    assertOpen(Preparation.prepare(server, new Migrations(List.of("exampleroster"))));
  }

  @Test
  void aNameTooLongForItsRolesIsRefused() {
    String name = "d".repeat(55);
    TestDatabase.run("create database " + name);
    assertThat(messageOf(() -> Preparation.prepare(TestDatabase.loginTo(name), NOTHING)))
        .contains("too long", "Give the database a shorter name");
  }

  private static void assertOpen(Wings wings) throws Exception {
    for (Login role : wings.both()) {
      try (var connection = role.connect()) {
        assertThat(connection.isValid(1)).isTrue();
      }
    }
  }

  private static String sqlIn(String message) {
    return message.substring(message.indexOf('\n') + 1);
  }

  private static String messageOf(ThrowingSupplier<?> action) {
    try {
      action.get();
    } catch (DatabaseUnavailable refused) {
      return String.valueOf(refused.getMessage());
    } catch (Throwable other) {
      throw new AssertionError("Expected DatabaseUnavailable", other);
    }
    throw new AssertionError("Expected DatabaseUnavailable");
  }
}
