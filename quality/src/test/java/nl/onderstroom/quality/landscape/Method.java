package nl.onderstroom.quality.landscape;

/** A way to find groups of opinion. Deterministic. */
interface Method {
  String name();

  Found find(Conversation conversation);

  /**
   * What was found, by the conversation's own order of people and statements.
   *
   * @param k how many groups
   * @param groups of each person, from 0 on; −1 of whom cannot be placed
   * @param agreement foretells votes
   */
  @SuppressWarnings("ArrayRecordComponent") // read here only
  record Found(int k, int[] groups, Agreement agreement) {}

  /** The chance that a person's vote on a statement is "agree", passes being no. */
  @FunctionalInterface
  interface Agreement {
    double of(int person, int statement);
  }
}
