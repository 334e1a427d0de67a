package nl.onderstroom.server.rounds;

import java.util.List;
import nl.onderstroom.engine.disclosure.Membership;

/**
 * What a round can be compared with. No persons.
 *
 * @param earlier the round before it
 * @param units in which a trend may be told, in any order
 */
public record Continuity(RoundId earlier, List<Membership> units) {
  public Continuity {
    units = List.copyOf(units);
  }
}
