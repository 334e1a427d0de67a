package nl.onderstroom.server.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.onderstroom.engine.effect.DifferenceInDifferences;
import nl.onderstroom.engine.effect.Panel;
import nl.onderstroom.engine.effect.RegressionToMean;
import nl.onderstroom.engine.measure.waves.Sample;

/**
 * How teams that first acted at the same wave went from the wave before to that one, and how far
 * they were to be expected to go back towards the mean by themselves.
 *
 * @param wave at which they had first acted, from 1
 * @param teams seen at both
 * @param beforeAfter mean change of those teams
 * @param expected of them, and of those they are compared with; empty when it cannot be reckoned
 */
record CohortChange(int wave, int teams, double beforeAfter, Optional<RegressionToMean> expected) {

  /**
   * Of each wave at which some shown teams first acted.
   *
   * @param samples {@code [team][wave]}
   */
  static List<CohortChange> list(List<List<Sample>> samples, Panel panel) {
    List<CohortChange> changes = new ArrayList<>();
    for (int wave = 1; wave < panel.waves(); wave++) {
      double sum = 0;
      int seen = 0;
      for (int team = 0; team < panel.teams(); team++) {
        double change = panel.outcome(team, wave) - panel.outcome(team, wave - 1);
        if (panel.firstWave(team) == wave && !Double.isNaN(change)) {
          sum += change;
          seen++;
        }
      }
      if (seen > 0) {
        changes.add(new CohortChange(wave, seen, sum / seen, expected(samples, panel, wave)));
      }
    }
    return changes;
  }

  private static Optional<RegressionToMean> expected(
      List<List<Sample>> samples, Panel panel, int wave) {
    List<Sample> before = new ArrayList<>();
    List<Boolean> acted = new ArrayList<>();
    for (int team = 0; team < panel.teams(); team++) {
      Sample sample = samples.get(team).get(wave - 1);
      if (panel.firstWave(team) >= wave && sample.n() > 0) {
        before.add(sample);
        acted.add(panel.firstWave(team) == wave);
      }
    }
    boolean bothSides = acted.contains(true) && acted.contains(false);
    boolean differ = before.stream().anyMatch(sample -> sample.n() > 1 && sample.variance() > 0);
    if (!bothSides || !differ) {
      return Optional.empty();
    }
    boolean[] chosen = new boolean[acted.size()];
    for (int team = 0; team < chosen.length; team++) {
      chosen[team] = acted.get(team);
    }
    return Optional.of(RegressionToMean.expected(before, chosen));
  }

  /** Of two waves; empty when fewer than two teams are on either side. */
  static Optional<DifferenceInDifferences> twoByTwo(Panel panel) {
    int acted = 0;
    int controls = 0;
    for (int team = 0; team < panel.teams(); team++) {
      boolean seen = !Double.isNaN(panel.outcome(team, 0) + panel.outcome(team, 1));
      acted += seen && panel.firstWave(team) == 1 ? 1 : 0;
      controls += seen && panel.firstWave(team) > 1 ? 1 : 0;
    }
    return acted < 2 || controls < 2
        ? Optional.empty()
        : Optional.of(DifferenceInDifferences.of(panel, 0, 1));
  }
}
