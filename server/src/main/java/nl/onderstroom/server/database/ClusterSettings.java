package nl.onderstroom.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The server's settings: the text of {@code postgresql.conf}, written anew at every start. */
record ClusterSettings(int port, Durability durability) {
  /** A client that is gone must not hold locks for ever. */
  private static final Duration LONGEST_IDLE_IN_TRANSACTION = Duration.ofMinutes(1);

  void writeTo(Path cluster) throws IOException {
    Files.writeString(cluster.resolve("postgresql.conf"), text());
  }

  String text() {
    return """
    # Written at every start; changes made here are lost.
    listen_addresses = '127.0.0.1'
    port = %d
    unix_socket_directories = ''
    password_encryption = 'scram-sha-256'

    # A small machine: two cores, a database that fits in memory.
    max_connections = 50
    shared_buffers = '128MB'
    io_method = 'sync'
    max_worker_processes = 2
    max_parallel_workers_per_gather = 0
    autovacuum_max_workers = 2
    jit = off
    max_wal_size = '256MB'
    idle_in_transaction_session_timeout = %d

    # What was acknowledged survives a crash.
    fsync = %s
    synchronous_commit = %3$s
    full_page_writes = %3$s

    # No replica reads along and no log is archived: backups are made from the tables. So the
    # write-ahead log holds what recovery needs and no more, and less can be learnt from it.
    wal_level = 'minimal'
    max_wal_senders = 0
    max_logical_replication_workers = 0

    # Privacy: no statements, values, connections or durations, not even of what fails. That is
    # why errors are left to the application: they repeat values ("Key (name)=(...) exists").
    log_min_messages = 'log'
    log_min_error_statement = 'panic'
    log_error_verbosity = 'terse'
    log_statement = 'none'
    log_connections = ''
    log_disconnections = off
    log_duration = off
    log_min_duration_statement = -1
    log_min_duration_sample = -1
    log_autovacuum_min_duration = -1
    log_checkpoints = off
    log_lock_waits = off
    log_temp_files = -1
    log_parameter_max_length = 0
    log_parameter_max_length_on_error = 0
    track_commit_timestamp = off

    log_timezone = 'UTC'
    timezone = 'UTC'
    """
        .formatted(
            port,
            LONGEST_IDLE_IN_TRANSACTION.toMillis(),
            durability == Durability.KEPT ? "on" : "off");
  }
}
