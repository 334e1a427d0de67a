package nl.onderstroom.server.rounds;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One listening round.
 *
 * @param origin asked here, or brought along from an earlier survey
 * @param floor fewest people behind a number; frozen when the round is made
 * @param closedOn the day it closed; null before
 */
public record Round(
    RoundId id,
    String name,
    Origin origin,
    RoundState state,
    int floor,
    Questionnaire questionnaire,
    @Nullable LocalDate closedOn) {

  /** Where the answers come from. */
  public enum Origin {
    ASKED,
    EARLIER
  }

  public boolean isAt(RoundState wanted) {
    return state == wanted;
  }
}
