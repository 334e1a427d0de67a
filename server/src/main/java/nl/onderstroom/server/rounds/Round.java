package nl.onderstroom.server.rounds;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One listening round.
 *
 * @param origin asked here, or brought along from an earlier survey
 * @param floor fewest people behind a number; frozen when the round is made
 * @param cuts groups across the organisation that it is looked at by, beside the units
 * @param closedOn the day it closed; null before
 */
public record Round(
    RoundId id,
    String name,
    Origin origin,
    RoundState state,
    int floor,
    Questionnaire questionnaire,
    Set<CutKind> cuts,
    @Nullable LocalDate closedOn) {
  public Round {
    cuts = Set.copyOf(cuts);
  }

  /** Where the answers come from. */
  public enum Origin {
    ASKED,
    EARLIER
  }

  public boolean isAt(RoundState wanted) {
    return state == wanted;
  }
}
