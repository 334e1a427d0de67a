package nl.onderstroom.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * At most ten connections of one role. A statement outside a transaction commits by itself; inside
 * one, everything commits together at its end. A statement that takes over 30 seconds is ended by
 * the server.
 */
final class Pool implements AutoCloseable {
  private static final int MOST_CONNECTIONS = 10;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(30);

  private final HikariDataSource connections;
  private final JdbcClient sql;
  private final TransactionTemplate transactions;

  Pool(Login login) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(login.user());
    config.setJdbcUrl(login.url());
    config.setUsername(login.user());
    config.setPassword(login.password());
    config.setMaximumPoolSize(MOST_CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(LONGEST_WAIT.toMillis());
    // A constant: a name that told machine, page or person would be a trace in the server's tables.
    config.addDataSourceProperty("ApplicationName", "onderstroom");
    config.addDataSourceProperty("options", "-c statement_timeout=" + LONGEST_STATEMENT.toMillis());
    // Else the driver repeats values from the row in its messages, and those reach logs.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    connections = new HikariDataSource(config);
    sql = JdbcClient.create(connections);
    transactions = new TransactionTemplate(new JdbcTransactionManager(connections));
  }

  JdbcClient sql() {
    return sql;
  }

  TransactionTemplate transactions() {
    return transactions;
  }

  @Override
  public void close() {
    connections.close();
  }
}
