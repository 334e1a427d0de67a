package nl.onderstroom.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * A database of a test's own, with the tables of all rooms and nothing in them. Making one takes
 * about 0.1 s, as a copy; the server behind it starts with the first and stops with the JVM.
 *
 * <pre>{@code
 * try (TestDatabase database = TestDatabase.create()) {
 *   var roster = new Roster(database.people());
 * }
 * }</pre>
 */
public final class TestDatabase implements AutoCloseable {
  private static final Map<List<String>, Template> TEMPLATES = new HashMap<>();
  private static int made;

  private final Login owner;
  private final PeopleDatabase people;
  private final NamelessDatabase nameless;

  /** A database with the tables of these rooms, to copy. */
  private record Template(String name, Wings wings) {}

  private TestDatabase(Login owner, Wings wings) {
    this.owner = owner;
    people = new PeopleDatabase(wings.people().at(owner.url()));
    nameless = new NamelessDatabase(wings.nameless().at(owner.url()));
  }

  /** With the tables of all rooms of the product. */
  public static TestDatabase create() {
    return create(Rooms.all());
  }

  /** With the tables of these rooms. */
  public static synchronized TestDatabase create(List<String> rooms) {
    Template template = TEMPLATES.computeIfAbsent(rooms, TestDatabase::fill);
    Login owner = empty("template " + template.name());
    // Unlike rights on tables, those on the database itself are not copied.
    run(
        "revoke all on database %s from public".formatted(name(owner)),
        "grant connect on database %s to %s, %s"
            .formatted(
                name(owner),
                OwnerSql.quoted(template.wings().people().user()),
                OwnerSql.quoted(template.wings().nameless().user())));
    return new TestDatabase(owner, template.wings());
  }

  /** Settings for a whole application on an empty database, which it fills itself. */
  public static Map<String, String> properties() {
    Login login = empty();
    return Map.of(
        "onderstroom.database.url", login.url(),
        "onderstroom.database.user", login.user(),
        "onderstroom.database.password", login.password());
  }

  public PeopleDatabase people() {
    return people;
  }

  public NamelessDatabase nameless() {
    return nameless;
  }

  /** Sees everything: for tests that ask what somebody learns who holds the whole database. */
  public JdbcClient owner() {
    return client(owner);
  }

  static JdbcClient client(Login login) {
    return JdbcClient.create(
        new DriverManagerDataSource(login.url(), login.user(), login.password()));
  }

  @Override
  public void close() {
    people.close();
    nameless.close();
    run("drop database %s with (force)".formatted(name(owner)));
  }

  /** The owner's login on a new database without anything. */
  static Login empty() {
    return empty("");
  }

  static synchronized Login empty(String options) {
    String name = "test_" + ++made;
    run("create database %s %s".formatted(name, options));
    return loginTo(name);
  }

  /** The owner's login on a database with this name. */
  static Login loginTo(String database) {
    Login server = Server.POSTGRES.owner();
    return server.at(server.url().replaceAll("/[^/]*$", "/" + database));
  }

  private static Template fill(List<String> rooms) {
    Login owner = empty();
    return new Template(name(owner), Preparation.prepare(owner, new Migrations(rooms)));
  }

  private static String name(Login login) {
    return login.url().substring(login.url().lastIndexOf('/') + 1);
  }

  static void run(String... sql) {
    try (Connection connection = Server.POSTGRES.owner().connect();
        Statement statement = connection.createStatement()) {
      for (String one : sql) {
        statement.execute(one);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(String.join("; ", sql), failure);
    }
  }

  /** The programs, unpacked once for all test runs. */
  static Path programs() {
    try {
      return Files.createDirectories(Path.of("target", "postgres"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Started by its first use. What it holds is thrown away, so it need not survive a crash. */
  private static final class Server {
    static final EmbeddedPostgres POSTGRES;

    static {
      try {
        Path folder = Files.createTempDirectory("onderstroom-test-");
        POSTGRES = new EmbeddedPostgres(folder, programs(), ServerAccount.find(), Durability.LOST);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(folder)));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    private static void stop(Path folder) {
      POSTGRES.close();
      try {
        FileSystemUtils.deleteRecursively(folder);
      } catch (IOException left) {
        throw new UncheckedIOException(left);
      }
    }
  }
}
