package nl.onderstroom.engine.drivers;

import java.util.Arrays;

/**
 * Standard errors of the parts of Lindeman, Merenda and Gold by leaving out one person after the
 * other (Tukey 1958): √((n − 1)/n · Σ(θ₋ᵢ − θ̄)²).
 */
public final class ImportanceJackknife {
  private ImportanceJackknife() {}

  /**
   * In units of R², {@code [p]}; NaN when without somebody the outcome does not vary. O(n · (p² +
   * 2<sup>p</sup>)).
   *
   * @throws IllegalArgumentException with fewer than three people, no drivers or more than 20
   */
  public static double[] standardErrors(DriverRecords records) {
    int n = records.n();
    if (n < 3) {
      throw new IllegalArgumentException(n + " people; expected 3 or more");
    }
    Units units = Units.of(records);
    SubsetRegressions regressions = new SubsetRegressions(units.variables() - 1);
    double[] row = new double[Units.cells(units.variables())];
    double[] all = new double[row.length];
    for (int person = 0; person < n; person++) {
      units.write(person, person + 1, row);
      for (int c = 0; c < row.length; c++) {
        all[c] += row[c];
      }
    }
    double[][] without = new double[n][];
    for (int person = 0; person < n; person++) {
      units.write(person, person + 1, row);
      for (int c = 0; c < row.length; c++) {
        row[c] = all[c] - row[c];
      }
      without[person] = regressions.parts(Units.correlations(row, units.variables()));
    }
    double[] errors = new double[units.variables() - 1];
    Arrays.setAll(errors, j -> standardError(without, j));
    return errors;
  }

  private static double standardError(double[][] without, int j) {
    int n = without.length;
    double mean = Arrays.stream(without).mapToDouble(parts -> parts[j]).average().orElseThrow();
    double squares =
        Arrays.stream(without).mapToDouble(parts -> (parts[j] - mean) * (parts[j] - mean)).sum();
    return Math.sqrt((n - 1.0) / n * squares);
  }
}
