package nl.onderstroom.engine.drivers;

import java.util.List;

/**
 * Errors of least squares where the classical ones promise too much. Coefficients are numbered as
 * in {@link Regression}: 0 for the intercept, 1 … p for the drivers.
 */
public final class RobustErrors {
  private RobustErrors() {}

  /**
   * For people who are independent but do not spread equally: HC3 (MacKinnon and White 1985), where
   * a residual counts as u/(1 − h). Infinite or NaN when one person fixes a coefficient alone (h =
   * 1). O(n p²).
   *
   * @return {@code [p + 1]}
   * @throws IllegalArgumentException as {@link Regression#of}
   */
  public static double[] hc3(DriverRecords records) {
    Regression fit = Regression.of(records.sums());
    int size = records.drivers().size() + 1;
    double[][] middle = new double[size][size];
    double[] coefficients = fit.coefficients();
    double[] row = new double[size];
    for (int person = 0; person < records.n(); person++) {
      double residual = centred(records, fit.sums(), person, row);
      for (int j = 1; j < size; j++) {
        residual -= coefficients[j] * row[j];
      }
      double[] solved = fit.solve(row);
      double leverage = 0;
      for (int j = 0; j < size; j++) {
        leverage += row[j] * solved[j];
      }
      addSquare(middle, row, residual / (1 - leverage));
    }
    return fit.errors(vector -> sandwich(middle, fit.solve(vector)));
  }

  /** Writes 1 and the drivers less their means; returns the outcome less its mean. */
  private static double centred(DriverRecords records, DriverSums sums, int person, double[] into) {
    int p = into.length - 1;
    into[0] = 1;
    for (int j = 0; j < p; j++) {
      into[j + 1] = records.value(j, person) - sums.mean(j);
    }
    return records.value(p, person) - sums.mean(p);
  }

  /**
   * For people who are like their team mates: cluster-robust errors with the usual correction for
   * few teams, T/(T − 1) · (n − 1)/(n − p − 1), known as CR1 (Liang and Zeger 1986; Cameron and
   * Miller 2015). Too small with fewer than some 30 teams. O(teams · p²).
   *
   * @param teams sums of each; for the errors within teams, {@linkplain DriverSums#centred centred}
   *     ones
   * @return {@code [p + 1]}
   * @throws IllegalArgumentException as {@link Regression#of}, or with fewer than two teams
   */
  public static double[] cr1(List<DriverSums> teams) {
    List<DriverSums> present = teams.stream().filter(team -> team.n() > 0).toList();
    if (present.size() < 2) {
      throw new IllegalArgumentException(present.size() + " teams; expected 2 or more");
    }
    DriverSums all = present.stream().reduce(DriverSums::merge).orElseThrow();
    Regression fit = Regression.of(all);
    int size = all.drivers().size() + 1;
    double[][] middle = new double[size][size];
    for (DriverSums team : present) {
      addSquare(middle, score(team, fit), 1);
    }
    double count = present.size();
    double correction = count / (count - 1) * (all.n() - 1) / (all.n() - size);
    return fit.errors(vector -> correction * sandwich(middle, fit.solve(vector)));
  }

  /** Σ x·u over the people of a team, x in centred units: follows from the team's sums. */
  private static double[] score(DriverSums team, Regression fit) {
    DriverSums all = fit.sums();
    int p = all.drivers().size();
    double[] slopes = fit.coefficients();
    double[] score = new double[p + 1];
    score[0] = team.n() * (team.mean(p) - all.mean(p));
    for (int j = 0; j < p; j++) {
      score[0] -= slopes[j + 1] * team.n() * (team.mean(j) - all.mean(j));
    }
    for (int i = 0; i < p; i++) {
      score[i + 1] = about(team, all, i, p);
      for (int j = 0; j < p; j++) {
        score[i + 1] -= slopes[j + 1] * about(team, all, i, j);
      }
    }
    return score;
  }

  /** A team's cross-product about everybody's means. */
  private static double about(DriverSums team, DriverSums all, int i, int j) {
    return team.deviation(i, j)
        + team.n() * (team.mean(i) - all.mean(i)) * (team.mean(j) - all.mean(j));
  }

  private static void addSquare(double[][] middle, double[] row, double factor) {
    for (int i = 0; i < row.length; i++) {
      for (int j = 0; j < row.length; j++) {
        middle[i][j] += factor * row[i] * (factor * row[j]);
      }
    }
  }

  private static double sandwich(double[][] middle, double[] bread) {
    double sum = 0;
    for (int i = 0; i < bread.length; i++) {
      for (int j = 0; j < bread.length; j++) {
        sum += bread[i] * middle[i][j] * bread[j];
      }
    }
    return sum;
  }
}
