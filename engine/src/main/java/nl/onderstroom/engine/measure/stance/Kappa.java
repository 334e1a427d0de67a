package nl.onderstroom.engine.measure.stance;

import nl.onderstroom.engine.measure.Interval;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How far two ways of classing the same people agree beyond chance: Cohen's kappa (1960).
 *
 * @param people who were classed both ways
 * @param agreement share classed alike, 0 to 1
 * @param kappa 1 for full agreement, 0 for that of chance
 * @param interval 95%, with the large-sample error of Fleiss, Cohen and Everitt (1969), within −1
 *     to 1
 */
public record Kappa(long people, double agreement, double kappa, Interval interval) {
  /**
   * @param table people, {@code [class in one way][class in the other]}, square
   * @throws IllegalArgumentException if nobody was classed, or all by one way in one class and by
   *     the other in the same: then chance alone agrees fully
   */
  public static Kappa of(long[][] table) {
    int classes = table.length;
    double n = 0;
    double alike = 0;
    double[] rows = new double[classes];
    double[] columns = new double[classes];
    for (int row = 0; row < classes; row++) {
      if (table[row].length != classes) {
        throw new IllegalArgumentException(
            "row %d of %d columns in a table of %d rows; expected a square"
                .formatted(row, table[row].length, classes));
      }
      for (int column = 0; column < classes; column++) {
        double count = count(table[row][column]);
        n += count;
        alike += row == column ? count : 0;
        rows[row] += count;
        columns[column] += count;
      }
    }
    double chance = 0;
    for (int at = 0; at < classes; at++) {
      chance += rows[at] / n * (columns[at] / n);
    }
    if (!(chance < 1)) {
      throw new IllegalArgumentException(
          "%.0f people, chance agreement %s; expected some people, in more than one class"
              .formatted(n, chance));
    }
    double kappa = (alike / n - chance) / (1 - chance);
    double margin =
        NormalDistribution.of(0, 1).inverseSurvivalProbability(0.025)
            * error(table, rows, columns, n, chance, kappa);
    return new Kappa(
        (long) n,
        alike / n,
        kappa,
        new Interval(Math.max(-1, kappa - margin), Math.min(1, kappa + margin)));
  }

  private static double error(
      long[][] table, double[] rows, double[] columns, double n, double chance, double kappa) {
    double sum = 0;
    for (int row = 0; row < table.length; row++) {
      for (int column = 0; column < table.length; column++) {
        double weight =
            row == column
                ? 1 - (rows[row] + columns[row]) / n * (1 - kappa)
                : (columns[row] + rows[column]) / n * (1 - kappa);
        sum += table[row][column] / n * weight * weight;
      }
    }
    double off = kappa - chance * (1 - kappa);
    return Math.sqrt(Math.max(0, sum - off * off) / n) / (1 - chance);
  }

  private static long count(long people) {
    if (people < 0) {
      throw new IllegalArgumentException("a cell of " + people + " people; expected ≥ 0");
    }
    return people;
  }
}
