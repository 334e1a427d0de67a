package nl.onderstroom.engine.measure.reliability;

import java.util.Optional;
import nl.onderstroom.engine.measure.Interval;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Cronbach's alpha (1951) of the sum or mean of k items: k/(k − 1) · (1 − Σ variances / variance of
 * the sum). Equals reliability when all items measure the same thing equally strongly, else it is
 * too low.
 *
 * @param value at most 1, may be below 0; NaN for one item, or when the sum does not vary
 * @param standardized of items put at equal variance: k·r / (1 + (k − 1)·r) with r the mean
 *     correlation; for two items this is the Spearman–Brown reliability; NaN when an item is
 *     constant
 * @param feldt 95% interval by F (Feldt 1965), exact for normal items of equal covariances; empty
 *     when alpha is NaN or n &lt; 2
 * @param standardError of alpha for normal items of any covariances (van Zyl, Neudecker and Nel
 *     2000; Duhachek and Iacobucci 2004); NaN when alpha is
 * @param duhachek alpha ± 1.96 standard errors; empty when alpha is NaN
 */
public record Alpha(
    double value,
    double standardized,
    Optional<Interval> feldt,
    double standardError,
    Optional<Interval> duhachek) {
  /** As the paper has it, not the normal's 97.5% point with more digits. */
  private static final double Z = 1.96;

  private static final double TAIL = 0.025;

  /** Cost: O(items²). */
  public static Alpha of(Covariances covariances) {
    double[][] v = covariances.matrix();
    double value = alpha(v);
    double standardError = standardError(v, covariances.n());
    Optional<Interval> duhachek =
        Double.isFinite(value) && Double.isFinite(standardError)
            ? Optional.of(new Interval(value - Z * standardError, value + Z * standardError))
            : Optional.empty();
    return new Alpha(
        value,
        alpha(covariances.correlations()),
        feldt(value, covariances.n(), v.length),
        standardError,
        duhachek);
  }

  /** Of a matrix of covariances or correlations; NaN where there is none. */
  static double alpha(double[][] v) {
    double trace = 0;
    double all = 0;
    for (int i = 0; i < v.length; i++) {
      trace += v[i][i];
      for (double covariance : v[i]) {
        all += covariance;
      }
    }
    return v.length < 2 || !(all > 0)
        ? Double.NaN
        : v.length / (v.length - 1.0) * (1 - trace / all);
  }

  /** 1 − (1 − alpha)·F, with n − 1 and (n − 1)(k − 1) degrees of freedom. */
  private static Optional<Interval> feldt(double alpha, long n, int items) {
    if (!Double.isFinite(alpha) || n < 2) {
      return Optional.empty();
    }
    FDistribution f = FDistribution.of(n - 1.0, (n - 1.0) * (items - 1));
    double low = 1 - (1 - alpha) * f.inverseSurvivalProbability(TAIL);
    double high = 1 - (1 - alpha) * f.inverseCumulativeProbability(TAIL);
    return Optional.of(new Interval(Math.min(low, high), Math.max(low, high)));
  }

  /**
   * √(Q/n), Q = 2k²/((k − 1)²·s³) · (s·(tr V² + tr² V) − 2·tr V·1'V²1), with s the sum of all of V.
   */
  private static double standardError(double[][] v, long n) {
    int k = v.length;
    double s = 0;
    double trace = 0;
    double squares = 0;
    double rowSquares = 0;
    for (int i = 0; i < k; i++) {
      double row = 0;
      for (double covariance : v[i]) {
        row += covariance;
        squares += covariance * covariance;
      }
      s += row;
      trace += v[i][i];
      rowSquares += row * row;
    }
    if (k < 2 || !(s > 0) || n < 1) {
      return Double.NaN;
    }
    double q = 2.0 * k * k / ((k - 1.0) * (k - 1.0) * s * s * s);
    double spread = s * (squares + trace * trace) - 2 * trace * rowSquares;
    return Math.sqrt(q * Math.max(0, spread) / n);
  }
}
