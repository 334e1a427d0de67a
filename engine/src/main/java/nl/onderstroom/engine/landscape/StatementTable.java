package nl.onderstroom.engine.landscape;

import static nl.onderstroom.engine.landscape.PackedCholesky.cell;
import static nl.onderstroom.engine.landscape.PackedCholesky.cells;

/**
 * An {@link OpinionSpace} laid out for the loop over votes, which is where the time goes: of each
 * statement b = (a, 1, w) the mean and the packed second moments, in rows of a fixed length.
 *
 * <p>Rows are floats (24 bits, far finer than anything estimated) while sums are doubles: that
 * halves the memory read, and as a float array is never a double array the compiler knows that the
 * two do not overlap and adds many cells at once. Four votes are added together for the same
 * reason.
 */
final class StatementTable {
  static final int MOST_DIMENSIONS = 5;

  /** Length of a row of means: (a, 1, w), the rest zero. */
  static final int MEANS = 8;

  /** Length of a row of second moments, the rest zero. */
  static final int MOMENTS = 32;

  private final float[] means;
  private final float[] moments;

  /** E[c cᵀ] of an average statement, off the diagonal doubled; c = (1, w). */
  private final double[] typical;

  StatementTable(OpinionSpace space) {
    this(space, typical(space));
  }

  private StatementTable(OpinionSpace space, double[] typical) {
    this.typical = typical;
    int order = space.dimensions() + 2;
    int size = cells(order);
    means = new float[space.statements() * MEANS];
    moments = new float[space.statements() * MOMENTS];
    for (int statement = 0; statement < space.statements(); statement++) {
      int from = statement * size;
      for (int at = 0; at < size; at++) {
        moments[statement * MOMENTS + at] = (float) space.moments()[from + at];
      }
      for (int at = 0; at < order; at++) {
        means[statement * MEANS + at] = (float) space.moments()[from + cell(at, 1)];
      }
    }
  }

  /** That of a space with more statements, of which the average one is what it was. */
  StatementTable wider(OpinionSpace space) {
    return new StatementTable(space, typical);
  }

  private static double[] typical(OpinionSpace space) {
    int size = cells(space.dimensions() + 2);
    double[] sum = new double[cells(space.dimensions() + 1)];
    double[] all = new double[size];
    for (int statement = 0; statement < space.statements(); statement++) {
      for (int at = 0; at < size; at++) {
        all[at] += space.moments()[statement * size + at];
      }
    }
    for (int row = 0; row <= space.dimensions(); row++) {
      for (int column = 0; column <= row; column++) {
        double mean = all[cell(row + 1, column + 1)] / space.statements();
        sum[cell(row, column)] = (row == column ? 1 : 2) * mean;
      }
    }
    return sum;
  }

  /**
   * How uncertain a person's logit is on an average statement. The bound on the logistic function
   * holds for every ξ; this one costs no quadratic form for each vote.
   *
   * @param covariance of (y, u), packed
   */
  double logitVariance(double[] covariance) {
    double sum = 0;
    for (int at = 0; at < typical.length; at++) {
      sum += typical[at] * covariance[at];
    }
    return Math.max(0, sum);
  }

  /**
   * E[η] on a statement.
   *
   * @param person (1, y, u), {@link #MEANS} long, the rest zero
   */
  double logit(int statement, double[] person) {
    double sum = 0;
    for (int at = 0, row = statement * MEANS; at < MEANS; at++) {
      sum += means[row + at] * person[at];
    }
    return sum;
  }

  /** Adds, of votes {@code from} … {@code to} − 1, weight times second moments of the statement. */
  void addMoments(int[] statements, double[] weights, int from, int to, double[] sum) {
    for (int at = from; at < to; at += 4) {
      addFour(moments, statements, weights, at, to - 1, sum);
    }
  }

  /** The same with the means. */
  void addMeans(int[] statements, double[] signs, int from, int to, double[] sum) {
    for (int at = from; at < to; at += 4) {
      addFour(means, statements, signs, at, to - 1, sum);
    }
  }

  /** Votes {@code at} … {@code at} + 3, as far as they come before or are {@code last}. */
  private static void addFour(
      float[] rows, int[] statements, double[] weights, int at, int last, double[] sum) {
    int second = Math.min(at + 1, last);
    int third = Math.min(at + 2, last);
    int fourth = Math.min(at + 3, last);
    addFour(
        rows,
        statements[at] * sum.length,
        statements[second] * sum.length,
        statements[third] * sum.length,
        statements[fourth] * sum.length,
        weights[at],
        at < last ? weights[second] : 0,
        at + 1 < last ? weights[third] : 0,
        at + 2 < last ? weights[fourth] : 0,
        sum);
  }

  private static void addFour(
      float[] rows,
      int first,
      int second,
      int third,
      int fourth,
      double a,
      double b,
      double c,
      double d,
      double[] sum) {
    for (int at = 0; at < sum.length; at++) {
      sum[at] +=
          a * rows[first + at]
              + b * rows[second + at]
              + (c * rows[third + at] + d * rows[fourth + at]);
    }
  }
}
