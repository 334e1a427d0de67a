package nl.onderstroom.engine.landscape;

/** What is asked of a vote. */
enum Reading {
  /** Agree or disagree? A pass does not say. */
  OPINION(-1, 0, 1),
  /** Pass or not? */
  PASSING(-1, 1, -1);

  private final int[] signs;

  Reading(int disagree, int pass, int agree) {
    signs = new int[] {disagree, pass, agree};
  }

  /**
   * @param code of the vote: 0 disagree, 1 pass, 2 agree
   * @return 1 yes, −1 no, 0 does not say
   */
  int sign(int code) {
    return signs[code];
  }
}
