package nl.onderstroom.engine.measure.reliability;

import java.util.Arrays;

/**
 * One factor that leaves the least squared correlations between the items unexplained: the least of
 * Σ(r<sub>xy</sub> − λ<sub>x</sub>λ<sub>y</sub>)² over pairs (Harman and Jones 1966), each loading
 * in turn at its best given the others. Assumes no distribution. Cost a sweep: O(items²).
 */
final class MinimumResiduals {
  private static final int MOST_SWEEPS = 20_000;
  private static final double STILL = 1e-13;

  private MinimumResiduals() {}

  /** Omega total of items of equal variance: (Σλ)² / ((Σλ)² + Σ(1 − λ²)). */
  static double omega(double[] loadings) {
    return OneFactor.omega(loadings, Arrays.stream(loadings).map(l -> 1 - l * l).toArray());
  }

  /**
   * Their sum is not below 0; all NaN where the loadings do not come to rest.
   *
   * @param correlations [items][items], all numbers, at least three items
   */
  static double[] loadings(double[][] correlations) {
    int p = correlations.length;
    double[] loadings = Arrays.copyOf(OneFactor.start(correlations), p);
    double moved = 1;
    for (int sweep = 0; sweep < MOST_SWEEPS && moved > STILL; sweep++) {
      moved = 0;
      for (int i = 0; i < p; i++) {
        double best = best(correlations[i], loadings, i);
        moved = Math.max(moved, Math.abs(best - loadings[i]));
        loadings[i] = best;
      }
    }
    boolean resting = moved <= STILL;
    double sign = Arrays.stream(loadings).sum() < 0 ? -1 : 1;
    return Arrays.stream(loadings).map(l -> resting ? sign * l : Double.NaN).toArray();
  }

  private static double best(double[] correlations, double[] loadings, int i) {
    double with = 0;
    double squares = 0;
    for (int j = 0; j < loadings.length; j++) {
      if (j != i) {
        with += correlations[j] * loadings[j];
        squares += loadings[j] * loadings[j];
      }
    }
    return with / squares;
  }
}
