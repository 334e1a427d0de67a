package nl.onderstroom.engine.landscape;

import static nl.onderstroom.engine.landscape.PackedCholesky.cell;
import static nl.onderstroom.engine.landscape.PackedCholesky.cells;

/**
 * Estimates every statement from {@link StatementSums}: the other half of a step of variational
 * Bayes, whose first half is {@link Placing}.
 *
 * <p>The spread v<sub>d</sub> of the loadings is estimated too (automatic relevance determination),
 * but not below {@value #LEAST_SPREAD}: below that the method would prune directions that are weak
 * and real (docs/decisions: measured on known groups).
 */
final class StatementFit {
  static final double LEAST_SPREAD = 0.03;

  private final int dimensions;
  private final double[] spread;
  private double interceptMean;
  private double interceptVariance = 1;

  StatementFit(int dimensions) {
    this.dimensions = dimensions;
    spread = new double[dimensions];
    java.util.Arrays.fill(spread, 0.5);
  }

  /** v of each dimension, in squared logits. */
  double spread(int dimension) {
    return spread[dimension];
  }

  /** The space that these sums tell of; not yet whitened. */
  OpinionSpace fit(StatementSums sums, int statements) {
    int order = dimensions + 1;
    int momentCells = cells(dimensions + 2);
    double[] moments = new double[statements * momentCells];
    Estimate estimate = new Estimate(order);
    double[] squares = new double[order];
    double interceptSum = 0;
    double interceptSquares = 0;
    for (int statement = 0; statement < statements; statement++) {
      estimate.of(sums, statement);
      estimate.write(moments, statement * momentCells);
      for (int at = 0; at < order; at++) {
        squares[at] += estimate.mean[at] * estimate.mean[at] + estimate.covariance[cell(at, at)];
      }
      interceptSum += estimate.mean[0];
      interceptSquares += estimate.mean[0] * estimate.mean[0] + estimate.covariance[0];
    }
    interceptMean = interceptSum / statements;
    interceptVariance =
        Math.max(1e-3, interceptSquares / statements - interceptMean * interceptMean);
    for (int d = 0; d < dimensions; d++) {
      spread[d] = Math.max(LEAST_SPREAD, squares[d + 1] / statements);
    }
    double yeaSaying = Math.max(1e-3, sums.meanMoment(cell(1, 1)));
    return new OpinionSpace(dimensions, statements, moments, yeaSaying);
  }

  /** Makes the spreads those of a space that was turned. */
  void spreadsOf(OpinionSpace space) {
    for (int d = 0; d < dimensions; d++) {
      double sum = 0;
      for (int statement = 0; statement < space.statements(); statement++) {
        sum += space.moments()[statement * space.momentCells() + cell(d + 2, d + 2)];
      }
      spread[d] = Math.max(LEAST_SPREAD, sum / space.statements());
    }
  }

  /** The normal posterior of one statement's (a, w). */
  private final class Estimate {
    private final int order;
    private final PackedCholesky cholesky;
    private final double[] precision;
    private final double[] information;
    private final double[] mean;
    private final double[] covariance;

    Estimate(int order) {
      this.order = order;
      cholesky = new PackedCholesky(order);
      precision = new double[cells(order)];
      information = new double[order];
      mean = new double[order];
      covariance = new double[cells(order)];
    }

    void of(StatementSums sums, int statement) {
      for (int row = 0; row < order; row++) {
        int inMoments = row == 0 ? 0 : row + 1;
        information[row] =
            sums.linear(statement, inMoments) / 2 - sums.quadratic(statement, cell(inMoments, 1));
        for (int column = 0; column <= row; column++) {
          int other = column == 0 ? 0 : column + 1;
          precision[cell(row, column)] = sums.quadratic(statement, cell(inMoments, other));
        }
        precision[cell(row, row)] += row == 0 ? 1 / interceptVariance : 1 / spread[row - 1];
      }
      information[0] += interceptMean / interceptVariance;
      cholesky.factor(precision).solve(information, mean);
      cholesky.inverse(covariance);
    }

    /** E[b bᵀ] of b = (a, 1, w). */
    void write(double[] moments, int offset) {
      for (int row = 0; row < order; row++) {
        int inMoments = row == 0 ? 0 : row + 1;
        moments[offset + cell(inMoments, 1)] = mean[row];
        for (int column = 0; column <= row; column++) {
          int other = column == 0 ? 0 : column + 1;
          moments[offset + cell(inMoments, other)] =
              mean[row] * mean[column] + covariance[cell(row, column)];
        }
      }
      moments[offset + cell(1, 1)] = 1;
    }
  }
}
