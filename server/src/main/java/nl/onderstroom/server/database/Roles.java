package nl.onderstroom.server.database;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the two roles that the running product logs in with, and takes from everybody what was not
 * granted. The roles can log in and nothing else; each room grants its tables in its migrations.
 *
 * <p>Passwords go to the server as SCRAM verifiers, never as themselves, so that the log of a
 * server that logs statements does not hold them either.
 */
final class Roles {
  private static final int LONGEST_NAME_BYTES = 63;
  private static final String DENIED = "42501";
  private static final String WRONG_PASSWORD = "28P01";
  private static final String ATTRIBUTES =
      "login nosuperuser nocreatedb nocreaterole noinherit noreplication nobypassrls";

  private final Connection owner;
  private final Wings wings;
  private final String user;
  private final String database;

  private Roles(Connection owner, Wings wings, String user, String database) {
    this.owner = owner;
    this.wings = wings;
    this.user = user;
    this.database = database;
  }

  /**
   * @param owner a connection of the owner, one node at a time
   * @param login the owner's login, from which the passwords are derived
   * @param prefix of the names of the roles
   * @throws DatabaseUnavailable when the owner may not do this; the message holds the SQL for
   *     someone who may
   */
  static Wings ensure(Connection owner, Login login, String prefix) throws SQLException {
    Wings wings = Wings.of(login, prefix);
    for (Login role : wings.both()) {
      if (role.user().getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME_BYTES) {
        throw new DatabaseUnavailable(
            "The database's name is too long: the role \"%s\" would have a name of over %d bytes. Give the database a shorter name."
                .formatted(role.user(), LONGEST_NAME_BYTES));
      }
    }
    Roles roles = new Roles(owner, wings, login.user(), owner.getCatalog());
    roles.ensureRoles();
    roles.ensureRights();
    return wings;
  }

  /** As an identifier in SQL. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private void ensureRoles() throws SQLException {
    try {
      for (Login role : wings.both()) {
        ensureRole(role);
      }
    } catch (SQLException failure) {
      if (!DENIED.equals(failure.getSQLState())) {
        throw failure;
      }
      List<String> sql = wings.both().stream().map(role -> creation(role)).toList();
      throw askAdministrator("create roles or set their passwords", sql, failure);
    }
  }

  private void ensureRole(Login role) throws SQLException {
    String name = literal(role.user());
    if (!isTrue("select exists (select from pg_roles where rolname = %s)".formatted(name))) {
      execute(creation(role));
      return;
    }
    refuseMoreRights(role);
    if (!opens(role)) {
      execute("alter role %s password '%s'".formatted(quoted(role.user()), verifier(role)));
    }
  }

  private static String creation(Login role) {
    return "create role %s %s password '%s'"
        .formatted(quoted(role.user()), ATTRIBUTES, verifier(role));
  }

  /** A wing's role that somebody gave more rights would see through the wall between the wings. */
  private void refuseMoreRights(Login role) throws SQLException {
    boolean hasMore =
        isTrue(
            """
            select rolsuper or rolcreatedb or rolcreaterole or rolinherit or rolreplication
                or rolbypassrls or not rolcanlogin
                or exists (select from pg_auth_members where member = pg_roles.oid)
            from pg_roles where rolname = %s
            """
                .formatted(literal(role.user())));
    if (hasMore) {
      throw new DatabaseUnavailable(
          "The role %s has other rights than to log in, or is a member of another role. That would break the wall between who people are and what they answer. Run \"alter role %s %s\", and revoke its memberships."
              .formatted(role.user(), quoted(role.user()), ATTRIBUTES));
    }
  }

  private static boolean opens(Login role) throws SQLException {
    try (Connection connection = role.connect()) {
      return connection.isValid(0);
    } catch (SQLException failure) {
      if (WRONG_PASSWORD.equals(failure.getSQLState()) || DENIED.equals(failure.getSQLState())) {
        return false;
      }
      throw failure;
    }
  }

  private void ensureRights() throws SQLException {
    if (hasRights()) {
      return;
    }
    List<String> sql = grants();
    try {
      for (String statement : sql) {
        execute(statement);
      }
    } catch (SQLException failure) {
      throw askAdministrator("change who may use the database", sql, failure);
    }
    // Who does not own the database gets a warning and no error.
    if (!hasRights()) {
      throw askAdministrator("change who may use the database", sql, null);
    }
  }

  private List<String> grants() {
    String self = quoted(user);
    String roles = quoted(wings.people().user()) + ", " + quoted(wings.nameless().user());
    return List.of(
        "revoke all on database %s from public".formatted(quoted(database)),
        "revoke all on schema public from public",
        "alter default privileges for role %s revoke execute on functions from public"
            .formatted(self),
        "grant connect on database %s to %s, %s".formatted(quoted(database), self, roles),
        "grant usage, create on schema public to " + self,
        "grant usage on schema public to " + roles);
  }

  private boolean hasRights() throws SQLException {
    List<String> conditions = new ArrayList<>();
    Stream.of("connect", "temporary")
        .forEach(right -> conditions.add("not " + onDatabase("public", right)));
    Stream.of("usage", "create")
        .forEach(right -> conditions.add("not " + onSchema("public", right)));
    conditions.add(onDatabase(user, "connect"));
    conditions.add(onSchema(user, "create"));
    for (Login role : wings.both()) {
      conditions.add(onDatabase(role.user(), "connect"));
      conditions.add(onSchema(role.user(), "usage"));
      conditions.add("not " + onSchema(role.user(), "create"));
    }
    conditions.add(
        "exists (select from pg_default_acl where defaclrole = current_user::regrole and defaclnamespace = 0 and defaclobjtype = 'f')");
    return isTrue("select " + String.join(" and ", conditions));
  }

  private static String onDatabase(String role, String right) {
    return "has_database_privilege(%s, current_database(), '%s')".formatted(literal(role), right);
  }

  private static String onSchema(String role, String right) {
    return "has_schema_privilege(%s, 'public', '%s')".formatted(literal(role), right);
  }

  private DatabaseUnavailable askAdministrator(
      String what, List<String> sql, @Nullable SQLException cause) {
    return new DatabaseUnavailable(
        "The owner of the database \"%s\" may not %s. Ask the database administrator to run this in that database, then start again:%n%s;"
            .formatted(database, what, String.join(";\n", sql)),
        cause);
  }

  private static String verifier(Login role) {
    return ScramVerifier.of(role.password());
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private boolean isTrue(String sql) throws SQLException {
    try (Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() && row.getBoolean(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }
}
