package nl.onderstroom.engine.landscape;

import static nl.onderstroom.engine.landscape.PackedCholesky.cell;
import static nl.onderstroom.engine.landscape.PackedCholesky.cells;

import java.util.Arrays;

/**
 * What one more vote is worth: the formula of {@link NextStatement}, of which the names are used
 * here too. Immutable. O(dimensions²) a vote.
 */
final class VoteWorth {
  /** Weight of how often all statements are passed on in how often one is, in votes. */
  private static final double SHRINKAGE = 4;

  /** m: so many people are taken to vote on a statement beyond those who did. */
  private static final double NEWCOMERS = 10;

  /** The statements of the votes and, last, one that nobody voted on: as statements usually are. */
  private final OpinionSpace space;

  /** Of each statement n + m. */
  private final double[] voters;

  /** Of each statement 1 − r. */
  private final double[] answering;

  /** W, packed. */
  private final double[] average;

  private final double[] squares;

  /**
   * @param totals votes of everybody, as one group
   */
  VoteWorth(OpinionSpace known, GroupVotes totals) {
    space = withUnknown(known);
    voters = new double[space.statements()];
    answering = new double[space.statements()];
    average = average(space);
    squares = squares(space);
    // Half a vote either way, so that the chance of a pass is never 0 or 1.
    double said = 0.5;
    double all = 1;
    for (int statement = 0; statement < known.statements(); statement++) {
      int n = totals.n(0, statement);
      voters[statement] = n;
      answering[statement] = n - totals.count(0, statement, Vote.PASS);
      said += answering[statement];
      all += n;
    }
    for (int statement = 0; statement < space.statements(); statement++) {
      answering[statement] =
          (answering[statement] + SHRINKAGE * said / all) / (voters[statement] + SHRINKAGE);
      voters[statement] += NEWCOMERS;
    }
  }

  private static OpinionSpace withUnknown(OpinionSpace known) {
    int size = known.momentCells();
    int all = known.statements();
    double[] moments = Arrays.copyOf(known.moments(), (all + 1) * size);
    for (int statement = 0; statement < all; statement++) {
      for (int at = 0; at < size; at++) {
        moments[all * size + at] += known.moments()[statement * size + at] / all;
      }
    }
    return new OpinionSpace(known.dimensions(), all + 1, moments, known.yeaSayingVariance());
  }

  private static double[] average(OpinionSpace space) {
    int order = space.dimensions() + 1;
    double[] sum = new double[cells(order)];
    for (int statement = 0; statement < space.statements(); statement++) {
      int offset = statement * space.momentCells();
      for (int row = 0; row < order; row++) {
        for (int column = 0; column <= row; column++) {
          sum[cell(row, column)] +=
              space.moments()[offset + cell(row + 1, column + 1)] / space.statements();
        }
      }
    }
    return sum;
  }

  OpinionSpace space() {
    return space;
  }

  /** The index of a statement that nobody voted on. */
  int unknown() {
    return space.statements() - 1;
  }

  /** What votes of one person are worth; for one thread. */
  final class Asked {
    private final int order = space.dimensions() + 1;

    /** E[z zᵀ] of z = (1, y, u), packed. */
    private final double[] moments;

    /** The same of (1, u). */
    private final double[] place = new double[cells(order)];

    /** ΣWΣ, packed. */
    private final double[] learned = new double[cells(order)];

    private final double[] direction = new double[order];

    /**
     * @param mean of the person's (y, u)
     * @param covariance Σ, packed
     */
    Asked(double[] mean, double[] covariance) {
      moments = Places.moments(mean, covariance);
      double[] weighted = new double[order];
      for (int row = 0; row < order; row++) {
        for (int at = 0; at < order; at++) {
          weighted[at] = 0;
          for (int other = 0; other < order; other++) {
            weighted[at] += covariance[cell(row, other)] * average[cell(other, at)];
          }
        }
        for (int column = 0; column <= row; column++) {
          place[cell(row, column)] = moments[cell(inMoments(row), inMoments(column))];
          for (int at = 0; at < order; at++) {
            learned[cell(row, column)] += weighted[at] * covariance[cell(at, column)];
          }
        }
      }
    }

    /** In squared logits. */
    double on(int statement) {
      double logit = space.meanLogit(statement, moments);
      double variance = Math.max(0, space.squaredLogit(statement, moments) - logit * logit);
      double agrees = Logistic.mean(logit, variance);
      return answering[statement]
          * agrees
          * (1 - agrees)
          / (1 + Math.PI * variance / 8)
          * (space.statements() * ofPerson(statement) + voters[statement] * ofStatement(statement));
    }

    /** cᵀΣWΣc. */
    private double ofPerson(int statement) {
      int means = statement * space.momentCells();
      for (int row = 0; row < order; row++) {
        // Row 1 of the moments is the mean of (a, 1, w).
        direction[row] = space.moments()[means + cell(row + 1, 1)];
      }
      double sum = 0;
      for (int row = 0; row < order; row++) {
        double inRow = learned[cell(row, row)] * direction[row];
        for (int column = 0; column < row; column++) {
          inRow += 2 * learned[cell(row, column)] * direction[column];
        }
        sum += direction[row] * inRow;
      }
      return sum;
    }

    /** E[|Vz|²] = tr(V² E[zzᵀ]), with z = (1, u). */
    private double ofStatement(int statement) {
      double sum = 0;
      for (int at = 0; at < place.length; at++) {
        sum += squares[statement * place.length + at] * place[at];
      }
      return sum;
    }
  }

  /** Of each statement V², packed, what is off the diagonal twice. */
  private static double[] squares(OpinionSpace space) {
    int order = space.dimensions() + 1;
    int size = cells(order);
    double[] squares = new double[space.statements() * size];
    double[][] covariance = new double[order][order];
    for (int statement = 0; statement < space.statements(); statement++) {
      for (int row = 0; row < order; row++) {
        for (int column = 0; column < order; column++) {
          covariance[row][column] = covariance(space, statement, row, column);
        }
      }
      for (int row = 0; row < order; row++) {
        for (int column = 0; column <= row; column++) {
          double sum = 0;
          for (int at = 0; at < order; at++) {
            sum += covariance[row][at] * covariance[at][column];
          }
          squares[statement * size + cell(row, column)] = row == column ? sum : 2 * sum;
        }
      }
    }
    return squares;
  }

  /** A cell of V. */
  private static double covariance(OpinionSpace space, int statement, int one, int other) {
    int offset = statement * space.momentCells();
    double[] b = space.moments();
    int row = inMoments(one);
    int column = inMoments(other);
    return b[offset + cell(row, column)] - b[offset + cell(row, 1)] * b[offset + cell(column, 1)];
  }

  /** Where (a, w) stand in (a, 1, w), and (1, u) in (1, y, u). */
  private static int inMoments(int at) {
    return at == 0 ? 0 : at + 1;
  }
}
