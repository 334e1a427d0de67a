package nl.onderstroom.engine.measure.waves;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The signed-rank test of Wilcoxon (1945): do the differences of units seen both times lie about 0?
 * Beside {@link PairedChange}, for when a few units that changed much should not carry the answer.
 *
 * <p>Differences of 0 are left out, equal sizes share their middle rank. Sizes are equal only as
 * exact doubles, as in R: differences of decimals are better rounded first.
 *
 * @param n units with a difference other than 0
 * @param positive Wilcoxon's V, the sum of the ranks of the positive differences; n(n + 1)/4 is
 *     expected when nothing changed
 * @param p two-sided: of all 2<sup>n</sup> ways to give the ranks a sign, twice the share at least
 *     as far to this side, for up to {@value #MOST_EXACT} units; {@code normalP} above
 * @param normalP two-sided, normal with ties counted and no continuity correction
 */
public record SignedRanks(int n, double positive, double p, double normalP) {
  /** More units are near enough to normal. Below 53, so that the ways are counted exactly. */
  public static final int MOST_EXACT = 50;

  /**
   * Cost: O(n log n), and O(n³) for few units.
   *
   * @param differences one a unit; NaN where it is not known, and the unit is left out
   */
  public static SignedRanks of(double[] differences) {
    double[] changed = Arrays.stream(differences).filter(d -> d != 0 && !Double.isNaN(d)).toArray();
    int[] doubledRanks = doubledRanks(changed);
    int doubledPositive = 0;
    for (int i = 0; i < changed.length; i++) {
      doubledPositive += changed[i] > 0 ? doubledRanks[i] : 0;
    }
    double normal = normal(doubledRanks, doubledPositive);
    double p = changed.length <= MOST_EXACT ? exact(doubledRanks, doubledPositive) : normal;
    return new SignedRanks(changed.length, doubledPositive / 2.0, p, normal);
  }

  /** Of the sizes; doubled, because the middle of an even number of ranks is halfway two. */
  private static int[] doubledRanks(double[] changed) {
    double[] sizes = Arrays.stream(changed).map(Math::abs).sorted().toArray();
    int[] ranks = new int[changed.length];
    for (int i = 0; i < changed.length; i++) {
      double size = Math.abs(changed[i]);
      ranks[i] = firstNotBelow(sizes, size) + firstNotBelow(sizes, Math.nextUp(size)) + 1;
    }
    return ranks;
  }

  private static int firstNotBelow(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** V has mean Σr/2 and variance Σr²/4, which counts ties by itself. */
  private static double normal(int[] doubledRanks, int doubledPositive) {
    double sum = 0;
    double squares = 0;
    for (int rank : doubledRanks) {
      sum += rank;
      squares += (double) rank * rank;
    }
    double z = (doubledPositive - sum / 2) / Math.sqrt(squares / 4);
    return squares == 0 ? 1 : 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z));
  }

  private static double exact(int[] doubledRanks, int doubledPositive) {
    int most = Arrays.stream(doubledRanks).sum();
    double[] ways = new double[most + 1];
    ways[0] = 1;
    for (int rank : doubledRanks) {
      for (int sum = most; sum >= rank; sum--) {
        ways[sum] += ways[sum - rank];
      }
    }
    int side = Math.min(doubledPositive, most - doubledPositive);
    double asFar = 0;
    for (int sum = 0; sum <= side; sum++) {
      asFar += ways[sum];
    }
    return Math.min(1, 2 * asFar / Math.scalb(1.0, doubledRanks.length));
  }
}
