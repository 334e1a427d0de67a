package nl.onderstroom.server.database;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables in which no person is named: rounds, answers, summaries, releases. Who works here
 * cannot be reached from here: the role lacks the rights.
 */
public final class NamelessDatabase {
  private final Pool pool;

  NamelessDatabase(Login login) {
    pool = new Pool(login);
  }

  /** Runs SQL: within the surrounding {@code inTransaction}, else each statement by itself. */
  public JdbcClient sql() {
    return pool.sql();
  }

  /**
   * Does all of the work or, when it throws, nothing of it. Within another transaction of this
   * database it joins that one.
   */
  public <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
    return pool.transactions().execute(status -> work.get());
  }

  /** As {@link #inTransaction(Supplier)}, for work without a result. */
  public void inTransaction(Runnable work) {
    pool.transactions().executeWithoutResult(status -> work.run());
  }

  void close() {
    pool.close();
  }
}
