package nl.onderstroom.server.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the owner asks and does in the database, and how to say what it may not.
 *
 * @param connection of the owner, which the caller closes
 * @param user the owner's role
 */
record OwnerSql(Connection connection, String user) {
  static final String DENIED = "42501";

  /** As an identifier in SQL. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** As a text in SQL. */
  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  String database() throws SQLException {
    return connection.getCatalog();
  }

  boolean isTrue(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() && row.getBoolean(1);
    }
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The owner may not do {@code what}; the message holds the SQL for someone who may. */
  DatabaseUnavailable askAdministrator(String what, List<String> sql, @Nullable SQLException cause)
      throws SQLException {
    return new DatabaseUnavailable(
        "The owner of the database \"%s\" may not %s. Ask the database administrator to run this in that database, then start again:%n%s;"
            .formatted(database(), what, String.join(";\n", sql)),
        cause);
  }
}
