package nl.onderstroom.engine.measure.waves;

import java.util.Arrays;
import java.util.List;
import nl.onderstroom.engine.measure.FalseDiscovery;
import nl.onderstroom.engine.measure.Holm;
import nl.onderstroom.engine.measure.Interval;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How each team changed between two waves, from team×wave sums: δ<sub>t</sub> = μ + u<sub>t</sub>,
 * seen as d<sub>t</sub> = δ<sub>t</sub> + error with variance v<sub>t</sub> = s²(1/n₁ + 1/n₂),
 * where s² is the variance within teams and waves.
 *
 * <p>The variance τ² of the changes is that of Paule and Mandel (1982), μ has weights 1/(τ² + v)
 * and the error of Hartung and Knapp (2001), on teams − 1 degrees of freedom. That error looks at
 * how much the changes in fact differ, so it is right both when teams drift on their own and when
 * mostly the same people answered twice, which no test on unlinked people can be. Cost: O(teams).
 */
public final class TeamChanges {
  /** Fewer teams cannot say how much teams differ. */
  public static final int LEAST_TEAMS = 5;

  private static final int HALVINGS = 100;

  private final double[] changes;
  private final double[] variances;
  private final int teams;
  private final double betweenVariance;
  private final double mean;
  private final double standardError;
  private final double degreesOfFreedom;

  private TeamChanges(double[] changes, double[] variances, double degreesOfFreedom) {
    this.changes = changes;
    this.variances = variances;
    this.degreesOfFreedom = degreesOfFreedom;
    this.teams = (int) Arrays.stream(changes).filter(d -> !Double.isNaN(d)).count();
    this.betweenVariance = pauleMandel();
    this.mean = mean(betweenVariance);
    this.standardError =
        Math.sqrt(dispersion(betweenVariance) / (teams - 1) / weights(betweenVariance));
  }

  /**
   * @param before one sample a team; those empty at a wave are left out
   * @param after of the same teams in the same order
   * @throws IllegalArgumentException if fewer than {@link #LEAST_TEAMS} answered both times, or
   *     nobody differs from anybody within a team
   */
  public static TeamChanges of(List<Sample> before, List<Sample> after) {
    int measured = measured(before, after);
    if (measured < LEAST_TEAMS) {
      throw new IllegalArgumentException(
          "%d teams answered at both waves; expected at least %d".formatted(measured, LEAST_TEAMS));
    }
    double squares = 0;
    double df = 0;
    for (int team = 0; team < before.size(); team++) {
      squares += before.get(team).squares() + after.get(team).squares();
      df += Math.max(0, before.get(team).n() - 1) + Math.max(0, after.get(team).n() - 1);
    }
    if (!(squares > 0)) {
      throw new IllegalArgumentException("nobody differs within a team; expected some variance");
    }
    double[] changes = new double[before.size()];
    double[] variances = new double[before.size()];
    for (int team = 0; team < changes.length; team++) {
      changes[team] = after.get(team).mean() - before.get(team).mean();
      variances[team] = squares / df * (1.0 / before.get(team).n() + 1.0 / after.get(team).n());
    }
    return new TeamChanges(changes, variances, df);
  }

  /** Teams that answered at both waves. */
  static int measured(List<Sample> before, List<Sample> after) {
    if (before.size() != after.size()) {
      throw new IllegalArgumentException(
          "%d teams before and %d after; expected the same, empty where nobody answered"
              .formatted(before.size(), after.size()));
    }
    int measured = 0;
    for (int team = 0; team < before.size(); team++) {
      measured += before.get(team).n() > 0 && after.get(team).n() > 0 ? 1 : 0;
    }
    return measured;
  }

  /** Teams that answered at both waves. */
  public int teams() {
    return teams;
  }

  /** μ, how a team changed on average. */
  public double mean() {
    return mean;
  }

  /** Of {@link #mean}. */
  public double standardError() {
    return standardError;
  }

  /** τ², how much teams truly differ in their change; 0 when they differ no more than by chance. */
  public double betweenVariance() {
    return betweenVariance;
  }

  /** Two-sided, of no change on average; 1 when all teams stood exactly still. */
  public double p() {
    double t = mean / standardError;
    return Double.isNaN(t) ? 1 : 2 * student().survivalProbability(Math.abs(t));
  }

  /** Of {@link #mean}, 95%. */
  public Interval interval() {
    double margin = student().inverseSurvivalProbability(0.025) * standardError;
    return new Interval(mean - margin, mean + margin);
  }

  /**
   * @param team from 0, in the order given
   * @throws IllegalArgumentException if it did not answer at both waves
   */
  public TeamChange get(int team) {
    double d = changes[team];
    double v = variances[team];
    if (Double.isNaN(d)) {
      throw new IllegalArgumentException("team " + team + " did not answer at both waves");
    }
    TDistribution student = TDistribution.of(degreesOfFreedom);
    double kept = betweenVariance / (betweenVariance + v);
    double shrunken = mean + kept * (d - mean);
    double error = Math.sqrt(kept * v + (1 - kept) * (1 - kept) * standardError * standardError);
    double margin = student.inverseSurvivalProbability(0.025) * error;
    return new TeamChange(
        d,
        Math.sqrt(v),
        2 * student.survivalProbability(Math.abs(d) / Math.sqrt(v)),
        shrunken,
        new Interval(shrunken - margin, shrunken + margin));
  }

  /**
   * @param raw after minus before
   * @param standardError of raw, with the variance within all teams and waves
   * @param p of raw, two-sided; for several teams through {@link Holm} or {@link FalseDiscovery}
   * @param shrunken drawn towards the mean change, the more the fewer answered
   * @param interval of shrunken, 95%
   */
  public record TeamChange(
      double raw, double standardError, double p, double shrunken, Interval interval) {}

  private TDistribution student() {
    return TDistribution.of(teams - 1.0);
  }

  /** The τ² at which Σ w(d − μ)² is what chance makes of it, teams − 1; it falls with τ². */
  private double pauleMandel() {
    if (dispersion(0) <= teams - 1) {
      return 0;
    }
    double high = 1;
    while (dispersion(high) > teams - 1) {
      high *= 2;
    }
    double low = 0;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (dispersion(middle) > teams - 1) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private double dispersion(double tau2) {
    double centre = mean(tau2);
    double sum = 0;
    for (int team = 0; team < changes.length; team++) {
      if (!Double.isNaN(changes[team])) {
        double off = changes[team] - centre;
        sum += off * off / (tau2 + variances[team]);
      }
    }
    return sum;
  }

  private double mean(double tau2) {
    double sum = 0;
    for (int team = 0; team < changes.length; team++) {
      sum += Double.isNaN(changes[team]) ? 0 : changes[team] / (tau2 + variances[team]);
    }
    return sum / weights(tau2);
  }

  private double weights(double tau2) {
    double sum = 0;
    for (int team = 0; team < changes.length; team++) {
      sum += Double.isNaN(changes[team]) ? 0 : 1 / (tau2 + variances[team]);
    }
    return sum;
  }
}
