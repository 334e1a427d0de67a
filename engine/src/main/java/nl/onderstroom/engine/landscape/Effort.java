package nl.onderstroom.engine.landscape;

/**
 * How long to go on.
 *
 * @param firstSweeps of the opinion space at most, on the first people
 * @param lastWork votes times sweeps that the last sweeps, on everybody, may cost
 * @param lastSweeps at most; at least one is done
 * @param searchPeople among whom groups are looked for at least; of many more a share, see {@link
 *     #searchAmong}; the others are put in them
 * @param searchSteps of expectation–maximisation at most, for each number of groups
 * @param patience the search ends when so many numbers of groups in a row were not clearly better
 *     than the best before
 */
record Effort(
    int firstSweeps,
    long lastWork,
    int lastSweeps,
    int searchPeople,
    int searchSteps,
    int patience) {
  /** Until little changes: for what is reported with its uncertainty. */
  static final Effort SETTLED = new Effort(20, 4_000_000, 60, 8192, 30, 2);

  /** For a point estimate: right to well within its uncertainty. */
  static final Effort QUICK = new Effort(4, 700_000, 60, 1024, 12, 1);

  /** How many people to look for groups among: a thousandth of the votes more. */
  int searchAmong(Votes votes) {
    return searchPeople + votes.size() / 1000;
  }
}
