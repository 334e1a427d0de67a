package nl.onderstroom.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** Everything the owner does, once at a start; afterwards its connections are closed. */
final class Preparation {
  /** Any number, the same for every node: only one may prepare a database at a time. */
  private static final long LOCK = 0x6f6e6465727374L;

  private static final int CONNECTIONS = 3;

  private Preparation() {}

  /**
   * Checks the server, makes the two roles, closes what others need not see, and brings the tables
   * up to date.
   *
   * @throws DatabaseUnavailable when that is impossible
   */
  static Wings prepare(Login owner, Migrations migrations) {
    try (Connection connection = ServerCheck.connect(owner);
        Statement statement = connection.createStatement()) {
      // Dropped by the server when this connection closes.
      statement.execute("select pg_advisory_lock(" + LOCK + ")");
      OwnerSql sql = new OwnerSql(connection, owner.user());
      Wings wings = Roles.ensure(sql, owner, sql.database());
      new Rights(sql, wings).ensure();
      ServerStatistics.close(sql);
      migrate(owner, migrations.listPending(connection), wings);
      return wings;
    } catch (SQLException failure) {
      throw new DatabaseUnavailable(
          "The database could not be prepared as %s: %s".formatted(owner, failure.getMessage()),
          failure);
    }
  }

  private static void migrate(Login owner, List<String> rooms, Wings wings) {
    if (rooms.isEmpty()) {
      return;
    }
    Map<String, String> placeholders =
        Map.of(
            "people", OwnerSql.quoted(wings.people().user()),
            "nameless", OwnerSql.quoted(wings.nameless().user()),
            "owner", OwnerSql.quoted(owner.user()));
    HikariConfig config = new HikariConfig();
    config.setPoolName("owner");
    config.setJdbcUrl(owner.url());
    config.setUsername(owner.user());
    config.setPassword(owner.password());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(0);
    try (HikariDataSource connections = new HikariDataSource(config)) {
      for (String room : rooms) {
        Migrations.run(room, connections, placeholders);
      }
    }
  }
}
