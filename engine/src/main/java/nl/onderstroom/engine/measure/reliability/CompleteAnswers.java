package nl.onderstroom.engine.measure.reliability;

import java.math.BigInteger;
import java.util.Arrays;
import nl.onderstroom.engine.measure.Scale;

/**
 * Exact sums and sums of products over the people who answered every item (listwise complete), from
 * rows of levels: the fast way from an analyst's file to {@link Covariances}. Mutable; not for
 * several threads, which each use their own and {@link #merge}.
 *
 * <p>Rows are gathered by the block and turned into columns, so that the inner loop is a dot
 * product of two short columns that a processor does many at a time. Cost: O(people · items² / 2)
 * multiplications, and memory for one block.
 */
public final class CompleteAnswers {
  /** In a row: this person did not answer this item. */
  public static final int MISSING = Integer.MIN_VALUE;

  // BLOCK times the square of the greatest level of a Scale, 1,000, stays below 2³¹, so that sums
  // within a block fit an int.
  private static final int BLOCK = 1024;

  private final Scale scale;
  private final int items;
  private final boolean[] reversed;
  private final int[][] columns;
  private final long[] sums;
  private final long[][] products;
  private long n;
  private long incomplete;
  private int held;

  /** For the items of the scale, in its order; reversed ones are turned round. */
  public CompleteAnswers(Scale scale) {
    this.scale = scale;
    this.items = scale.items().size();
    this.reversed = new boolean[items];
    for (int i = 0; i < items; i++) {
      reversed[i] = scale.reversed().contains(scale.items().get(i));
    }
    this.columns = new int[items][BLOCK];
    this.sums = new long[items];
    this.products = new long[items][items];
  }

  /**
   * Adds people; those who skipped an item are counted and left out.
   *
   * @param rows [people · items], one person after the other: a level for each item, or {@link
   *     #MISSING}
   * @throws IllegalArgumentException if the length is no multiple of the items or a level does not
   *     exist; then some of the people may have been added
   */
  public void add(int[] rows) {
    if (rows.length % items != 0) {
      throw new IllegalArgumentException(
          "%s: %d levels; expected a multiple of %d, one for each item"
              .formatted(scale.name(), rows.length, items));
    }
    for (int at = 0; at < rows.length; at += items) {
      if (held == BLOCK) {
        flush();
      }
      if (take(rows, at)) {
        held++;
      } else {
        incomplete++;
      }
    }
  }

  /** People who answered every item. */
  public long n() {
    return n + held;
  }

  /** People who skipped at least one item. */
  public long incomplete() {
    return incomplete;
  }

  /**
   * Adds the other's people to these.
   *
   * @throws IllegalArgumentException if it is about another scale
   */
  public void merge(CompleteAnswers other) {
    if (!scale.equals(other.scale)) {
      throw new IllegalArgumentException(
          "answers to %s and to %s; expected one scale".formatted(scale, other.scale));
    }
    flush();
    other.flush();
    n += other.n;
    incomplete += other.incomplete;
    for (int i = 0; i < items; i++) {
      sums[i] += other.sums[i];
      for (int j = 0; j <= i; j++) {
        products[i][j] += other.products[i][j];
      }
    }
  }

  /** Of each item over these people; NaN when there are none. */
  public double[] means() {
    flush();
    double[] means = new double[items];
    Arrays.setAll(means, i -> n == 0 ? Double.NaN : (double) sums[i] / n);
    return means;
  }

  /** With divisor n − 1, from exact integers; NaN for fewer than two people. */
  public Covariances covariances() {
    flush();
    double[][] matrix = new double[items][items];
    for (int i = 0; i < items; i++) {
      for (int j = 0; j <= i; j++) {
        BigInteger numerator =
            BigInteger.valueOf(n)
                .multiply(BigInteger.valueOf(products[i][j]))
                .subtract(BigInteger.valueOf(sums[i]).multiply(BigInteger.valueOf(sums[j])));
        matrix[i][j] = n < 2 ? Double.NaN : numerator.doubleValue() / n / (n - 1);
        matrix[j][i] = matrix[i][j];
      }
    }
    return new Covariances(scale.items(), n, matrix);
  }

  private boolean take(int[] rows, int at) {
    for (int i = 0; i < items; i++) {
      int level = rows[at + i];
      if (level == MISSING) {
        return false;
      }
      if (level < scale.min() || level > scale.max()) {
        throw new IllegalArgumentException(
            "%s: %d given; expected a level from %d to %d, or CompleteAnswers.MISSING"
                .formatted(scale.items().get(i), level, scale.min(), scale.max()));
      }
      columns[i][held] = reversed[i] ? scale.min() + scale.max() - level : level;
    }
    return true;
  }

  private void flush() {
    for (int i = 0; i < items; i++) {
      Arrays.fill(columns[i], held, BLOCK, 0);
    }
    for (int i = 0; i < items; i++) {
      sums[i] += sum(columns[i]);
      for (int j = 0; j <= i; j++) {
        products[i][j] += product(columns[i], columns[j]);
      }
    }
    n += held;
    held = 0;
  }

  private static int sum(int[] x) {
    int sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += x[i];
    }
    return sum;
  }

  private static int product(int[] x, int[] y) {
    int sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }
}
