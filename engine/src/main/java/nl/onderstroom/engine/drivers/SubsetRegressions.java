package nl.onderstroom.engine.drivers;

import java.util.Arrays;

/**
 * R² of the regressions on all subsets of p drivers, in one walk, and their weighted sums that make
 * the parts of Lindeman, Merenda and Gold. Keeps its working space, so it is not for two threads at
 * once.
 *
 * <p>The walk is depth-first (Furnival and Wilson's "leaps", 1974): from a subset to the same with
 * one later driver more, by sweeping that driver out of the covariances of those still to come.
 * Half of the steps touch one number, a quarter three, and so on: O(2<sup>p</sup>) in all. With
 * w(s) = s!(p − 1 − s)!/p!, lmg<sub>j</sub> = Σ<sub>S∌j</sub> w(|S|)(R²(S ∪ j) − R²(S)) = Σ
 * <sub>S∋j</sub> (w(|S| − 1) + w(|S|)) R²(S) − Σ<sub>S</sub> w(|S|) R²(S); the first sum is over
 * the branches that begin with j, so no subset is visited twice and none is stored.
 */
final class SubsetRegressions {
  static final int MOST_DRIVERS = 20;

  /** Of a driver's variance 1: with less of its own left, it adds nothing. */
  private static final double NOTHING_LEFT = 1e-10;

  private final int drivers;
  private final int size;
  private final double[] weights;
  private final double[] branchWeights;
  private final double[][] swept;
  private final double[] branches;

  /**
   * Σ w(|S|) R²(S) of the walk that ended last: summed by branches, so that rounding stays small.
   */
  private double all;

  /**
   * @param drivers 1 to 20
   */
  SubsetRegressions(int drivers) {
    if (drivers < 1 || drivers > MOST_DRIVERS) {
      throw new IllegalArgumentException(
          "%d drivers; expected 1 to %d".formatted(drivers, MOST_DRIVERS));
    }
    this.drivers = drivers;
    this.size = drivers + 1;
    this.weights = new double[size];
    this.branchWeights = new double[size];
    this.swept = new double[drivers][size * size];
    this.branches = new double[drivers];
    double weight = 1.0 / drivers;
    for (int s = 0; s < drivers; s++) {
      weights[s] = weight;
      weight *= (s + 1.0) / Math.max(1, drivers - 1 - s);
    }
    for (int s = 1; s <= drivers; s++) {
      branchWeights[s] = weights[s - 1] + weights[s];
    }
  }

  /**
   * The part of R² of each driver.
   *
   * @param correlations {@code [(p + 1)²]} in row order, outcome last; a row of zeros for what does
   *     not vary
   */
  double[] parts(double[] correlations) {
    Arrays.fill(branches, 0);
    walk(0, 1, correlations, 0);
    double[] parts = new double[drivers];
    Arrays.setAll(parts, j -> branches[j] - all);
    return parts;
  }

  /**
   * Adds each driver from {@code first} on to a subset of {@code count} − 1 with the given R².
   *
   * @return weighted sum of R² over all the subsets so reached
   */
  private double walk(int first, int count, double[] left, double r2) {
    double total = 0;
    double allHere = 0;
    for (int j = first; j < drivers; j++) {
      int row = j * size;
      double own = left[row + j];
      double inverse = own > NOTHING_LEFT ? 1 / own : 0;
      double withOutcome = left[row + drivers];
      double more = r2 + withOutcome * withOutcome * inverse;
      allHere += weights[count] * more;
      double branch = branchWeights[count] * more;
      if (j + 1 < drivers) {
        branch += walk(j + 1, count + 1, sweep(j, inverse, left, swept[count - 1]), more);
        allHere += all;
      }
      branches[j] += branch;
      total += branch;
    }
    all = allHere;
    return total;
  }

  /** What the drivers after j and the outcome share beyond j; upper triangle. */
  private double[] sweep(int j, double inverse, double[] left, double[] into) {
    int row = j * size;
    for (int a = j + 1; a < drivers; a++) {
      double slope = left[row + a] * inverse;
      int at = a * size;
      for (int b = a; b < size; b++) {
        into[at + b] = left[at + b] - slope * left[row + b];
      }
    }
    return into;
  }
}
