package nl.onderstroom.engine.landscape;

/**
 * What speaks for so many groups.
 *
 * @param groups how many
 * @param gain how much better than one group: BIC of one minus BIC of so many; above 10 is very
 *     strong (Kass and Raftery 1995)
 * @param stability median adjusted Rand index between these groups and those found again from
 *     scratch after a tenth of the votes was left out at random
 * @param structure the same, when the landscape found without them reads all the votes: whether the
 *     groups are there again, apart from how surely each person belongs
 * @param valley how shallow the shallowest valley between two groups is, 0 (deep) to 1 (none)
 * @param verdict why it was taken or not
 */
public record GroupEvidence(
    int groups, double gain, double stability, double structure, double valley, Verdict verdict) {
  /** Why a number of groups was taken, or not. */
  public enum Verdict {
    CHOSEN,
    /** Taken because it was asked for; too little speaks for it, so nothing is said to mark it. */
    ASKED_FOR,
    /** Not enough better than one group. */
    NO_BETTER_THAN_ONE,
    /** Not found again when some votes are left out. */
    NOT_STABLE,
    /** It would do, another number does better. */
    ANOTHER_IS_BETTER
  }
}
