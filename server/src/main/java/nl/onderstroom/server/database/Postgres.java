package nl.onderstroom.server.database;

/** A PostgreSQL that answers: our own, which stops when it is closed, or somebody else's. */
sealed interface Postgres extends AutoCloseable permits EmbeddedPostgres, ExternalPostgres {
  /** The role that owns the tables. Only migrating needs it. */
  Login owner();

  @Override
  void close();
}
