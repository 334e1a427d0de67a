package nl.onderstroom.engine.measure;

import java.util.Arrays;

/** Many questions at once (Benjamini and Hochberg 1995). */
public final class FalseDiscovery {
  private FalseDiscovery() {}

  /**
   * Of each test the lowest false discovery rate at which it is still a finding.
   *
   * @param p of each test; NaN for one that was not done
   */
  public static double[] rates(double[] p) {
    int[] order = Ascending.order(p);
    double[] rates = new double[p.length];
    Arrays.fill(rates, 1);
    double lowest = 1;
    for (int rank = order.length; rank >= 1; rank--) {
      lowest = Math.min(lowest, p[order[rank - 1]] * order.length / rank);
      rates[order[rank - 1]] = lowest;
    }
    return rates;
  }
}
