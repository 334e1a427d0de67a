package nl.onderstroom.server.insight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.onderstroom.server.access.Role;
import nl.onderstroom.server.access.Viewer;
import nl.onderstroom.server.rounds.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Which units a visitor may look at: those who answer for the whole all of them; a team lead the
 * units led, all below them and all above; an employee the own unit and all above it.
 *
 * @param units in the order given, parents before their children
 * @param seesCuts whether groups across all units may be looked at too: by those who answer for the
 *     whole
 */
record Sight(List<Unit> units, boolean seesCuts) {
  Sight {
    units = List.copyOf(units);
  }

  static Sight of(Viewer viewer, List<Unit> organisation) {
    if (viewer.seesEveryUnit()) {
      return new Sight(organisation, true);
    }
    if (!viewer.is(Role.EMPLOYEE, Role.TEAM_LEAD)) {
      return new Sight(List.of(), false);
    }
    var own = new ArrayList<String>();
    own.add(viewer.unit());
    var led = new HashSet<String>();
    if (viewer.is(Role.TEAM_LEAD)) {
      led.addAll(viewer.unitsLed());
      own.addAll(viewer.unitsLed());
    }
    Set<String> open = chainsUp(own, organisation);
    for (Unit unit : organisation) {
      if (unit.parentCode() == null) {
        open.add(unit.code());
      } else if (led.contains(unit.parentCode())) {
        led.add(unit.code());
      }
    }
    open.addAll(led);
    return new Sight(
        organisation.stream().filter(unit -> open.contains(unit.code())).toList(), false);
  }

  private static Set<String> chainsUp(List<String> from, List<Unit> organisation) {
    Map<String, @Nullable String> parents = new HashMap<>();
    organisation.forEach(unit -> parents.put(unit.code(), unit.parentCode()));
    var chain = new HashSet<String>();
    for (String start : from) {
      for (String at = start; at != null && chain.add(at); at = parents.get(at)) {
        // Each step goes one unit up.
      }
    }
    return chain;
  }

  /** The whole, if this visitor may look at it: everybody who may look at anything may. */
  @Nullable Unit organisation() {
    return units.isEmpty() ? null : units.getFirst();
  }

  /** The unit, if this visitor may look at it. */
  @Nullable Unit find(String code) {
    return units.stream().filter(unit -> unit.code().equals(code)).findFirst().orElse(null);
  }
}
