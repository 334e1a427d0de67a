package nl.onderstroom.server.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is stored at one moment.
 *
 * @param units parents before those below them
 */
record StoredRoster(List<Unit> units, List<Person> people) {
  static final StoredRoster EMPTY = new StoredRoster(List.of(), List.of());

  StoredRoster {
    units = List.copyOf(units);
    people = List.copyOf(people);
  }

  /** For each unit, itself and those above it, from the top down. */
  Map<UnitId, List<Unit>> lineages() {
    Map<UnitId, List<Unit>> lineages = new HashMap<>();
    for (Unit unit : units) {
      List<Unit> above =
          unit.parent().map(parent -> lineages.getOrDefault(parent, List.of())).orElseGet(List::of);
      var lineage = new ArrayList<>(above);
      lineage.add(unit);
      lineages.put(unit.id(), List.copyOf(lineage));
    }
    return lineages;
  }
}
