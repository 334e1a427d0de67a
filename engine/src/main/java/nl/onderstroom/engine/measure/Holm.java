package nl.onderstroom.engine.measure;

import java.util.Arrays;

/**
 * Many questions at once, when not one false finding is wanted (Holm 1979). Stricter than {@link
 * FalseDiscovery}, and like that of Bonferroni whatever the tests have to do with each other.
 */
public final class Holm {
  private Holm() {}

  /**
   * Of each test the lowest family-wise error rate at which it is still a finding.
   *
   * @param p of each test; NaN for one that was not done, which counts as no test and gets 1
   */
  public static double[] adjusted(double[] p) {
    int[] order = Ascending.order(p);
    double[] adjusted = new double[p.length];
    Arrays.fill(adjusted, 1);
    double highest = 0;
    for (int rank = 0; rank < order.length; rank++) {
      highest = Math.max(highest, Math.min(1, p[order[rank]] * (order.length - rank)));
      adjusted[order[rank]] = highest;
    }
    return adjusted;
  }
}
