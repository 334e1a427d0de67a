package nl.onderstroom.server.history;

/** Hears how far reading has come. */
@FunctionalInterface
interface Progress {
  Progress NONE = rows -> {};

  /** Rows read so far, now and then. */
  void at(long rows);
}
