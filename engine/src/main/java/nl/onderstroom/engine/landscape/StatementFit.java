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
    double[] moments = new double[statements * cells(dimensions + 2)];
    Estimates estimates = new Estimates(sums, order);
    double[] squares = new double[order];
    double interceptSum = 0;
    for (int from = 0; from < statements; from += Lanes.COUNT) {
      int lanes = Math.min(Lanes.COUNT, statements - from);
      estimates.of(from, lanes);
      estimates.write(lanes, moments, from);
      for (int lane = 0; lane < lanes; lane++) {
        for (int at = 0; at < order; at++) {
          double mean = estimates.mean[at][lane];
          squares[at] += mean * mean + estimates.covariance[cell(at, at)][lane];
        }
        interceptSum += estimates.mean[0][lane];
      }
    }
    interceptMean = interceptSum / statements;
    interceptVariance = Math.max(1e-3, squares[0] / statements - interceptMean * interceptMean);
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

  /** Expects of statements what those of a fitted space are like. */
  static StatementFit like(OpinionSpace space) {
    StatementFit fit = new StatementFit(space.dimensions());
    fit.spreadsOf(space);
    double squares = 0;
    double sum = 0;
    for (int statement = 0; statement < space.statements(); statement++) {
      squares += space.moments()[statement * space.momentCells()];
      sum += space.intercept(statement);
    }
    fit.interceptMean = sum / space.statements();
    fit.interceptVariance =
        Math.max(1e-3, squares / space.statements() - fit.interceptMean * fit.interceptMean);
    return fit;
  }

  /** A space with more statements, on which nobody voted yet. */
  OpinionSpace wider(OpinionSpace space, int statements) {
    if (statements == space.statements()) {
      return space;
    }
    double[] fresh = new double[space.momentCells()];
    fresh[cell(0, 0)] = interceptMean * interceptMean + interceptVariance;
    fresh[cell(1, 0)] = interceptMean;
    fresh[cell(1, 1)] = 1;
    for (int d = 0; d < dimensions; d++) {
      fresh[cell(d + 2, d + 2)] = spread[d];
    }
    return space.wider(statements, fresh);
  }

  /** The normal posteriors of (a, w) of a block of statements. */
  private final class Estimates {
    private final StatementSums sums;
    private final int order;
    private final LaneCholesky cholesky;
    private final double[][] precision;
    private final double[][] information;
    private final double[][] half;

    /** Of (a, w): {@code [at][lane]}. */
    private final double[][] mean;

    /** Packed: {@code [cell][lane]}. */
    private final double[][] covariance;

    Estimates(StatementSums sums, int order) {
      this.sums = sums;
      this.order = order;
      cholesky = new LaneCholesky(order);
      precision = Lanes.rows(cells(order));
      information = Lanes.rows(order);
      half = Lanes.rows(order);
      mean = Lanes.rows(order);
      covariance = Lanes.rows(cells(order));
    }

    void of(int from, int lanes) {
      for (int lane = 0; lane < lanes; lane++) {
        for (int row = 0; row < order; row++) {
          read(from + lane, lane, row);
        }
        information[0][lane] += interceptMean / interceptVariance;
      }
      cholesky.factor(precision).half(information, half);
      cholesky.solve(half, mean);
      cholesky.inverse(covariance);
    }

    private void read(int statement, int lane, int row) {
      int inMoments = inMoments(row);
      information[row][lane] =
          sums.linear(statement, inMoments) / 2 - sums.quadratic(statement, cell(inMoments, 1));
      for (int column = 0; column <= row; column++) {
        precision[cell(row, column)][lane] =
            sums.quadratic(statement, cell(inMoments, inMoments(column)));
      }
      precision[cell(row, row)][lane] += row == 0 ? 1 / interceptVariance : 1 / spread[row - 1];
    }

    /** E[b bᵀ] of b = (a, 1, w). */
    void write(int lanes, double[] moments, int from) {
      for (int lane = 0; lane < lanes; lane++) {
        int offset = (from + lane) * cells(order + 1);
        for (int row = 0; row < order; row++) {
          moments[offset + cell(inMoments(row), 1)] = mean[row][lane];
          for (int column = 0; column <= row; column++) {
            moments[offset + cell(inMoments(row), inMoments(column))] =
                mean[row][lane] * mean[column][lane] + covariance[cell(row, column)][lane];
          }
        }
        moments[offset + cell(1, 1)] = 1;
      }
    }

    /** Where a coordinate of (a, w) is in (a, 1, w), and of (1, u) in (1, y, u). */
    private static int inMoments(int at) {
      return at == 0 ? 0 : at + 1;
    }
  }
}
