package nl.onderstroom.engine.measure;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** Intervals of shares beside Wilson's, {@link Interval#ofShare}. */
public final class ShareIntervals {
  private ShareIntervals() {}

  /**
   * Of shares that sum to one, right for all of them at once in 95 of 100 surveys: Goodman (1965),
   * with the upper .05/k point A of χ² on 1 degree of freedom, (A + 2x ± √(A(A + 4x(n − x)/n))) /
   * (2(n + A)). Of nobody each is all of 0 to 1.
   *
   * @param counts people in each of at least two classes, at least 0
   */
  public static List<Interval> goodman(long[] counts) {
    if (counts.length < 2) {
      throw new IllegalArgumentException(counts.length + " classes; expected at least 2");
    }
    long n = 0;
    for (long count : counts) {
      if (count < 0) {
        throw new IllegalArgumentException("a class of " + count + " people; expected ≥ 0");
      }
      n += count;
    }
    double point = ChiSquaredDistribution.of(1).inverseSurvivalProbability(0.05 / counts.length);
    List<Interval> intervals = new ArrayList<>();
    for (long count : counts) {
      intervals.add(goodman(count, n, point));
    }
    return List.copyOf(intervals);
  }

  /**
   * Jeffreys' interval: the middle 95% of Beta(x + ½, n − x + ½), from 0 when x = 0 and to 1 when x
   * = n (Brown, Cai and DasGupta 2001). Of nobody it is all of 0 to 1.
   *
   * @param count people counted, 0 to n
   * @param n people asked
   */
  public static Interval jeffreys(long count, long n) {
    if (count < 0 || count > n) {
      throw new IllegalArgumentException(
          "a share of %d out of %d; expected 0 ≤ count ≤ n".formatted(count, n));
    }
    BetaDistribution beta = BetaDistribution.of(count + 0.5, n - count + 0.5);
    double low = count == 0 ? 0 : beta.inverseCumulativeProbability(0.025);
    double high = count == n ? 1 : beta.inverseSurvivalProbability(0.025);
    return new Interval(low, high);
  }

  private static Interval goodman(long count, long n, double point) {
    if (n == 0) {
      return new Interval(0, 1);
    }
    double root = Math.sqrt(point * (point + 4.0 * count * (n - count) / n));
    double low = count == 0 ? 0 : (point + 2.0 * count - root) / (2 * (n + point));
    double high = count == n ? 1 : (point + 2.0 * count + root) / (2 * (n + point));
    return new Interval(low, high);
  }
}
