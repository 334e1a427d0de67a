package nl.onderstroom.engine.measure.reliability;

import java.util.List;
import nl.onderstroom.engine.measure.Scale;
import nl.onderstroom.engine.summary.CrossProducts;

/**
 * Variances and covariances of items with the number of people that they come from. Immutable.
 *
 * <p>A value is NaN where fewer than two people answered the pair. What is computed from it is NaN
 * then as well, or refused; nothing throws.
 */
public final class Covariances {
  /** How far x·y and y·x may differ, relative to the size of both items. */
  private static final double SYMMETRY = 1e-9;

  private final List<String> keys;
  private final long n;
  private final double[][] matrix;

  /**
   * @param keys of the items, at least one
   * @param n people, at least 0
   * @param matrix [items][items] with divisor n − 1, symmetric, no variance below 0; read, not kept
   * @throws IllegalArgumentException if the sizes differ or it is no matrix of covariances
   */
  public Covariances(List<String> keys, long n, double[][] matrix) {
    this.keys = List.copyOf(keys);
    this.n = n;
    this.matrix = copy(matrix);
    if (keys.isEmpty() || n < 0 || matrix.length != keys.size()) {
      throw new IllegalArgumentException(
          "covariances of %d items in %d rows over %d people; expected a row for each item, n ≥ 0"
              .formatted(keys.size(), matrix.length, n));
    }
    for (int i = 0; i < matrix.length; i++) {
      requireRow(i);
    }
  }

  /**
   * Of the scale's items, reversed ones turned round. Pairwise complete, as the sums are: each
   * covariance is over the people who answered both items, and {@code n} is the smallest number of
   * people of a pair, which errs on the side of a wider interval. Sums over people who answered
   * every item ({@link CompleteAnswers}) give the listwise figures.
   *
   * @throws IllegalArgumentException if an item of the scale is not crossed
   */
  public static Covariances of(Scale scale, CrossProducts sums) {
    List<String> items = scale.items();
    double[][] matrix = new double[items.size()][items.size()];
    long n = Long.MAX_VALUE;
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        String x = items.get(i);
        String y = items.get(j);
        boolean turned = scale.reversed().contains(x) != scale.reversed().contains(y);
        double covariance = sums.covariance(x, y);
        matrix[i][j] = turned ? -covariance : covariance;
        n = Math.min(n, sums.n(x, y));
      }
    }
    return new Covariances(items, n, matrix);
  }

  /** Of the items, in the order of the rows. */
  public List<String> keys() {
    return keys;
  }

  /** Number of items. */
  public int size() {
    return keys.size();
  }

  /** People. */
  public long n() {
    return n;
  }

  /** The covariance of the items at places {@code x} and {@code y}, from 0. */
  public double get(int x, int y) {
    return matrix[x][y];
  }

  /** [items][items]; a copy. */
  public double[][] matrix() {
    return copy(matrix);
  }

  /** Pearson's correlations [items][items]; NaN with an item that does not vary. */
  public double[][] correlations() {
    double[][] correlations = new double[size()][size()];
    for (int i = 0; i < size(); i++) {
      for (int j = 0; j < size(); j++) {
        double both = Math.sqrt(matrix[i][i]) * Math.sqrt(matrix[j][j]);
        correlations[i][j] =
            both > 0 ? i == j ? 1 : Math.clamp(matrix[i][j] / both, -1, 1) : Double.NaN;
      }
    }
    return correlations;
  }

  private void requireRow(int i) {
    double[] row = matrix[i];
    if (row.length != matrix.length) {
      throw new IllegalArgumentException(
          "a row of %d covariances; expected %d".formatted(row.length, matrix.length));
    }
    if (row[i] < 0) {
      throw new IllegalArgumentException(
          "%s: variance %s; expected at least 0".formatted(keys.get(i), row[i]));
    }
    for (int j = 0; j < i; j++) {
      double size = Math.sqrt(row[i]) * Math.sqrt(matrix[j][j]);
      if (Math.abs(row[j] - matrix[j][i]) > SYMMETRY * size) {
        throw new IllegalArgumentException(
            "the covariance of %s and %s is %s one way and %s the other; expected one value"
                .formatted(keys.get(i), keys.get(j), row[j], matrix[j][i]));
      }
    }
  }

  private static double[][] copy(double[][] matrix) {
    double[][] copy = new double[matrix.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = matrix[i].clone();
    }
    return copy;
  }

  @Override
  public String toString() {
    return "Covariances of " + keys + " over " + n + " people";
  }
}
