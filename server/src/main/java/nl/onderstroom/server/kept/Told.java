package nl.onderstroom.server.kept;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.engine.disclosure.Release;
import nl.onderstroom.engine.disclosure.UnitRelease;
import nl.onderstroom.server.insight.Reasons;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.Unit;
import nl.onderstroom.server.shell.Words;
import org.jspecify.annotations.Nullable;

/**
 * What the newest shared round shows of the unit somebody works in, and of those above it.
 *
 * @param floors by which it was decided
 * @param seen from the own unit up; empty when the unit was not in the round
 */
record Told(Round round, Floors floors, List<Seen> seen) {

  static Told of(Words words, Round round, List<Unit> units, Release release, String unitCode) {
    Map<String, Unit> byCode = new HashMap<>();
    units.forEach(unit -> byCode.put(unit.code(), unit));
    var reasons = new Reasons(words, release.floors());
    var seen = new ArrayList<Seen>();
    @Nullable Unit at = byCode.get(unitCode);
    while (at != null) {
      String name = at.name();
      release.find(at.code()).ifPresent(shown -> seen.add(seen(name, shown, reasons)));
      at = at.parentCode() == null ? null : byCode.get(at.parentCode());
    }
    return new Told(round, release.floors(), seen);
  }

  private static Seen seen(String name, UnitRelease unit, Reasons reasons) {
    return switch (unit) {
      case UnitRelease.Shown shown -> new Seen(name, true, "");
      case UnitRelease.Withheld withheld ->
          new Seen(name, false, reasons.ofUnit(withheld.reason()));
    };
  }
}
