package nl.onderstroom.server.database;

/** A PostgreSQL that somebody else runs, watches and backs up. */
record ExternalPostgres(Login owner) implements Postgres {
  /** It was running before us and goes on after us. */
  @Override
  public void close() {}
}
