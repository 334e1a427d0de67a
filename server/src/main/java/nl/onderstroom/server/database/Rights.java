package nl.onderstroom.server.database;

import static nl.onderstroom.server.database.OwnerSql.literal;
import static nl.onderstroom.server.database.OwnerSql.quoted;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who may use the database and its schema: the owner and the two wings, nobody else. Each room
 * grants its own tables in its migrations.
 */
record Rights(OwnerSql owner, Wings wings) {
  /**
   * @throws DatabaseUnavailable when the owner may not do this; the message holds the SQL for
   *     someone who may
   */
  void ensure() throws SQLException {
    if (areRight()) {
      return;
    }
    List<String> sql = grants();
    try {
      for (String statement : sql) {
        owner.execute(statement);
      }
    } catch (SQLException failure) {
      throw owner.askAdministrator("change who may use the database", sql, failure);
    }
    // Who does not own the database gets a warning and no error.
    if (!areRight()) {
      throw owner.askAdministrator("change who may use the database", sql, null);
    }
  }

  private List<String> grants() throws SQLException {
    String self = quoted(owner.user());
    String database = quoted(owner.database());
    String roles = quoted(wings.people().user()) + ", " + quoted(wings.nameless().user());
    return List.of(
        "revoke all on database %s from public".formatted(database),
        "revoke all on schema public from public",
        "alter default privileges for role %s revoke execute on functions from public"
            .formatted(self),
        "grant connect on database %s to %s, %s".formatted(database, self, roles),
        "grant usage, create on schema public to " + self,
        "grant usage on schema public to " + roles);
  }

  private boolean areRight() throws SQLException {
    List<String> conditions = new ArrayList<>();
    Stream.of("connect", "temporary")
        .forEach(right -> conditions.add("not " + onDatabase("public", right)));
    Stream.of("usage", "create")
        .forEach(right -> conditions.add("not " + onSchema("public", right)));
    conditions.add(onDatabase(owner.user(), "connect"));
    conditions.add(onSchema(owner.user(), "create"));
    for (Login role : wings.both()) {
      conditions.add(onDatabase(role.user(), "connect"));
      conditions.add(onSchema(role.user(), "usage"));
      conditions.add("not " + onSchema(role.user(), "create"));
    }
    conditions.add(
        "exists (select from pg_default_acl where defaclrole = current_user::regrole and defaclnamespace = 0 and defaclobjtype = 'f')");
    return owner.isTrue("select " + String.join(" and ", conditions));
  }

  private static String onDatabase(String role, String right) {
    return "has_database_privilege(%s, current_database(), '%s')".formatted(literal(role), right);
  }

  private static String onSchema(String role, String right) {
    return "has_schema_privilege(%s, 'public', '%s')".formatted(literal(role), right);
  }
}
