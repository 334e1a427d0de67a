package nl.onderstroom.engine.numeric;

import java.util.Optional;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;

/**
 * Finds a least of a smooth function by Newton steps with its information matrix, damped as by
 * Levenberg (1944) and Marquardt (1963) when a step does not go down. Cost a step: O(parameters³).
 */
public final class FisherScoring {
  private static final int MOST_STEPS = 200;
  // Never 0, from which no factor leads back.
  private static final double LEAST_DAMPING = 1e-12;
  private static final double MOST_DAMPING = 1e12;

  /** Slopes below this, in the scaled parameters, count as flat. */
  private static final double FLAT = 1e-10;

  /** Where no step goes down any more for rounding, slopes below this count as flat. */
  private static final double NEARLY_FLAT = 1e-6;

  private static final double ROUNDING = 1e-14;

  private FisherScoring() {}

  /** What is made least. The scale of the values should be about 1. */
  public interface Objective {
    /** Not finite outside the parameters' domain. */
    double value(double[] parameters);

    /**
     * @param gradient is filled, [parameters]
     * @param information is filled, [parameters][parameters], positive semi-definite: the second
     *     derivatives, or what is expected of them
     */
    void derive(double[] parameters, double[] gradient, double[][] information);
  }

  /** The parameters at the least; empty where none was reached. */
  public static Optional<double[]> minimise(Objective objective, double[] start) {
    int size = start.length;
    double[] at = start.clone();
    double value = objective.value(at);
    double damping = 1e-6;
    double[] gradient = new double[size];
    double[][] information = new double[size][size];
    for (int step = 0; step < MOST_STEPS && Double.isFinite(value); step++) {
      objective.derive(at, gradient, information);
      double slope = slope(gradient, information);
      if (slope <= FLAT) {
        return Optional.of(at);
      }
      boolean down = false;
      while (!down && damping <= MOST_DAMPING) {
        double[] next = step(at, gradient, information, damping);
        double below = next.length == 0 ? Double.NaN : objective.value(next);
        down = below <= value + ROUNDING;
        if (down) {
          at = next;
          value = Math.min(value, below);
        }
        damping = down ? Math.max(LEAST_DAMPING, damping / 10) : damping * 10;
      }
      if (!down) {
        return slope <= NEARLY_FLAT ? Optional.of(at) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The square root of the diagonal of the inverse information; empty where it has none. */
  public static double[] standardErrors(double[][] information) {
    try {
      double[][] inverse =
          new CholeskyDecomposition(new Array2DRowRealMatrix(information, false))
              .getSolver()
              .getInverse()
              .getData();
      double[] errors = new double[inverse.length];
      for (int i = 0; i < errors.length; i++) {
        errors[i] = Math.sqrt(inverse[i][i]);
      }
      return errors;
    } catch (MathIllegalArgumentException notPositiveDefinite) {
      return new double[0];
    }
  }

  /** The steepest slope when each parameter is in units of its own information. */
  private static double slope(double[] gradient, double[][] information) {
    double steepest = 0;
    for (int i = 0; i < gradient.length; i++) {
      double slope = Math.abs(gradient[i]) / scale(information, i);
      steepest = slope <= steepest ? steepest : slope;
    }
    return steepest;
  }

  /** Empty where the information has no inverse. */
  private static double[] step(
      double[] at, double[] gradient, double[][] information, double damping) {
    int size = at.length;
    double[][] scaled = new double[size][size];
    double[] slopes = new double[size];
    for (int i = 0; i < size; i++) {
      slopes[i] = gradient[i] / scale(information, i);
      for (int j = 0; j < size; j++) {
        scaled[i][j] = information[i][j] / scale(information, i) / scale(information, j);
      }
      scaled[i][i] += damping;
    }
    try {
      double[] step =
          new CholeskyDecomposition(new Array2DRowRealMatrix(scaled, false), 1e-9, 1e-14)
              .getSolver()
              .solve(new ArrayRealVector(slopes, false))
              .toArray();
      for (int i = 0; i < size; i++) {
        step[i] = at[i] - step[i] / scale(information, i);
      }
      return step;
    } catch (MathIllegalArgumentException notPositiveDefinite) {
      return new double[0];
    }
  }

  private static double scale(double[][] information, int i) {
    return information[i][i] > 0 ? Math.sqrt(information[i][i]) : 1;
  }
}
