package nl.onderstroom.engine.effect;

import nl.onderstroom.engine.measure.waves.MeanChange;
import nl.onderstroom.engine.measure.waves.Sample;

/**
 * Two groups of teams at two waves: how those that acted changed, less how the others changed.
 *
 * @param controlsBefore of the controls, over teams
 * @param controlsAfter of the controls
 * @param actedBefore of the teams that acted
 * @param actedAfter of the teams that acted
 * @param changes the controls' changes ("before") against those of the teams that acted ("after"):
 *     Welch's test of the effect, which is its {@code difference()}
 */
public record DifferenceInDifferences(
    Sample controlsBefore,
    Sample controlsAfter,
    Sample actedBefore,
    Sample actedAfter,
    MeanChange changes) {
  /**
   * Over the teams seen at both waves.
   *
   * @param before a wave before any team acted between both
   * @param after a later wave; teams that acted after {@code before} and up to here have acted,
   *     teams that act later or never are controls, teams that acted earlier are left out
   * @throws IllegalArgumentException if fewer than two teams are on either side
   */
  public static DifferenceInDifferences of(Panel panel, int before, int after) {
    if (before < 0 || before >= after || after >= panel.waves()) {
      throw new IllegalArgumentException(
          "from wave %d to %d; expected 0 ≤ before < after < %d"
              .formatted(before, after, panel.waves()));
    }
    double[][] values = new double[6][panel.teams()];
    for (int team = 0; team < panel.teams(); team++) {
      for (double[] each : values) {
        each[team] = Double.NaN;
      }
      double first = panel.outcome(team, before);
      double second = panel.outcome(team, after);
      if (Double.isNaN(second - first) || panel.firstWave(team) <= before) {
        continue;
      }
      int arm = panel.firstWave(team) <= after ? 3 : 0;
      values[arm][team] = first;
      values[arm + 1][team] = second;
      values[arm + 2][team] = second - first;
    }
    return new DifferenceInDifferences(
        Sample.of(values[0]),
        Sample.of(values[1]),
        Sample.of(values[3]),
        Sample.of(values[4]),
        new MeanChange(Sample.of(values[2]), Sample.of(values[5])));
  }

  /** (acted after − acted before) − (controls after − controls before). */
  public double value() {
    return changes.difference();
  }

  /**
   * √(Σ residual² of changes / n² in each arm) × √(G/(G − 1) × (N − 1)/(N − 4)), G teams and N = 2G
   * rows: least squares with teams as clusters (CR1).
   */
  public double clusteredError() {
    double teams = teams();
    double correction = teams / (teams - 1) * (2 * teams - 1) / (2 * teams - 4);
    return Math.sqrt(correction * (perTeam(changes.before()) + perTeam(changes.after())));
  }

  /** That of least squares on all rows as if a team's two waves had nothing in common. */
  public double classicError() {
    double squares =
        squares(controlsBefore)
            + squares(controlsAfter)
            + squares(actedBefore)
            + squares(actedAfter);
    double variance = squares / (2.0 * teams() - 4);
    return Math.sqrt(variance * (2.0 / controlsBefore.n() + 2.0 / actedBefore.n()));
  }

  private long teams() {
    return controlsBefore.n() + actedBefore.n();
  }

  private static double perTeam(Sample changes) {
    return squares(changes) / changes.n() / changes.n();
  }

  private static double squares(Sample sample) {
    return sample.variance() * (sample.n() - 1);
  }
}
