package nl.onderstroom.engine.measure.teams;

import java.util.Optional;

/** How much people of one team have in common, or why that is not said. */
public sealed interface Intraclass permits IntraclassCorrelation, TeamRefusal {
  /** Fewer teams than this are no ground for a claim about teams. */
  int LEAST_TEAMS = 30;

  /** Refuses fewer than {@value #LEAST_TEAMS} teams. Cost: O(teams). */
  static Intraclass of(TeamSums sums) {
    Optional<TeamRefusal> refusal = TeamRefusal.find(sums, LEAST_TEAMS);
    return refusal.isPresent() ? refusal.get() : IntraclassCorrelation.of(sums);
  }
}
