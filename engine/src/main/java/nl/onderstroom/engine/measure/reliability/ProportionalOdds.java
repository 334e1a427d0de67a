package nl.onderstroom.engine.measure.reliability;

import java.util.Arrays;
import java.util.Optional;
import nl.onderstroom.engine.numeric.FisherScoring;

/**
 * Proportional odds (McCullagh 1980): ln odds of answering at most level k = θ<sub>k</sub> − x·β. A
 * diagnostic beside ordinary regression: it takes the levels as an order only. By Newton on the
 * likelihood, which has one highest point (Pratt 1981). Immutable.
 */
public final class ProportionalOdds {
  private final double[] thresholds;
  private final double[] coefficients;
  private final double[] standardErrors;
  private final double logLikelihood;

  private ProportionalOdds(
      double[] thresholds, double[] coefficients, double[] standardErrors, double logLikelihood) {
    this.thresholds = thresholds;
    this.coefficients = coefficients;
    this.standardErrors = standardErrors;
    this.logLikelihood = logLikelihood;
  }

  /**
   * Cost a step: O(people · predictors²).
   *
   * @param levels [people], 0 to K − 1, each of them given by somebody, K ≥ 2
   * @param predictors [people][predictors], finite, without a constant
   * @return empty where there is no highest point: predictors that follow from each other, or tell
   *     the levels apart without error
   * @throws IllegalArgumentException if the sizes differ or a level between is missing
   */
  public static Optional<ProportionalOdds> find(int[] levels, double[][] predictors) {
    int[] counts = counts(levels, predictors);
    OrderedLogit objective = new OrderedLogit(levels, predictors, counts.length - 1);
    double[] start = new double[objective.size()];
    double below = 0;
    for (int k = 0; k < counts.length - 1; k++) {
      below += counts[k];
      start[k] = Math.log(below / (levels.length - below));
    }
    return FisherScoring.minimise(objective, start)
        .flatMap(found -> fitted(objective, found, counts.length - 1, levels.length));
  }

  /** θ, ascending: one fewer than levels. */
  public double[] thresholds() {
    return thresholds.clone();
  }

  /** β: the log of the odds ratio of a higher level for one unit more of the predictor. */
  public double[] coefficients() {
    return coefficients.clone();
  }

  /** Of θ, then β, from the observed information. */
  public double[] standardErrors() {
    return standardErrors.clone();
  }

  public double logLikelihood() {
    return logLikelihood;
  }

  private static Optional<ProportionalOdds> fitted(
      OrderedLogit objective, double[] found, int thresholds, int n) {
    double[][] information = new double[found.length][found.length];
    objective.derive(found, new double[found.length], information);
    for (double[] row : information) {
      Arrays.setAll(row, j -> row[j] * n);
    }
    double[] errors = FisherScoring.standardErrors(information);
    return errors.length == 0
        ? Optional.empty()
        : Optional.of(
            new ProportionalOdds(
                Arrays.copyOf(found, thresholds),
                Arrays.copyOfRange(found, thresholds, found.length),
                errors,
                -n * objective.value(found)));
  }

  private static int[] counts(int[] levels, double[][] predictors) {
    int most = Arrays.stream(levels).max().orElse(0);
    int least = Arrays.stream(levels).min().orElse(0);
    if (levels.length != predictors.length || least < 0 || most < 1) {
      throw new IllegalArgumentException(
          "%d levels from %d to %d and %d rows of predictors; expected a row for each, levels from 0"
              .formatted(levels.length, least, most, predictors.length));
    }
    int[] counts = new int[most + 1];
    for (int i = 0; i < levels.length; i++) {
      counts[levels[i]]++;
      if (predictors[i].length != predictors[0].length) {
        throw new IllegalArgumentException(
            "%d predictors of person %d; expected %d, as of the first"
                .formatted(predictors[i].length, i, predictors[0].length));
      }
    }
    for (int k = 0; k < counts.length; k++) {
      if (counts[k] == 0) {
        throw new IllegalArgumentException(
            "nobody has level %d of 0 to %d; expected levels without gaps".formatted(k, most));
      }
    }
    return counts;
  }

  /** Minus the mean log likelihood, with its observed information. Parameters: θ, then β. */
  private record OrderedLogit(int[] levels, double[][] predictors, int thresholds)
      implements FisherScoring.Objective {
    int size() {
      return thresholds + predictors[0].length;
    }

    @Override
    public double value(double[] parameters) {
      double sum = 0;
      for (int i = 0; i < levels.length; i++) {
        double p = atMost(parameters, i, levels[i]) - atMost(parameters, i, levels[i] - 1);
        sum -= Math.log(p);
      }
      return sum / levels.length;
    }

    @Override
    public void derive(double[] parameters, double[] gradient, double[][] information) {
      Arrays.fill(gradient, 0);
      for (double[] row : information) {
        Arrays.fill(row, 0);
      }
      double[] upper = new double[size()];
      double[] lower = new double[size()];
      for (int i = 0; i < levels.length; i++) {
        double above = atMost(parameters, i, levels[i]);
        double below = atMost(parameters, i, levels[i] - 1);
        double p = above - below;
        double a = above * (1 - above) / p;
        double b = below * (1 - below) / p;
        double aa = a * a - a * (1 - 2 * above);
        double bb = b * b + b * (1 - 2 * below);
        fill(upper, i, levels[i]);
        fill(lower, i, levels[i] - 1);
        for (int r = 0; r < size(); r++) {
          gradient[r] -= (a * upper[r] - b * lower[r]) / levels.length;
          for (int s = 0; s < size(); s++) {
            information[r][s] +=
                (aa * upper[r] * upper[s]
                        + bb * lower[r] * lower[s]
                        - a * b * (upper[r] * lower[s] + lower[r] * upper[s]))
                    / levels.length;
          }
        }
      }
    }

    /** The probability that this person answers at most the level. */
    private double atMost(double[] parameters, int person, int level) {
      if (level < 0) {
        return 0;
      }
      if (level >= thresholds) {
        return 1;
      }
      double logit = parameters[level];
      for (int j = 0; j < predictors[person].length; j++) {
        logit -= parameters[thresholds + j] * predictors[person][j];
      }
      return 1 / (1 + Math.exp(-logit));
    }

    /** The slopes of θ − x·β; any at the two ends, where the density is 0. */
    private void fill(double[] slopes, int person, int level) {
      Arrays.fill(slopes, 0);
      if (level >= 0 && level < thresholds) {
        slopes[level] = 1;
      }
      for (int j = 0; j < predictors[person].length; j++) {
        slopes[thresholds + j] = -predictors[person][j];
      }
    }
  }
}
