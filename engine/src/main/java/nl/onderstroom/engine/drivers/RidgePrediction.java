package nl.onderstroom.engine.drivers;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Ridge regression (Hoerl and Kennard 1970), for predicting the outcome of new people only: its
 * coefficients are drawn towards 0 on purpose and say nothing of importance. β = (R + λI)⁻¹r on
 * correlations. Works where drivers are contained in others, for λ > 0.
 */
public final class RidgePrediction {
  private static final int STEPS_A_DECADE = 10;

  private final DriverSums sums;
  private final double lambda;
  private final double[] standardised;
  private final double crossValidation;

  private RidgePrediction(
      DriverSums sums, double lambda, double[] standardised, double crossValidation) {
    this.sums = sums;
    this.lambda = lambda;
    this.standardised = standardised;
    this.crossValidation = crossValidation;
  }

  /**
   * With the λ of 0 and 10<sup>−4</sup> … 10<sup>2</sup> (ten a decade) that predicts best by
   * generalised cross-validation (Golub, Heath and Wahba 1979), which needs no records. O(p³).
   *
   * @throws IllegalArgumentException if there are no drivers or something does not vary
   */
  public static RidgePrediction of(DriverSums sums) {
    Axes axes = Axes.of(sums);
    return DoubleStream.concat(
            DoubleStream.of(0),
            IntStream.rangeClosed(-4 * STEPS_A_DECADE, 2 * STEPS_A_DECADE)
                .mapToDouble(step -> Math.pow(10, step / (double) STEPS_A_DECADE)))
        .filter(lambda -> axes.smallest() + lambda > 1e-10)
        .mapToObj(lambda -> axes.fit(sums, lambda))
        .reduce((best, next) -> next.crossValidation < best.crossValidation ? next : best)
        .orElseThrow();
  }

  /**
   * @param lambda at least 0, beside correlations of 1
   * @throws IllegalArgumentException if there are no drivers, something does not vary, or λ = 0 and
   *     drivers are contained in others
   */
  public static RidgePrediction of(DriverSums sums, double lambda) {
    Axes axes = Axes.of(sums);
    if (!(lambda >= 0 && axes.smallest() + lambda > 1e-10)) {
      throw new IllegalArgumentException(
          "λ = %s; expected at least 0, and more where drivers are contained in others"
              .formatted(lambda));
    }
    return axes.fit(sums, lambda);
  }

  /** The drivers' principal axes, and what goes along each with the outcome. */
  private record Axes(RealMatrix directions, double[] lengths, double[] withOutcome) {
    static Axes of(DriverSums sums) {
      for (int i = 0; i <= sums.drivers().size(); i++) {
        if (sums.drivers().isEmpty() || sums.isConstant(i)) {
          throw new IllegalArgumentException(
              sums + ": expected 1 driver or more, and that they and the outcome vary");
        }
      }
      EigenDecompositionSymmetric eigen =
          new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(sums.driverCorrelations()));
      return new Axes(
          eigen.getV(), eigen.getEigenvalues(), eigen.getVT().operate(sums.outcomeCorrelations()));
    }

    double smallest() {
      return DoubleStream.of(lengths).min().orElse(0);
    }

    RidgePrediction fit(DriverSums sums, double lambda) {
      double[] along = new double[lengths.length];
      double left = 1;
      double used = 1;
      for (int a = 0; a < along.length; a++) {
        double kept = lengths[a] / (lengths[a] + lambda);
        along[a] = withOutcome[a] / (lengths[a] + lambda);
        left -= along[a] * withOutcome[a] * (2 - kept);
        used += kept;
      }
      double variance = sums.deviation(along.length, along.length) / sums.n();
      double free = 1 - used / sums.n();
      return new RidgePrediction(
          sums, lambda, directions.operate(along), variance * left / (free * free));
    }
  }

  public double lambda() {
    return lambda;
  }

  /** {@code [p]}. */
  public double[] standardised() {
    return standardised.clone();
  }

  /** Expected squared error for new people, in squared units of the outcome. */
  public double generalisedCrossValidation() {
    return crossValidation;
  }

  /**
   * The outcome to expect.
   *
   * @param values {@code [p]} in the units of the drivers
   */
  public double predict(double[] values) {
    int p = standardised.length;
    if (values.length != p) {
      throw new IllegalArgumentException(values.length + " values; expected " + p);
    }
    double prediction = sums.mean(p);
    for (int j = 0; j < p; j++) {
      double slope = standardised[j] * Math.sqrt(sums.deviation(p, p) / sums.deviation(j, j));
      prediction += slope * (values[j] - sums.mean(j));
    }
    return prediction;
  }
}
