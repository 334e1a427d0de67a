package nl.onderstroom.engine.effect;

import java.util.Arrays;
import java.util.List;
import nl.onderstroom.engine.measure.waves.Sample;

/**
 * Teams over waves, and from which wave each has the action. A team is the unit: it counts once,
 * whatever its size, because it is teams that act. Immutable.
 */
public final class Panel {
  /** As first wave: this team does not act in the waves seen. */
  public static final int NEVER = Integer.MAX_VALUE;

  private final double[][] outcomes;
  private final int[] firstWaves;

  /** Keeps the arrays: callers hand over ones that nobody changes. */
  private Panel(double[][] outcomes, int[] firstWaves) {
    this.outcomes = outcomes;
    this.firstWaves = firstWaves;
  }

  /**
   * @param outcomes {@code [team][wave]}, a mean each; NaN where nobody answered
   * @param firstWaves of each team the first wave (from 0) after it acted, or {@link #NEVER}
   * @throws IllegalArgumentException if there are no teams, the table has gaps or a wave is not
   *     there
   */
  public static Panel of(double[][] outcomes, int[] firstWaves) {
    if (outcomes.length == 0 || outcomes.length != firstWaves.length) {
      throw new IllegalArgumentException(
          "%d teams with outcomes and %d with a first wave; expected the same, at least 1"
              .formatted(outcomes.length, firstWaves.length));
    }
    int waves = outcomes[0].length;
    for (int team = 0; team < outcomes.length; team++) {
      if (outcomes[team].length != waves) {
        throw new IllegalArgumentException(
            "team %d: %d waves; expected %d, NaN where nobody answered"
                .formatted(team, outcomes[team].length, waves));
      }
      int first = firstWaves[team];
      if (first < 0 || (first >= waves && first != NEVER)) {
        throw new IllegalArgumentException(
            "team %d acts from wave %d; expected 0 to %d, or NEVER"
                .formatted(team, first, waves - 1));
      }
    }
    return new Panel(
        Arrays.stream(outcomes).map(double[]::clone).toArray(double[][]::new), firstWaves.clone());
  }

  /**
   * @param teams of each team one sample a wave, empty where nobody answered
   * @param firstWaves as in {@link #of(double[][], int[])}
   */
  public static Panel of(List<List<Sample>> teams, int[] firstWaves) {
    double[][] outcomes =
        teams.stream()
            .map(team -> team.stream().mapToDouble(Sample::mean).toArray())
            .toArray(double[][]::new);
    return of(outcomes, firstWaves);
  }

  /** The same outcomes, had other teams acted. */
  Panel withFirstWaves(int[] others) {
    return new Panel(outcomes, others);
  }

  public int teams() {
    return outcomes.length;
  }

  public int waves() {
    return outcomes[0].length;
  }

  /** NaN where nobody answered. */
  public double outcome(int team, int wave) {
    return outcomes[team][wave];
  }

  /** The first wave after a team acted, or {@link #NEVER}. */
  public int firstWave(int team) {
    return firstWaves[team];
  }

  int[] firstWaves() {
    return firstWaves.clone();
  }

  /** First waves at which some team acted, after at least one wave without; ascending. */
  int[] cohorts() {
    return Arrays.stream(firstWaves)
        .filter(first -> first > 0 && first != NEVER)
        .distinct()
        .sorted()
        .toArray();
  }
}
