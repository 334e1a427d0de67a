package nl.onderstroom.engine.effect;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import nl.onderstroom.engine.measure.waves.Sample;

/**
 * How far teams that were chosen by their score would rise or fall with no action at all, because
 * part of a score is luck that does not last (Galton 1886). To be shown next to every before–after
 * figure.
 *
 * @param chosen mean change of the teams chosen
 * @param rest mean change of the others
 */
public record RegressionToMean(double chosen, double rest) {
  /**
   * Expected, from one wave alone: a team's mean of n people keeps the part ω² / (ω² + σ²/n) of its
   * distance to the mean of teams, where ω² is the variance between teams by the analysis of
   * variance and σ² that within. What truly moves between waves comes on top, so it is the least to
   * expect.
   *
   * @param before one sample a team; those with no answers are left out
   * @param chosen whether each team was chosen
   * @throws IllegalArgumentException if no team with answers is on either side, or nobody shares a
   *     team
   */
  public static RegressionToMean expected(List<Sample> before, boolean[] chosen) {
    double[] means = before.stream().mapToDouble(Sample::mean).toArray();
    double[] kept = reliabilities(before);
    double centre =
        Arrays.stream(means).filter(mean -> !Double.isNaN(mean)).average().orElseThrow();
    double[] changes = new double[means.length];
    Arrays.setAll(changes, team -> (1 - kept[team]) * (centre - means[team]));
    return of(changes, chosen);
  }

  /**
   * Expected, from how teams moved between two earlier waves in which nothing was done: the slope
   * of the later on the earlier, and how all moved.
   *
   * @param earlier one number a team, NaN where not known
   * @param later of the same teams
   * @param before the wave by which teams are chosen, of the same or other teams
   * @param chosen of the teams of {@code before}
   */
  public static RegressionToMean expected(
      double[] earlier, double[] later, double[] before, boolean[] chosen) {
    double[] x = known(earlier, later);
    double[] y = known(later, earlier);
    if (x.length < 3) {
      throw new IllegalArgumentException(
          x.length + " teams at both earlier waves; expected at least 3");
    }
    double meanX = Arrays.stream(x).average().orElseThrow();
    double meanY = Arrays.stream(y).average().orElseThrow();
    double products = 0;
    double squares = 0;
    for (int i = 0; i < x.length; i++) {
      products += (x[i] - meanX) * (y[i] - meanY);
      squares += (x[i] - meanX) * (x[i] - meanX);
    }
    double slope = products / squares;
    double centre =
        Arrays.stream(before).filter(value -> !Double.isNaN(value)).average().orElseThrow();
    double[] changes = new double[before.length];
    Arrays.setAll(changes, team -> meanY - meanX + (1 - slope) * (centre - before[team]));
    return of(changes, chosen);
  }

  /** What was seen, over the teams known at both waves. */
  public static RegressionToMean seen(double[] before, double[] after, boolean[] chosen) {
    double[] changes = new double[before.length];
    Arrays.setAll(changes, team -> after[team] - before[team]);
    return of(changes, chosen);
  }

  /**
   * The teams at or below the first quartile (R's type 7) of those known.
   *
   * @param before one number a team, NaN where not known; at least one is
   */
  public static boolean[] lowestQuarter(double[] before) {
    double[] sorted =
        Arrays.stream(before).filter(value -> !Double.isNaN(value)).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("no team is known; expected at least one");
    }
    double at = (sorted.length - 1) * 0.25;
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    double quartile = sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    boolean[] lowest = new boolean[before.length];
    for (int team = 0; team < before.length; team++) {
      lowest[team] = before[team] <= quartile;
    }
    return lowest;
  }

  private static RegressionToMean of(double[] changes, boolean[] chosen) {
    if (changes.length != chosen.length) {
      throw new IllegalArgumentException(
          "%d teams and %d chosen or not; expected as many"
              .formatted(changes.length, chosen.length));
    }
    return new RegressionToMean(mean(changes, chosen, true), mean(changes, chosen, false));
  }

  private static double mean(double[] changes, boolean[] chosen, boolean which) {
    return IntStream.range(0, changes.length)
        .filter(team -> chosen[team] == which && !Double.isNaN(changes[team]))
        .mapToDouble(team -> changes[team])
        .average()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no known team is "
                    + (which ? "chosen" : "left")
                    + "; expected at least one on either side"));
  }

  private static double[] known(double[] values, double[] others) {
    return IntStream.range(0, values.length)
        .filter(team -> !Double.isNaN(values[team] + others[team]))
        .mapToDouble(team -> values[team])
        .toArray();
  }

  /** ω² by (MSB − MSW)/n₀, at least 0. */
  private static double[] reliabilities(List<Sample> teams) {
    Sample all = Sample.of(teams);
    double people = all.n();
    double groups = teams.stream().filter(team -> team.n() > 0).count();
    double squaresWithin =
        teams.stream()
            .mapToDouble(team -> team.n() < 2 ? 0 : team.variance() * (team.n() - 1))
            .sum();
    if (groups < 2 || people <= groups || !(squaresWithin > 0)) {
      throw new IllegalArgumentException(
          "%.0f people in %.0f teams; expected two teams or more, and people who differ within one"
              .formatted(people, groups));
    }
    double within = squaresWithin / (people - groups);
    double between = (all.variance() * (people - 1) - squaresWithin) / (groups - 1);
    double squaredSizes = teams.stream().mapToDouble(team -> (double) team.n() * team.n()).sum();
    double size = (people - squaredSizes / people) / (groups - 1);
    double variance = Math.max(0, (between - within) / size);
    return teams.stream()
        .mapToDouble(team -> team.n() == 0 ? 0 : variance / (variance + within / team.n()))
        .toArray();
  }
}
