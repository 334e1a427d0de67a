package nl.onderstroom.server.rounds;

import java.time.LocalDate;
import java.util.Set;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.engine.disclosure.TextRelease;
import org.jspecify.annotations.Nullable;

/**
 * One listening round.
 *
 * @param origin asked here, or brought along from an earlier survey
 * @param floors fewest people behind what is shown; frozen when handing out begins. Of a draft
 *     those that it would get now: never under the standing ones
 * @param cuts groups across the organisation that it is looked at by, beside the units
 * @param closedOn the day it closed; null before
 */
public record Round(
    RoundId id,
    String name,
    Origin origin,
    RoundState state,
    Floors floors,
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

  /** Fewest people behind a number, and in a cohort. */
  public int floor() {
    return floors.numbers();
  }

  /** Fewest people who may, and who do, write a worry. */
  public int floorForWorries() {
    return Math.max(TextRelease.LEAST_PEOPLE, floors.distributions());
  }

  /** Whether everybody votes on statements, as one group, rather than each team answers a pulse. */
  public boolean isConversation() {
    return questionnaire.isConversation();
  }

  /** Where its outcome is shown, once it is. */
  public String outcomePath() {
    return (isConversation() ? "/conversations/%s" : "/rounds/%s/iceberg").formatted(id);
  }

  Round with(Floors others) {
    return new Round(id, name, origin, state, others, questionnaire, cuts, closedOn);
  }

  public boolean isAt(RoundState wanted) {
    return state == wanted;
  }
}
