package nl.onderstroom.server.database;

import static nl.onderstroom.server.database.OwnerSql.DENIED;
import static nl.onderstroom.server.database.OwnerSql.literal;
import static nl.onderstroom.server.database.OwnerSql.quoted;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the two roles that the running product logs in with. They can log in and nothing else: see
 * {@link Rights}.
 *
 * <p>Passwords go to the server as SCRAM verifiers, never as themselves, so that the log of a
 * server that logs statements does not hold them either.
 */
final class Roles {
  private static final int LONGEST_NAME_BYTES = 63;
  private static final String WRONG_PASSWORD = "28P01";
  private static final String ATTRIBUTES =
      "login nosuperuser nocreatedb nocreaterole noinherit noreplication nobypassrls";

  private final OwnerSql owner;
  private final Wings wings;

  private Roles(OwnerSql owner, Wings wings) {
    this.owner = owner;
    this.wings = wings;
  }

  /**
   * @param owner one node at a time
   * @param login the owner's login, from which the passwords are derived
   * @param prefix of the names of the roles
   * @throws DatabaseUnavailable when the owner may not do this; the message holds the SQL for
   *     someone who may
   */
  static Wings ensure(OwnerSql owner, Login login, String prefix) throws SQLException {
    Wings wings = Wings.of(login, prefix);
    for (Login role : wings.both()) {
      if (role.user().getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME_BYTES) {
        throw new DatabaseUnavailable(
            "The database's name is too long: the role \"%s\" would have a name of over %d bytes. Give the database a shorter name."
                .formatted(role.user(), LONGEST_NAME_BYTES));
      }
    }
    new Roles(owner, wings).ensureRoles();
    return wings;
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
      throw owner.askAdministrator("create roles or set their passwords", missing(), failure);
    }
  }

  private List<String> missing() throws SQLException {
    var sql = new ArrayList<String>();
    for (Login role : wings.both()) {
      if (!exists(role)) {
        sql.add(creation(role));
      } else if (!opens(role)) {
        sql.add(newPassword(role));
      }
    }
    return sql;
  }

  private void ensureRole(Login role) throws SQLException {
    if (!exists(role)) {
      owner.execute(creation(role));
      return;
    }
    refuseMoreRights(role);
    if (!opens(role)) {
      owner.execute(newPassword(role));
    }
  }

  private boolean exists(Login role) throws SQLException {
    return owner.isTrue(
        "select exists (select from pg_roles where rolname = %s)".formatted(literal(role.user())));
  }

  private static String creation(Login role) {
    return "create role %s %s password '%s'"
        .formatted(quoted(role.user()), ATTRIBUTES, verifier(role));
  }

  private static String newPassword(Login role) {
    return "alter role %s password '%s'".formatted(quoted(role.user()), verifier(role));
  }

  /** A wing's role that somebody gave more rights would see through the wall between the wings. */
  private void refuseMoreRights(Login role) throws SQLException {
    boolean hasMore =
        owner.isTrue(
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
      // The password was right when only the database is still closed to the role.
      if (DENIED.equals(failure.getSQLState())) {
        return true;
      }
      if (WRONG_PASSWORD.equals(failure.getSQLState())) {
        return false;
      }
      throw failure;
    }
  }

  private static String verifier(Login role) {
    return ScramVerifier.of(role.password());
  }
}
