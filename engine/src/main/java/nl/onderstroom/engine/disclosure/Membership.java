package nl.onderstroom.engine.disclosure;

import nl.onderstroom.engine.measure.waves.Turnover;
import org.jspecify.annotations.Nullable;

/**
 * Who came and went in a unit of which a trend may be shown.
 *
 * @param above the nearest unit above it of which one may be shown too; null for none
 * @param turnover of those who counted in its figures, by the roster: joined and left together are
 *     0 or at least the floor
 */
public record Membership(String unit, @Nullable String above, Turnover turnover) {
  /** Whether nobody came or went, or enough people together. */
  static boolean isSafe(Turnover turnover, int floor) {
    long moved = turnover.before() + turnover.after() - 2 * turnover.both();
    return moved == 0 || moved >= floor;
  }
}
