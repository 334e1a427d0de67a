package nl.onderstroom.engine.measure.teams;

import nl.onderstroom.engine.numeric.Minimum;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * A regression in which each group has a level of its own, drawn from a normal distribution:
 * outcome = Xβ + u<sub>group</sub> + error, by restricted maximum likelihood. With θ = group over
 * error variance, a group of n has (I + θJ)<sup>−1</sup> = I − θ/(1 + nθ)·J, so X′X, X′1 and the
 * like of each group are all that is needed; the deviance is searched over θ/(1 + θ) from 0 to 1.
 * Cost: O(rows × predictors²) once, then 80 × groups × predictors².
 */
public final class RandomInterceptRegression {
  private static final double NEAR_ONE = 1 - 1e-9;

  private final int rows;
  private final int columns;
  private final double[][] products;
  private final double[] sizes;
  private final double[][] sums;
  private final double ratio;
  private final Fit fit;

  private record Fit(double deviance, double variance, double[] effects, RealMatrix precision) {}

  /** Products of (X, y) with itself over all rows; sums of (X, y) of each group. */
  private RandomInterceptRegression(int[] groups, double[][] predictors, double[] outcome) {
    this.rows = outcome.length;
    this.columns = predictors[0].length;
    int last = java.util.Arrays.stream(groups).max().orElseThrow();
    this.products = new double[columns + 1][columns + 1];
    this.sizes = new double[last + 1];
    this.sums = new double[last + 1][columns + 1];
    for (int row = 0; row < rows; row++) {
      double[] values = java.util.Arrays.copyOf(predictors[row], columns + 1);
      values[columns] = outcome[row];
      sizes[groups[row]]++;
      for (int i = 0; i <= columns; i++) {
        sums[groups[row]][i] += values[i];
        for (int j = 0; j <= columns; j++) {
          products[i][j] += values[i] * values[j];
        }
      }
    }
    this.ratio = ratio(Minimum.of(share -> fit(ratio(share)).deviance(), 0, NEAR_ONE));
    this.fit = fit(ratio);
  }

  /**
   * @param groups number of each row's group, from 0
   * @param predictors {@code [row][predictor]}; a column of ones for the intercept
   * @param outcome one a row
   * @throws IllegalArgumentException if lengths differ or there are no more rows than predictors
   */
  public static RandomInterceptRegression fit(
      int[] groups, double[][] predictors, double[] outcome) {
    boolean alike = groups.length == outcome.length && predictors.length == outcome.length;
    if (!alike || outcome.length == 0 || outcome.length <= predictors[0].length) {
      throw new IllegalArgumentException(
          "%d groups, %d rows of predictors and %d outcomes; expected as many, and more than predictors"
              .formatted(groups.length, predictors.length, outcome.length));
    }
    return new RandomInterceptRegression(groups, predictors, outcome);
  }

  /** One a predictor. */
  public double[] coefficients() {
    return fit.effects.clone();
  }

  /** Of {@link #coefficients}. */
  public double[] standardErrors() {
    RealMatrix covariance = new CholeskyDecomposition(fit.precision).getSolver().getInverse();
    double[] errors = new double[columns];
    for (int i = 0; i < columns; i++) {
      errors[i] = Math.sqrt(covariance.getEntry(i, i) * fit.variance);
    }
    return errors;
  }

  /** Between groups; 0 when they differ no more than rows do. */
  public double groupVariance() {
    return ratio * fit.variance;
  }

  /** Between rows of a group. */
  public double residualVariance() {
    return fit.variance;
  }

  /** Restricted, as lme4 gives it. */
  public double logLikelihood() {
    return -fit.deviance / 2;
  }

  private static double ratio(double share) {
    return share / (1 - share);
  }

  private Fit fit(double theta) {
    double[][] weighted = new double[columns + 1][];
    for (int i = 0; i <= columns; i++) {
      weighted[i] = products[i].clone();
    }
    double logDeterminant = 0;
    for (int group = 0; group < sizes.length; group++) {
      double shared = theta / (1 + sizes[group] * theta);
      logDeterminant += Math.log1p(sizes[group] * theta);
      for (int i = 0; i <= columns; i++) {
        for (int j = 0; j <= columns; j++) {
          weighted[i][j] -= shared * (sums[group][i] * sums[group][j]);
        }
      }
    }
    RealMatrix all = new Array2DRowRealMatrix(weighted, false);
    RealMatrix precision = all.getSubMatrix(0, columns - 1, 0, columns - 1);
    ArrayRealVector towards =
        new ArrayRealVector(java.util.Arrays.copyOf(weighted[columns], columns), false);
    CholeskyDecomposition cholesky = new CholeskyDecomposition(precision);
    double[] effects = cholesky.getSolver().solve(towards).toArray();
    double df = rows - columns;
    double explained = towards.dotProduct(new ArrayRealVector(effects, false));
    double variance = (weighted[columns][columns] - explained) / df;
    double deviance =
        df * (Math.log(2 * Math.PI * variance) + 1)
            + logDeterminant
            + Math.log(cholesky.getDeterminant());
    return new Fit(deviance, variance, effects, precision);
  }
}
