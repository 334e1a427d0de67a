package nl.onderstroom.server.survey;

/** Hears how far reading has come. */
@FunctionalInterface
public interface Progress {
  Progress NONE = rows -> {};

  /** Rows read so far, now and then. */
  void at(long rows);
}
