package nl.onderstroom.engine.drivers;

import java.util.Arrays;
import nl.onderstroom.engine.measure.Interval;
import org.apache.commons.statistics.distribution.TDistribution;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Least squares with the classical errors, from sums. Immutable. Coefficients are numbered 0 for
 * the intercept and 1 … p for the drivers; arrays are copies. O(p³).
 */
public final class Regression {
  private final DriverSums sums;
  private final RealMatrix inverse;
  private final double[] withOutcome;
  private final double[] standardised;
  private final double r2;

  private Regression(DriverSums sums, RealMatrix inverse) {
    this.sums = sums;
    this.inverse = inverse;
    this.withOutcome = sums.outcomeCorrelations();
    this.standardised = inverse.operate(withOutcome);
    double explained = 0;
    for (int j = 0; j < standardised.length; j++) {
      explained += standardised[j] * withOutcome[j];
    }
    this.r2 = explained;
  }

  /**
   * @throws IllegalArgumentException if there are no drivers, as many as people or more, something
   *     does not vary, or drivers are contained in others
   */
  public static Regression of(DriverSums sums) {
    int p = sums.drivers().size();
    if (p == 0 || sums.freedom() <= p) {
      throw new IllegalArgumentException(
          "%s: expected 1 driver or more and more than p + 1 people".formatted(sums));
    }
    for (int i = 0; i <= p; i++) {
      if (sums.isConstant(i)) {
        throw new IllegalArgumentException(sums + ": variable " + i + " does not vary");
      }
    }
    try {
      RealMatrix drivers = MatrixUtils.createRealMatrix(sums.driverCorrelations());
      return new Regression(
          sums, new CholeskyDecomposition(drivers, 1e-12, 1e-12).getSolver().getInverse());
    } catch (MathIllegalArgumentException contained) {
      throw new IllegalArgumentException(sums + ": a driver is contained in the others", contained);
    }
  }

  public double r2() {
    return r2;
  }

  public double adjustedR2() {
    return 1 - (1 - r2) * sums.freedom() / residualFreedom();
  }

  /** Degrees of freedom of the residuals. */
  public long residualFreedom() {
    return sums.freedom() - drivers();
  }

  /** Standard deviation of the residuals, in units of the outcome. */
  public double sigma() {
    return Math.sqrt((1 - r2) * sums.deviation(drivers(), drivers()) / residualFreedom());
  }

  /** In units of the outcome a unit of the driver; {@code [p + 1]}. */
  public double[] coefficients() {
    int p = drivers();
    double[] coefficients = new double[p + 1];
    coefficients[0] = sums.mean(p);
    for (int j = 0; j < p; j++) {
      coefficients[j + 1] = standardised[j] * scale(p) / scale(j);
      coefficients[0] -= coefficients[j + 1] * sums.mean(j);
    }
    return coefficients;
  }

  /** In standard deviations of the outcome a standard deviation of the driver; {@code [p]}. */
  public double[] standardised() {
    return standardised.clone();
  }

  /** Classical: right when everybody is independent and spreads equally; {@code [p + 1]}. */
  public double[] standardErrors() {
    double sigma = sigma();
    return errors(row -> sigma * sigma * quadratic(row));
  }

  /** {@code [p + 1]}. */
  public double[] t() {
    double[] t = coefficients();
    double[] errors = standardErrors();
    Arrays.setAll(t, k -> t[k] / errors[k]);
    return t;
  }

  /** Two-sided, by Student's t; {@code [p + 1]}. */
  public double[] p() {
    TDistribution student = TDistribution.of((double) residualFreedom());
    return Arrays.stream(t()).map(t -> 2 * student.survivalProbability(Math.abs(t))).toArray();
  }

  /** Of coefficient k, by Student's t. */
  public Interval interval(int k) {
    double middle = coefficients()[k];
    double margin =
        TDistribution.of((double) residualFreedom()).inverseSurvivalProbability(0.025)
            * standardErrors()[k];
    return new Interval(middle - margin, middle + margin);
  }

  /**
   * How many times an error's square is what it would be if the driver went together with no other;
   * {@code [p]}, at least 1.
   */
  public double[] varianceInflation() {
    double[] inflation = new double[drivers()];
    Arrays.setAll(inflation, j -> inverse.getEntry(j, j));
    return inflation;
  }

  /** R² less R² without the driver; {@code [p]}. */
  public double[] squaredSemipartial() {
    double[] last = new double[drivers()];
    Arrays.setAll(last, j -> standardised[j] * standardised[j] / inverse.getEntry(j, j));
    return last;
  }

  /** Correlation of each driver with the outcome; {@code [p]}. */
  public double[] zeroOrder() {
    return withOutcome.clone();
  }

  DriverSums sums() {
    return sums;
  }

  /** A variance as a quadratic form of a vector of p + 1 in centred units. */
  interface Variance {
    double of(double[] row);
  }

  /**
   * Errors of the coefficients from a variance in centred units, where the intercept is the
   * outcome's mean and row k of the change of units gives coefficient k.
   */
  double[] errors(Variance variance) {
    int p = drivers();
    double[] errors = new double[p + 1];
    double[] row = new double[p + 1];
    row[0] = 1;
    for (int j = 0; j < p; j++) {
      row[j + 1] = -sums.mean(j);
    }
    errors[0] = Math.sqrt(variance.of(row));
    for (int j = 1; j <= p; j++) {
      Arrays.fill(row, 0);
      row[j] = 1;
      errors[j] = Math.sqrt(variance.of(row));
    }
    return errors;
  }

  /** (X'X)⁻¹ · row, in centred units. */
  double[] solve(double[] row) {
    int p = drivers();
    double[] solved = new double[p + 1];
    solved[0] = row[0] / sums.n();
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < p; j++) {
        solved[i + 1] += inverse.getEntry(i, j) * row[j + 1] / scale(i) / scale(j);
      }
    }
    return solved;
  }

  private double quadratic(double[] row) {
    double[] solved = solve(row);
    double sum = 0;
    for (int k = 0; k < row.length; k++) {
      sum += row[k] * solved[k];
    }
    return sum;
  }

  private int drivers() {
    return standardised.length;
  }

  /** √Σ(x − x̄)². */
  private double scale(int variable) {
    return Math.sqrt(sums.deviation(variable, variable));
  }
}
