package nl.onderstroom.engine.measure.waves;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The smallest true change that a comparison of two waves would find 80 times out of 100, tested
 * two-sided at 5%. To be said before asking, and beside every "no change found".
 *
 * <p>By the noncentral t (as R's {@code power.t.test}), counting the near tail only.
 */
public final class DetectableChange {
  private static final double LEVEL = 0.05;
  private static final double POWER = 0.8;
  private static final int HALVINGS = 60;

  private DetectableChange() {}

  /**
   * Between people who are not linked, in the unit of the standard deviation.
   *
   * @param before people, at least 2
   * @param after people, at least 2
   * @param sd standard deviation of a person's answer, above 0
   */
  public static double unlinked(long before, long after, double sd) {
    require(Math.min(before, after), sd);
    return smallest(before + after - 2.0, sd * Math.sqrt(1.0 / before + 1.0 / after));
  }

  /**
   * Between the same units at both waves.
   *
   * @param n units, at least 2
   * @param sd standard deviation at a wave, above 0
   * @param correlation between the waves, −1 to below 1
   */
  public static double paired(long n, double sd, double correlation) {
    require(n, sd);
    if (!(correlation >= -1 && correlation < 1)) {
      throw new IllegalArgumentException(
          "a correlation of " + correlation + "; expected −1 to below 1");
    }
    return smallest(n - 1.0, sd * Math.sqrt(2 * (1 - correlation) / n));
  }

  private static void require(long n, double sd) {
    if (n < 2 || !(sd > 0) || Double.isInfinite(sd)) {
      throw new IllegalArgumentException(
          "n = %d, sd = %s; expected n ≥ 2 and sd > 0".formatted(n, sd));
    }
  }

  private static double smallest(double df, double error) {
    double critical = TDistribution.of(df).inverseSurvivalProbability(LEVEL / 2);
    double low = 0;
    double high = critical + 10;
    while (NoncentralT.survival(critical, df, high) < POWER) {
      high *= 2;
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (NoncentralT.survival(critical, df, middle) < POWER) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2 * error;
  }
}
