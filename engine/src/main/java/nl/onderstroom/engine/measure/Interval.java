package nl.onderstroom.engine.measure;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A two-sided 95% interval, in the unit of the figure that it belongs to.
 *
 * @param low at most {@code high}
 */
public record Interval(double low, double high) {
  /** The standard normal's 97.5% point. */
  private static final double Z = 1.959963984540054;

  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "an interval from " + low + " to " + high + "; expected low ≤ high");
    }
  }

  /**
   * Of a mean, by Student's t: mean ± t·sd/√n.
   *
   * @param n people, at least 2: one answer says nothing about spread
   * @param sd their standard deviation with divisor n − 1, at least 0
   */
  public static Interval ofMean(long n, double mean, double sd) {
    if (n < 2 || !(sd >= 0) || !Double.isFinite(mean)) {
      throw new IllegalArgumentException(
          "an interval of a mean of n = %d, mean = %s, sd = %s; expected n ≥ 2, sd ≥ 0"
              .formatted(n, mean, sd));
    }
    double t = TDistribution.of(n - 1.0).inverseSurvivalProbability(0.025);
    double margin = t * sd / Math.sqrt((double) n);
    return new Interval(mean - margin, mean + margin);
  }

  /**
   * Of a share between 0 and 1, by Wilson's score: (p + z²/2n ± z·√(pq/n + z²/4n²)) / (1 + z²/n).
   * Of nobody it is all of 0 to 1.
   *
   * @param count people counted, 0 to n
   * @param n people asked
   */
  public static Interval ofShare(long count, long n) {
    if (count < 0 || count > n) {
      throw new IllegalArgumentException(
          "a share of %d out of %d; expected 0 ≤ count ≤ n".formatted(count, n));
    }
    if (n == 0) {
      return new Interval(0, 1);
    }
    double p = (double) count / n;
    double z2 = Z * Z / n;
    double middle = p + z2 / 2;
    double margin = Math.sqrt(Z * Z * p * (1 - p) / n + z2 * z2 / 4);
    // At the ends the formula gives exactly 0 and 1; rounding may not.
    double low = count == 0 ? 0 : (middle - margin) / (1 + z2);
    double high = count == n ? 1 : (middle + margin) / (1 + z2);
    return new Interval(low, high);
  }
}
