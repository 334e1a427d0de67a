package nl.onderstroom.server.answers;

/** What became of something that was asked of the {@link AnswerBox} with a ballot. */
public sealed interface Outcome {
  /** The sheet is on disk, and counts unless one with a higher counter comes. */
  record Counted(long counter) implements Outcome {}

  /** That there is no sheet any more is on disk. */
  record Withdrawn(long counter) implements Outcome {}

  /** All there is of this ballot. */
  record Stored(Serial serial, int cohort, long counter, Content content) implements Outcome {}

  /**
   * Nothing changed: only what has the next counter is taken, so that nobody gets far ahead of
   * another device, or of somebody who found the recovery code.
   *
   * @param counter of what there is; the next is one more
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
    /** Nothing was kept: too many at once, or nothing can be kept now. */
    BUSY,
    /** The disk failed in the middle: it may have been kept or not. */
    UNSURE
  }
}
