package nl.onderstroom.engine.measure.reliability;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How many people gave each pair of levels to two items. Mergeable; mutable while people are added.
 * About few people it tells more than the two histograms: for analysts and whole organisations.
 */
public final class TwoWayTable {
  private final int minX;
  private final int minY;
  private final long[][] counts;

  /** Nobody's, for levels from {@code min} to {@code max} of each item, both ends included. */
  public TwoWayTable(int minX, int maxX, int minY, int maxY) {
    if (minX > maxX || minY > maxY) {
      throw new IllegalArgumentException(
          "levels %d to %d by %d to %d; expected lowest ≤ highest"
              .formatted(minX, maxX, minY, maxY));
    }
    this.minX = minX;
    this.minY = minY;
    this.counts = new long[maxX - minX + 1][maxY - minY + 1];
  }

  /**
   * One person's answers.
   *
   * @throws IllegalArgumentException if a level does not exist
   */
  public void add(int x, int y) {
    add(x, y, 1);
  }

  /**
   * The answers of a number of people.
   *
   * @throws IllegalArgumentException if a level does not exist or people is below 0
   */
  public void add(int x, int y, long people) {
    int row = x - minX;
    int column = y - minY;
    if (row < 0 || row >= counts.length || column < 0 || column >= counts[0].length || people < 0) {
      throw new IllegalArgumentException(
          "%d people with levels %d and %d; expected %d to %d and %d to %d"
              .formatted(
                  people, x, y, minX, minX + counts.length - 1, minY, minY + counts[0].length - 1));
    }
    counts[row][column] = Math.addExact(counts[row][column], people);
  }

  /**
   * Both groups together. Pure, associative and commutative.
   *
   * @throws IllegalArgumentException if the levels differ
   */
  public TwoWayTable merge(TwoWayTable other) {
    TwoWayTable both =
        new TwoWayTable(minX, minX + counts.length - 1, minY, minY + counts[0].length - 1);
    if (other.minX != minX
        || other.minY != minY
        || other.counts.length != counts.length
        || other.counts[0].length != counts[0].length) {
      throw new IllegalArgumentException("tables of different levels; expected the same");
    }
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts[i].length; j++) {
        both.counts[i][j] = Math.addExact(counts[i][j], other.counts[i][j]);
      }
    }
    return both;
  }

  /** People. */
  public long n() {
    return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
  }

  /** People with that pair of levels. */
  public long count(int x, int y) {
    return counts[x - minX][y - minY];
  }

  /** Pearson's correlation of the levels; NaN where an item does not vary. */
  public double pearson() {
    double n = n();
    double[] means = new double[2];
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts[i].length; j++) {
        means[0] += i * counts[i][j] / n;
        means[1] += j * counts[i][j] / n;
      }
    }
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts[i].length; j++) {
        xx += counts[i][j] * (i - means[0]) * (i - means[0]);
        yy += counts[i][j] * (j - means[1]) * (j - means[1]);
        xy += counts[i][j] * (i - means[0]) * (j - means[1]);
      }
    }
    double both = Math.sqrt(xx) * Math.sqrt(yy);
    return both > 0 ? Math.clamp(xy / both, -1, 1) : Double.NaN;
  }

  /** [levels of x used][levels of y used], without those that nobody gave. */
  double[][] used() {
    boolean[] rows = new boolean[counts.length];
    boolean[] columns = new boolean[counts[0].length];
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts[i].length; j++) {
        rows[i] |= counts[i][j] > 0;
        columns[j] |= counts[i][j] > 0;
      }
    }
    return IntStream.range(0, rows.length)
        .filter(i -> rows[i])
        .mapToObj(i ->
            IntStream.range(0, columns.length)
                .filter(j -> columns[j])
                .mapToDouble(j -> counts[i][j])
                .toArray())
        .toArray(double[][]::new);
  }
}
