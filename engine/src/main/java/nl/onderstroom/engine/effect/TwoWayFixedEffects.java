package nl.onderstroom.engine.effect;

/**
 * The regression that was usual for staggered actions: outcome on team, wave and having acted. For
 * comparison only: when effects grow or differ between cohorts it compares late teams with early
 * ones and can even have the wrong sign (Goodman-Bacon 2021); {@link GroupTimeEffects} cannot.
 *
 * @param value coefficient of having acted
 * @param clusteredError teams as clusters, × √(G/(G − 1))
 * @param classicError of least squares with all team and wave effects counted
 * @param teams those seen at every wave; others are left out
 */
public record TwoWayFixedEffects(
    double value, double clusteredError, double classicError, int teams) {
  /**
   * @throws IllegalArgumentException if having acted cannot be told from teams and waves
   */
  public static TwoWayFixedEffects of(Panel panel) {
    int[] complete = complete(panel);
    int waves = panel.waves();
    double[][] outcome = new double[complete.length][waves];
    double[][] acted = new double[complete.length][waves];
    for (int row = 0; row < complete.length; row++) {
      for (int wave = 0; wave < waves; wave++) {
        outcome[row][wave] = panel.outcome(complete[row], wave);
        acted[row][wave] = panel.firstWave(complete[row]) <= wave ? 1 : 0;
      }
    }
    centre(outcome);
    centre(acted);
    double squares = product(acted, acted);
    double df = (double) complete.length * waves - complete.length - waves;
    if (!(squares > 1e-12) || df < 1) {
      throw new IllegalArgumentException(
          "%d teams at %d waves, all acting alike or too few; expected some that acted and some that did not"
              .formatted(complete.length, waves));
    }
    double value = product(acted, outcome) / squares;
    double clustered = 0;
    double residuals = 0;
    for (int row = 0; row < complete.length; row++) {
      double score = 0;
      for (int wave = 0; wave < waves; wave++) {
        double residual = outcome[row][wave] - value * acted[row][wave];
        score += residual * acted[row][wave];
        residuals += residual * residual;
      }
      clustered += score * score;
    }
    double teams = complete.length;
    return new TwoWayFixedEffects(
        value,
        Math.sqrt(clustered * teams / (teams - 1)) / squares,
        Math.sqrt(residuals / df / squares),
        complete.length);
  }

  private static int[] complete(Panel panel) {
    return java.util.stream.IntStream.range(0, panel.teams())
        .filter(team -> {
          double sum = 0;
          for (int wave = 0; wave < panel.waves(); wave++) {
            sum += panel.outcome(team, wave);
          }
          return !Double.isNaN(sum);
        })
        .toArray();
  }

  /** Takes team and wave means out: exact, as no cell is empty. */
  private static void centre(double[][] table) {
    int waves = table.length == 0 ? 0 : table[0].length;
    for (double[] row : table) {
      double mean = java.util.Arrays.stream(row).average().orElse(0);
      for (int wave = 0; wave < waves; wave++) {
        row[wave] -= mean;
      }
    }
    for (int wave = 0; wave < waves; wave++) {
      double mean = 0;
      for (double[] row : table) {
        mean += row[wave] / table.length;
      }
      for (double[] row : table) {
        row[wave] -= mean;
      }
    }
  }

  private static double product(double[][] left, double[][] right) {
    double sum = 0;
    for (int row = 0; row < left.length; row++) {
      for (int wave = 0; wave < left[row].length; wave++) {
        sum += left[row][wave] * right[row][wave];
      }
    }
    return sum;
  }
}
