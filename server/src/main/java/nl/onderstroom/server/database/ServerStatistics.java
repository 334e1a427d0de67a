package nl.onderstroom.server.database;

import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What PostgreSQL tells everybody about what others do: how many rows went into which table, who
 * waits for what, how large a table is, how far the log and the transaction numbers are. Looked at
 * again and again it tells one wing when something happened in the other, so it is taken from
 * everybody but administrators.
 */
final class ServerStatistics {
  private static final Logger LOG = LoggerFactory.getLogger(ServerStatistics.class);

  /** Views such as pg_stat_user_tables and pg_locks ask these functions, as who reads the view. */
  private static final String OPEN_FUNCTIONS =
      """
      select oid::regprocedure from pg_proc
        where pronamespace = 'pg_catalog'::regnamespace
          and has_function_privilege('public', oid, 'execute')
          and proname ~ ('^(pg_stat_get_|pg_control_|pg_last_|pg_current_(wal|xact|snapshot)'
            || '|txid_(current|status)|pg_xact_(status|commit)|pg_lock_status|pg_blocking_pids'
            || '|pg_safe_snapshot_blocking|pg_isolation_test|pg_get_(multixact|replication|wal)'
            || '|pg_prepared_xact|pg_notification_queue'
            || '|pg_(relation|table|total_relation|indexes|database|tablespace)_size)')
      """;

  private static final String CLOSE =
      """
      do $$ declare each regprocedure; begin
        for each in %s  loop
          execute format('revoke execute on function %%s from public', each);
        end loop;
      end $$\
      """
          .formatted(OPEN_FUNCTIONS);

  private ServerStatistics() {}

  /**
   * Closes them where the owner is an administrator of the server, as of our own. Elsewhere says in
   * the log what the administrator can run: the product works without.
   */
  static void close(OwnerSql owner) throws SQLException {
    if (!owner.isTrue("select exists (%s)".formatted(OPEN_FUNCTIONS))) {
      return;
    }
    if (owner.isTrue("select rolsuper from pg_roles where rolname = current_user")) {
      owner.execute(CLOSE);
    } else {
      LOG.warn(
          "Every role of the database \"{}\" can read the server's statistics, and so learn when something happened in a table it has no right to. The database administrator can end that with this, run in that database:\n{};",
          owner.database(),
          CLOSE);
    }
  }
}
