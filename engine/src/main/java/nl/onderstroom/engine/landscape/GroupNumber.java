package nl.onderstroom.engine.landscape;

/**
 * What speaks for each number of groups in one look at the votes, and which number that look would
 * show. All by number of groups, from one on.
 *
 * <p>Groups with deep valleys between them, much better than one group and found again when some
 * votes are left out, are there: of those the number with the best evidence is taken. Where people
 * stand in a continuum, groups are a way to cut it: then the smallest number is taken whose cut is
 * about as stable as the most stable one, if that is stable enough. Else there is one group.
 *
 * @param gains BIC of one group minus that of so many
 * @param valleys how shallow the shallowest valley between two groups is, 0 to 1
 * @param stability adjusted Rand index with the groups found when a tenth of the votes is left out
 * @param structure the same, when those groups read all the votes
 */
@SuppressWarnings("ArrayRecordComponent") // read here only
record GroupNumber(double[] gains, double[] valleys, double[] stability, double[] structure) {
  /** Very strong evidence on Kass and Raftery's scale. */
  static final double LEAST_GAIN = 10;

  /** Also what is taken for it when it was not looked at. */
  static final double LEAST_STABILITY = 0.85;

  private static final double DEEP_VALLEY = 0.1;
  private static final double LEAST_GAIN_OF_DISTINCT = 50;

  /** Differences in stability below this are not made much of. */
  private static final double ABOUT_EQUAL = 0.05;

  /** The most that were tried. */
  int most() {
    return gains.length;
  }

  /** Whether so many are clearly better than one. */
  boolean better(int groups) {
    return groups == 1 || gains[groups - 1] >= LEAST_GAIN;
  }

  /** Whether so many are found again. */
  boolean stable(int groups) {
    return groups == 1 || distinct(groups) || stability[groups - 1] >= LEAST_STABILITY;
  }

  private boolean distinct(int groups) {
    return gains[groups - 1] >= LEAST_GAIN_OF_DISTINCT
        && valleys[groups - 1] < DEEP_VALLEY
        && structure[groups - 1] >= LEAST_STABILITY;
  }

  int choose() {
    int distinct = 1;
    double mostStable = 0;
    for (int groups = 2; groups <= most(); groups++) {
      if (better(groups)) {
        boolean best = distinct == 1 || gains[groups - 1] > gains[distinct - 1];
        distinct = distinct(groups) && best ? groups : distinct;
        mostStable = Math.max(mostStable, stability[groups - 1]);
      }
    }
    return distinct > 1 ? distinct : coarsest(Math.max(LEAST_STABILITY, mostStable - ABOUT_EQUAL));
  }

  private int coarsest(double leastStability) {
    for (int groups = 2; groups <= most(); groups++) {
      if (better(groups) && stability[groups - 1] >= leastStability) {
        return groups;
      }
    }
    return 1;
  }
}
