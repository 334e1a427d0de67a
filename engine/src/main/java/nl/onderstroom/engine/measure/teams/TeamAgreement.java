package nl.onderstroom.engine.measure.teams;

import java.util.List;
import java.util.Optional;
import nl.onderstroom.engine.summary.Histogram;

/** How much people of one team agree, or why that is not said. */
public sealed interface TeamAgreement permits Agreement, TeamRefusal {
  /**
   * Refuses fewer than {@value TeamMean#LEAST_PEOPLE} people on any of the items.
   *
   * @param items the team's answers to each item of a scale, at least one item
   */
  static TeamAgreement of(List<Histogram> items) {
    long people = items.stream().mapToLong(Histogram::n).min().orElse(0);
    Optional<TeamRefusal> refusal = TeamRefusal.findFor(people);
    return refusal.isPresent() ? refusal.get() : Agreement.of(items);
  }
}
