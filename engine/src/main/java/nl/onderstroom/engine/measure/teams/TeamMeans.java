package nl.onderstroom.engine.measure.teams;

import java.util.Optional;

/** Every team's shrunken mean, or why there is none. */
public sealed interface TeamMeans permits ShrunkenMeans, TeamRefusal {
  /** Fewer teams than this say too little about how much teams differ. */
  int LEAST_TEAMS = 10;

  /** Refuses fewer than {@value #LEAST_TEAMS} teams. Cost: O(teams). */
  static TeamMeans of(TeamSums sums) {
    Optional<TeamRefusal> refusal = TeamRefusal.find(sums, LEAST_TEAMS);
    return refusal.isPresent() ? refusal.get() : new ShrunkenMeans(sums);
  }
}
