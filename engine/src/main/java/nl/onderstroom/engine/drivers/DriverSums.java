package nl.onderstroom.engine.drivers;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * How many people, their means, and how p drivers and an outcome vary together: Σ(x − x̄)(y − ȳ).
 * Immutable. Variables are numbered 0 … p − 1 for the drivers, in order, and p for the outcome.
 *
 * <p>{@link #merge} adds groups up. {@link #centred} forgets how high a group's means are; centred
 * groups merge into what varies within groups.
 */
public final class DriverSums {
  private final String outcome;
  private final List<String> drivers;
  private final long n;
  private final long groups;
  private final double[] means;
  private final double[] deviations;

  /**
   * Keeps the arrays.
   *
   * @param groups how many groups' own means were taken off; 0 when none was
   */
  private DriverSums(
      String outcome,
      List<String> drivers,
      long n,
      long groups,
      double[] means,
      double[] deviations) {
    this.outcome = outcome;
    this.drivers = List.copyOf(drivers);
    this.n = n;
    this.groups = groups;
    this.means = means;
    this.deviations = deviations;
    requireNames(outcome, drivers);
  }

  static void requireNames(String outcome, List<String> drivers) {
    List<String> names = Stream.concat(drivers.stream(), Stream.of(outcome)).toList();
    if (new HashSet<>(names).size() < names.size()) {
      throw new IllegalArgumentException(
          "drivers %s of %s; expected every name once".formatted(drivers, outcome));
    }
  }

  /** Nobody: the identity of {@link #merge}. */
  public static DriverSums empty(String outcome, List<String> drivers) {
    int size = drivers.size() + 1;
    return new DriverSums(outcome, drivers, 0, 0, new double[size], new double[size * size]);
  }

  /**
   * @param n people, at least 0
   * @param means {@code [p + 1]}, the outcome last
   * @param covariances {@code [p + 1][p + 1]}, symmetric, divisor n − 1; ignored when n < 2
   */
  public static DriverSums of(
      String outcome, List<String> drivers, long n, double[] means, double[][] covariances) {
    int size = drivers.size() + 1;
    if (n < 0 || means.length != size || covariances.length != size) {
      throw new IllegalArgumentException(
          "n = %d, %d means and %d rows of covariances; expected n ≥ 0 and %d of both"
              .formatted(n, means.length, covariances.length, size));
    }
    double[] deviations = new double[size * size];
    for (int i = 0; n >= 2 && i < size; i++) {
      for (int j = 0; j < size; j++) {
        if (covariances[i].length != size || covariances[i][j] != covariances[j][i]) {
          throw new IllegalArgumentException(
              "covariances (%d, %d); expected a symmetric square of finite numbers"
                  .formatted(i, j));
        }
        deviations[i * size + j] = covariances[i][j] * (n - 1);
      }
    }
    return new DriverSums(outcome, drivers, n, 0, means.clone(), deviations);
  }

  /** From {@code columns[variable][person]} of finite numbers, the outcome last. */
  static DriverSums ofColumns(String outcome, List<String> drivers, double[][] columns) {
    int size = columns.length;
    int n = columns[0].length;
    double[] means = new double[size];
    double[][] centred = new double[size][];
    for (int i = 0; i < size; i++) {
      double[] column = columns[i];
      means[i] = n == 0 ? 0 : meanOf(column);
      double mean = means[i];
      centred[i] = Arrays.stream(column).map(value -> value - mean).toArray();
    }
    double[] deviations = new double[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int person = 0; person < n; person++) {
          sum += centred[i][person] * centred[j][person];
        }
        deviations[i * size + j] = sum;
        deviations[j * size + i] = sum;
      }
    }
    return new DriverSums(outcome, drivers, n, 0, means, deviations);
  }

  /**
   * Corrected by the mean of what is left: right to the last digits, and exact of equal numbers.
   */
  private static double meanOf(double[] column) {
    double first = Arrays.stream(column).sum() / column.length;
    return first + Arrays.stream(column).map(value -> value - first).sum() / column.length;
  }

  public String outcome() {
    return outcome;
  }

  public List<String> drivers() {
    return drivers;
  }

  /** People. */
  public long n() {
    return n;
  }

  /** Degrees of freedom: people less the means that were taken off; at least 0. */
  public long freedom() {
    return Math.max(0, n - Math.max(1, groups));
  }

  /** 0 of nobody and where the groups' means were taken off. */
  public double mean(int variable) {
    return means[variable];
  }

  /** Σ(x − x̄)(y − ȳ). */
  public double deviation(int one, int other) {
    return deviations[one * means.length + other];
  }

  /** With divisor {@link #freedom()}; NaN when that is 0. */
  public double covariance(int one, int other) {
    return freedom() == 0 ? Double.NaN : deviation(one, other) / freedom();
  }

  /** NaN when either does not vary. */
  public double correlation(int one, int other) {
    return one == other && deviation(one, one) > 0
        ? 1
        : deviation(one, other)
            / Math.sqrt(deviation(one, one))
            / Math.sqrt(deviation(other, other));
  }

  /** {@code [p][p]} of the drivers. */
  double[][] driverCorrelations() {
    double[][] matrix = new double[drivers.size()][drivers.size()];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        matrix[i][j] = correlation(i, j);
      }
    }
    return matrix;
  }

  /** {@code [p]}: of each driver with the outcome. */
  double[] outcomeCorrelations() {
    double[] correlations = new double[drivers.size()];
    Arrays.setAll(correlations, i -> correlation(i, drivers.size()));
    return correlations;
  }

  /** {@code [(p + 1)²]} in row order. */
  double[] correlations() {
    int size = means.length;
    double[] all = new double[size * size];
    Arrays.setAll(all, cell -> correlation(cell / size, cell % size));
    return all;
  }

  /** Does not vary, but for rounding. */
  boolean isConstant(int variable) {
    double spread = Math.sqrt(deviation(variable, variable) / Math.max(1, n));
    return !(spread > 1e-10 * Math.abs(means[variable])) || !(spread > 1e-150);
  }

  /** The same with all means 0, as one group; of nobody no group. */
  public DriverSums centred() {
    return new DriverSums(
        outcome, drivers, n, n == 0 ? 0 : 1, new double[means.length], deviations);
  }

  /**
   * Both groups together. Pure; commutative, and associative up to rounding. The groups must have
   * nobody in common. Chan, Golub and LeVeque 1983.
   *
   * @throws IllegalArgumentException if the variables differ, or one is centred and the other not
   */
  public DriverSums merge(DriverSums other) {
    if (!outcome.equals(other.outcome) || !drivers.equals(other.drivers)) {
      throw new IllegalArgumentException(
          "%s of %s cannot be merged with %s of %s; expected the same variables"
              .formatted(drivers, outcome, other.drivers, other.outcome));
    }
    if (n == 0) {
      return other;
    }
    if (other.n == 0) {
      return this;
    }
    if ((groups == 0) != (other.groups == 0)) {
      throw new IllegalArgumentException("sums about groups' own means and sums that are not");
    }
    int size = means.length;
    long all = Math.addExact(n, other.n);
    double[] merged = new double[size];
    Arrays.setAll(merged, i -> (n * means[i] + other.n * other.means[i]) / all);
    double weight = (double) n * other.n / all;
    double[] together = new double[size * size];
    for (int i = 0; i < size; i++) {
      double apart = means[i] - other.means[i];
      for (int j = 0; j < size; j++) {
        int cell = i * size + j;
        together[cell] =
            deviations[cell]
                + other.deviations[cell]
                + weight * (apart * (means[j] - other.means[j]));
      }
    }
    return new DriverSums(outcome, drivers, all, groups + other.groups, merged, together);
  }

  @Override
  public String toString() {
    return "DriverSums of %d people: %s with %s".formatted(n, outcome, drivers);
  }
}
