package nl.onderstroom.engine.measure.teams;

/**
 * The variance of answers without any agreement: a null distribution for rwg.
 *
 * @param value above 0, in squared levels
 */
public record ExpectedVariance(double value) {
  /**
   * Answers lean a little to one side, on 5 levels (shares .05, .15, .20, .35, .25). L. R. James,
   * R. G. Demaree and G. Wolf (1984), Journal of Applied Psychology 69, with variance 1.34.
   */
  public static final ExpectedVariance SLIGHT_SKEW_OF_5 = new ExpectedVariance(1.34);

  public ExpectedVariance {
    if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("an expected variance of " + value + "; expected above 0");
    }
  }

  /**
   * Every level is as likely: (A² − 1)/12.
   *
   * @param levels A, at least 2
   */
  public static ExpectedVariance uniform(int levels) {
    return new ExpectedVariance(((double) levels * levels - 1) / 12);
  }

  /**
   * rwg of one item or of a score, rwg(j) of more: from 0 (no agreement) to 1. Answers that vary
   * more than expected without agreement give 0, as is the custom.
   *
   * @param meanVariance over items, with divisor n − 1; NaN gives NaN
   * @param items J, at least 1
   */
  public double rwg(double meanVariance, int items) {
    double agreed = rwgStar(meanVariance);
    return agreed <= 0 ? 0 : items * agreed / (items * agreed + 1 - agreed);
  }

  /** r*wg(j) = 1 − s²/σ². */
  public double rwgStar(double meanVariance) {
    return 1 - meanVariance / value;
  }
}
