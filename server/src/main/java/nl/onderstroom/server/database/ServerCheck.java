package nl.onderstroom.server.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the owner's connection and makes sure that the server behind it will do. */
final class ServerCheck {
  private static final Logger LOG = LoggerFactory.getLogger(ServerCheck.class);
  private static final int OLDEST_VERSION = 16;

  private ServerCheck() {}

  /**
   * @return an open connection of the owner, which the caller closes
   * @throws DatabaseUnavailable when it cannot be opened, is older than PostgreSQL 16 or stores
   *     text in anything but UTF-8
   */
  static Connection connect(Login owner) {
    try {
      Connection connection = owner.connect();
      try {
        check(connection, owner);
        return connection;
      } catch (SQLException | RuntimeException bad) {
        connection.close();
        throw bad;
      }
    } catch (SQLException failure) {
      throw new DatabaseUnavailable(explain(owner, failure), failure);
    }
  }

  private static void check(Connection connection, Login owner) throws SQLException {
    String sql =
        """
        select current_setting('server_version_num')::int / 10000,
          current_setting('server_encoding'), lower('É') = 'é' and 'é' < 'f'
        """;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      refuseOld(row.getInt(1), owner);
      refuseOtherThanUtf8(row.getString(2), owner);
      if (!row.getBoolean(3)) {
        LOG.warn(
            "The database at {} sorts names by their bytes, so that Élise comes after Zoë. Create it with \"create database NAME locale_provider icu icu_locale 'nl-NL' locale 'C' encoding 'UTF8' template template0\" to sort as people do.",
            owner.url());
      }
    }
  }

  static void refuseOld(int version, Login owner) {
    if (version < OLDEST_VERSION) {
      throw new DatabaseUnavailable(
          "The database at %s is PostgreSQL %d. Onderstroom needs %d or newer: upgrade it, or point %s to another one."
              .formatted(owner.url(), version, OLDEST_VERSION, DatabaseSettings.URL));
    }
  }

  private static void refuseOtherThanUtf8(String encoding, Login owner) {
    if (!encoding.equals("UTF8")) {
      throw new DatabaseUnavailable(
          "The database at %s stores text as %s. Onderstroom needs UTF8: create it with \"create database NAME encoding 'UTF8' template template0\"."
              .formatted(owner.url(), encoding));
    }
  }

  private static String explain(Login owner, SQLException failure) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    String advice =
        switch (state) {
          case "28P01", "28000" ->
              "The server refused the user or the password: check %s and %s."
                  .formatted(DatabaseSettings.USER, DatabaseSettings.PASSWORD);
          case "3D000" ->
              "That database does not exist: create it, or check %s."
                  .formatted(DatabaseSettings.URL);
          case "53300" -> "The server has no connection left: raise its max_connections.";
          default ->
              "Is the server running, and can this machine reach it? Check the host and port in %s."
                  .formatted(DatabaseSettings.URL);
        };
    return "Cannot open the database as %s. %s (%s)".formatted(owner, advice, failure.getMessage());
  }
}
