package nl.onderstroom.engine.measure.stance;

/**
 * Where someone stands towards AI by two scores from 1 to 5 that are two axes and not one line:
 * positive expectancy and threat.
 *
 * <p><b>Cut-offs.</b> A score is high from {@value #HIGH} up and low up to {@value #LOW}: half a
 * point, half a step of the answer scale, from its midpoint 3, "neither agree nor disagree". They
 * are fixed, so that stance can be compared between companies and waves; they are no quantiles of
 * the answers. In between a score is too near the midpoint to say: with a standard deviation of .9
 * and a reliability of .80 a score's error is .40, so someone whose true score is 3 gets past a
 * cut-off in about a fifth of cases, and someone at one cut-off past the other in fewer than one of
 * a hundred. Someone unclear on either axis is {@link #UNCLEAR}.
 */
public enum Stance {
  /** Expects much, fears little. */
  EMBRACES,
  /** Fears much, expects little. */
  SCARED,
  /** Expects much and fears much. */
  AMBIVALENT,
  /** Expects little, fears little: indifferent, or holds back. */
  HOLDS_BACK,
  /** Too near the midpoint on either axis. */
  UNCLEAR;

  /** The lowest high score. */
  public static final double HIGH = 3.5;

  /** The highest low score. */
  public static final double LOW = 2.5;

  /**
   * @param expectancy score, 1 to 5
   * @param threat score, 1 to 5
   */
  public static Stance of(double expectancy, double threat) {
    require("expectancy", expectancy);
    require("threat", threat);
    if (isUnclear(expectancy) || isUnclear(threat)) {
      return UNCLEAR;
    }
    if (expectancy >= HIGH) {
      return threat >= HIGH ? AMBIVALENT : EMBRACES;
    }
    return threat >= HIGH ? SCARED : HOLDS_BACK;
  }

  private static boolean isUnclear(double score) {
    return score > LOW && score < HIGH;
  }

  private static void require(String axis, double score) {
    if (!(score >= 1 && score <= 5)) {
      throw new IllegalArgumentException(axis + " of " + score + "; expected 1 to 5");
    }
  }
}
