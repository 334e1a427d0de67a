package nl.onderstroom.engine.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import nl.onderstroom.engine.summary.Quantity;
import nl.onderstroom.engine.summary.Summary;
import nl.onderstroom.engine.summary.SummaryShape;
import nl.onderstroom.engine.summary.Tally;

/**
 * Which units would be shown if so many people answered: {@link Gate}'s own decision, on sheets
 * that nobody filled in. What single questions show depends on the answers, and cannot be foreseen.
 *
 * @param units per unit, from the top down, why it is not shown; empty for those that are
 */
public record Foresight(SequencedMap<String, Optional<Reason>> units) {
  private static final SummaryShape NOTHING = SummaryShape.of(new Quantity.Levels("nothing", 1, 2));

  /**
   * Cost: O(people), and the gate's.
   *
   * @param answering with, as people, those attached to the unit directly who answer
   * @throws IllegalArgumentException if the units are not one tree
   */
  public static Foresight of(Collection<CohortPlan.Unit> answering, Floors floors) {
    List<Family.Group> groups = new ArrayList<>();
    for (CohortPlan.Unit unit : answering) {
      groups.add(new Family.Group(unit.id(), unit.parent(), List.of(blankSheets(unit.people()))));
    }
    Release release = Gate.decide(new Family(NOTHING, groups), floors);
    SequencedMap<String, Optional<Reason>> units = new LinkedHashMap<>();
    release
        .units()
        .forEach((id, unit) ->
            units.put(
                id,
                switch (unit) {
                  case UnitRelease.Shown shown -> Optional.empty();
                  case UnitRelease.Withheld withheld -> Optional.of(withheld.reason());
                }));
    return new Foresight(units);
  }

  /** Whether there would be something to see of the unit; false if there is no such unit. */
  public boolean shows(String id) {
    Optional<Reason> reason = units.get(id);
    return reason != null && reason.isEmpty();
  }

  private static Summary blankSheets(int people) {
    Tally tally = new Tally(NOTHING);
    for (int i = 0; i < people; i++) {
      tally.add(new long[] {Tally.MISSING});
    }
    return tally.summary();
  }
}
