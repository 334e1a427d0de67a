package nl.onderstroom.server.answers;

/** What became of something that was asked of the {@link AnswerBox} with a ballot. */
public sealed interface Outcome {
  /** The sheet is on disk, and counts unless one with a higher counter comes. */
  record Counted(long counter) implements Outcome {}

  /** That there is no sheet any more is on disk. */
  record Withdrawn(long counter) implements Outcome {}

  /** What this ballot's sheet says now. */
  record Stored(long counter, Sheet sheet) implements Outcome {}

  /**
   * Nothing changed: something with the same counter or a higher one came before.
   *
   * @param counter the highest there is
   */
  record Stale(long counter) implements Outcome {}

  /** Nothing changed, and there is no more to it. */
  enum Nothing implements Outcome {
    /** There is no sheet of this ballot. */
    NONE,
    /** Not a ballot of this cohort and round; which of all the reasons it was is never told. */
    REFUSED,
    NOT_OPEN,
    CLOSED,
    /** Too many at once; later it will work. */
    BUSY
  }
}
