package nl.onderstroom.engine.measure.waves;

import java.util.List;

/**
 * One scale at two waves that are not linked.
 *
 * @param before one sample a team, empty where nobody answered
 * @param after of the same teams in the same order
 * @param turnover between the two rosters
 */
public record Waves(List<Sample> before, List<Sample> after, Turnover turnover) {
  public Waves {
    before = List.copyOf(before);
    after = List.copyOf(after);
    if (before.size() != after.size()) {
      throw new IllegalArgumentException(
          "%d teams before and %d after; expected the same, empty where nobody answered"
              .formatted(before.size(), after.size()));
    }
  }

  /** A group that is not divided into teams, or one team. */
  public static Waves of(Sample before, Sample after, Turnover turnover) {
    return new Waves(List.of(before), List.of(after), turnover);
  }
}
