package nl.onderstroom.engine.effect;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * How unusual what was seen is among all the ways in which as many teams could have acted at the
 * same waves (Fisher 1935): needs no distribution, so it holds for a handful of teams.
 *
 * <p>The statistic should be an effect over its error (Canay, Romano and Shaikh 2017; DiCiccio and
 * Romano 2017): then the answer stays near right also when teams were not drawn by lot.
 *
 * @param p two-sided: the share of assignments at least as far from 0 as the one that was, itself
 *     among them
 * @param point how far from 0 the statistic lies in at most 95 of 100 assignments; effect ± point ×
 *     error is the effects that a test at 5% leaves standing
 * @param assignments looked at: all, or 1 + a seeded draw
 * @param isExact whether those are all
 */
public record RandomisationInference(double p, double point, int assignments, boolean isExact) {
  /** As many assignments are all looked at; of more, as many are drawn. */
  public static final int MOST_ASSIGNMENTS = 1000;

  private static final double SAME = 1e-9;

  /**
   * Cost: up to {@value #MOST_ASSIGNMENTS} statistics.
   *
   * @param statistic of a panel; NaN counts as 0
   */
  public static RandomisationInference of(
      Panel panel, ToDoubleFunction<Panel> statistic, long seed) {
    double seen = size(statistic, panel);
    double possible = assignments(panel);
    boolean exact = possible <= MOST_ASSIGNMENTS;
    double[] sizes = new double[exact ? (int) Math.round(possible) : MOST_ASSIGNMENTS];
    int[] order = panel.firstWaves();
    SplittableRandom random = new SplittableRandom(seed);
    if (exact) {
      Arrays.sort(order);
    }
    for (int at = 0; at < sizes.length; at++) {
      if (!exact && at > 0) {
        shuffle(order, random);
      }
      sizes[at] = size(statistic, panel.withFirstWaves(order));
      if (exact) {
        next(order);
      }
    }
    Arrays.sort(sizes);
    long asFar = Arrays.stream(sizes).filter(size -> size >= seen * (1 - SAME)).count();
    double point = sizes[(int) Math.ceil(0.95 * sizes.length) - 1];
    return new RandomisationInference((double) asFar / sizes.length, point, sizes.length, exact);
  }

  /** In how many ways as many teams can act at the same waves: n! / Π (cohort size)!. */
  static double assignments(Panel panel) {
    int[] sorted = panel.firstWaves();
    Arrays.sort(sorted);
    double ways = 1;
    int same = 0;
    for (int at = 0; at < sorted.length; at++) {
      same = at > 0 && sorted[at] == sorted[at - 1] ? same + 1 : 1;
      ways = ways * (at + 1) / same;
    }
    return ways;
  }

  private static double size(ToDoubleFunction<Panel> statistic, Panel panel) {
    double value = statistic.applyAsDouble(panel);
    return Double.isNaN(value) ? 0 : Math.abs(value);
  }

  private static void shuffle(int[] order, SplittableRandom random) {
    for (int at = order.length - 1; at > 0; at--) {
      int other = random.nextInt(at + 1);
      int kept = order[at];
      order[at] = order[other];
      order[other] = kept;
    }
  }

  /**
   * The next order of the same numbers, in the order of a dictionary; the last becomes the first.
   */
  private static void next(int[] order) {
    int pivot = order.length - 2;
    while (pivot >= 0 && order[pivot] >= order[pivot + 1]) {
      pivot--;
    }
    if (pivot >= 0) {
      int successor = order.length - 1;
      while (order[successor] <= order[pivot]) {
        successor--;
      }
      int kept = order[pivot];
      order[pivot] = order[successor];
      order[successor] = kept;
    }
    for (int left = pivot + 1, right = order.length - 1; left < right; left++, right--) {
      int kept = order[left];
      order[left] = order[right];
      order[right] = kept;
    }
  }
}
