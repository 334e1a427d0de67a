package nl.onderstroom.engine.measure.teams;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.onderstroom.engine.numeric.FisherScoring;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * The restricted deviance of a {@link RandomCoefficientRegression}, a row. With σ²D the covariance
 * of b and D = ΛΛ′, Λ lower triangular (Bates, Mächler, Bolker and Walker 2015), a group has V = I
 * + ZDZ′, |V| = |I + Λ′Z′ZΛ| and V<sup>−1</sup> = I − ZΛ(I + Λ′Z′ZΛ)<sup>−1</sup>Λ′Z′. So Z′(X, y)
 * of each group and (X, y)′(X, y) of all rows are all that is needed; β and σ² are at their best
 * for each Λ. Parameters are Λ row by row, for predictors in units of their root mean square.
 */
final class RandomCoefficientDeviance implements FisherScoring.Objective {
  /** Of a parameter: between the slopes that give the second derivatives. */
  private static final double STEP = 1e-4;

  /** A variance below this part of the mean square outcome is rounding. */
  private static final double ROUNDING = 1e-14;

  private final int rows;
  private final int columns;
  private final int random;
  private final RealMatrix products;
  private final RealMatrix[] groupProducts;
  private final double[] units;

  /**
   * What follows from one Λ.
   *
   * @param ratios D
   * @param effects β
   * @param precision X′V<sup>−1</sup>X
   * @param groups Z′V<sup>−1</sup>(X, y) of each
   */
  record At(
      double deviance,
      double variance,
      RealMatrix ratios,
      RealVector effects,
      CholeskyDecomposition precision,
      List<RealMatrix> groups) {
    /** Z′V<sup>−1</sup>(y − Xβ). */
    RealVector residual(int group) {
      RealMatrix own = groups.get(group);
      int columns = effects.getDimension();
      return own.getColumnVector(columns)
          .subtract(own.getSubMatrix(0, last(), 0, columns - 1).operate(effects));
    }

    /** Of the deviance in D: Z′V⁻¹Z − Z′V⁻¹X(X′V⁻¹X)⁻¹X′V⁻¹Z − cc′/σ² of all, c the residual. */
    RealMatrix slope() {
      RealMatrix slope = MatrixUtils.createRealMatrix(last() + 1, last() + 1);
      for (int group = 0; group < groups.size(); group++) {
        RealMatrix own = groups.get(group);
        RealMatrix predictors = own.getSubMatrix(0, last(), 0, effects.getDimension() - 1);
        RealVector residual = residual(group);
        slope =
            slope
                .add(own.getSubMatrix(0, last(), 0, last()))
                .subtract(predictors.multiply(precision.getSolver().solve(predictors.transpose())))
                .subtract(residual.outerProduct(residual).scalarMultiply(1 / variance));
      }
      return slope;
    }

    private int last() {
      return ratios.getColumnDimension() - 1;
    }
  }

  RandomCoefficientDeviance(int[] groups, double[][] predictors, double[] outcome, int random) {
    this.rows = outcome.length;
    this.columns = predictors[0].length;
    this.random = random;
    double[][] all = new double[columns + 1][columns + 1];
    double[][][] each =
        new double[Arrays.stream(groups).max().orElseThrow() + 1][random][columns + 1];
    for (int row = 0; row < rows; row++) {
      double[] values = Arrays.copyOf(predictors[row], columns + 1);
      values[columns] = outcome[row];
      for (int i = 0; i <= columns; i++) {
        for (int j = 0; j <= columns; j++) {
          all[i][j] += values[i] * values[j];
          if (i < random) {
            each[groups[row]][i][j] += values[i] * values[j];
          }
        }
      }
    }
    this.products = new Array2DRowRealMatrix(all, false);
    this.groupProducts =
        Arrays.stream(each).map(MatrixUtils::createRealMatrix).toArray(RealMatrix[]::new);
    this.units = new double[random];
    Arrays.setAll(units, i -> Math.sqrt(rows / all[i][i]));
  }

  /** Groups differ as much as rows do, in each coefficient on its own. */
  double[] start() {
    return lower(MatrixUtils.createRealIdentityMatrix(random));
  }

  @Override
  public double value(double[] parameters) {
    return at(parameters).map(at -> at.deviance / rows).orElse(Double.NaN);
  }

  @Override
  public void derive(double[] parameters, double[] gradient, double[][] information) {
    System.arraycopy(slope(parameters), 0, gradient, 0, gradient.length);
    for (double[] row : information) {
      Arrays.fill(row, 0);
    }
    for (int i = 0; i < gradient.length; i++) {
      double[] moved = parameters.clone();
      moved[i] = parameters[i] + STEP;
      double[] above = slope(moved);
      moved[i] = parameters[i] - STEP;
      double[] below = slope(moved);
      for (int j = 0; j < gradient.length; j++) {
        // Half to each side of the diagonal, so that rounding leaves it symmetric.
        information[i][j] += (above[j] - below[j]) / (4 * STEP);
        information[j][i] += (above[j] - below[j]) / (4 * STEP);
      }
    }
  }

  /** With G the slope in D = ΛΛ′, that in Λ is 2GΛ. NaN where there is none. */
  private double[] slope(double[] parameters) {
    RealMatrix none = MatrixUtils.createRealMatrix(random, random).scalarAdd(Double.NaN);
    RealMatrix inFactor = at(parameters).map(At::slope).orElse(none).multiply(factor(parameters));
    for (int i = 0; i < random; i++) {
      inFactor.setRowVector(i, inFactor.getRowVector(i).mapMultiply(2 * units[i] / rows));
    }
    return lower(inFactor);
  }

  private double[] lower(RealMatrix matrix) {
    double[] lower = new double[random * (random + 1) / 2];
    int at = 0;
    for (int i = 0; i < random; i++) {
      for (int j = 0; j <= i; j++) {
        lower[at++] = matrix.getEntry(i, j);
      }
    }
    return lower;
  }

  /** Λ. */
  private RealMatrix factor(double[] parameters) {
    RealMatrix factor = MatrixUtils.createRealMatrix(random, random);
    int at = 0;
    for (int i = 0; i < random; i++) {
      for (int j = 0; j <= i; j++) {
        factor.setEntry(i, j, units[i] * parameters[at++]);
      }
    }
    return factor;
  }

  /** Empty where predictors depend on each other or nothing is left to chance. */
  Optional<At> at(double[] parameters) {
    try {
      At at = profiled(factor(parameters));
      double least = ROUNDING * products.getEntry(columns, columns) / rows;
      return at.variance > least ? Optional.of(at) : Optional.empty();
    } catch (MathIllegalArgumentException notPositiveDefinite) {
      return Optional.empty();
    }
  }

  private At profiled(RealMatrix factor) {
    RealMatrix weighted = products;
    RealMatrix[] weightedGroups = new RealMatrix[groupProducts.length];
    double logDeterminant = 0;
    for (int group = 0; group < groupProducts.length; group++) {
      RealMatrix own = groupProducts[group];
      RealMatrix squares = own.getSubMatrix(0, random - 1, 0, random - 1);
      RealMatrix shared = factor.transposeMultiply(squares).multiply(factor);
      CholeskyDecomposition inner =
          cholesky(shared.add(MatrixUtils.createRealIdentityMatrix(random)));
      RealMatrix explained =
          factor.multiply(inner.getSolver().solve(factor.transposeMultiply(own)));
      logDeterminant += Math.log(inner.getDeterminant());
      weighted = weighted.subtract(own.transposeMultiply(explained));
      weightedGroups[group] = own.subtract(squares.multiply(explained));
    }
    CholeskyDecomposition precision =
        cholesky(weighted.getSubMatrix(0, columns - 1, 0, columns - 1));
    RealVector outcome = weighted.getColumnVector(columns).getSubVector(0, columns);
    RealVector effects = precision.getSolver().solve(outcome);
    double df = rows - columns;
    double variance = (weighted.getEntry(columns, columns) - outcome.dotProduct(effects)) / df;
    double deviance =
        df * (Math.log(2 * Math.PI * variance) + 1)
            + logDeterminant
            + Math.log(precision.getDeterminant());
    RealMatrix ratios = factor.multiplyTransposed(factor);
    return new At(deviance, variance, ratios, effects, precision, List.of(weightedGroups));
  }

  private static CholeskyDecomposition cholesky(RealMatrix matrix) {
    return new CholeskyDecomposition(matrix, 1e-9, 1e-14);
  }
}
