package nl.onderstroom.server.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.onderstroom.server.roster.UnitPath;

/**
 * A unit as the page shows it, with those below it.
 *
 * @param people who work in it and below it
 * @param direct who work in it directly
 * @param leads names of who leads it
 */
record Branch(String name, int people, int direct, List<String> leads, List<Branch> below) {

  /** The branches at the top. */
  static List<Branch> grow(List<Unit> units, Map<UnitId, Integer> heads, List<Person> leads) {
    Map<UnitId, List<String>> names =
        leads.stream()
            .collect(
                Collectors.groupingBy(
                    Person::unit, Collectors.mapping(Person::name, Collectors.toList())));
    Map<UnitId, List<Branch>> grown = new HashMap<>();
    var top = new ArrayList<Branch>();
    // From the leaves up: those below a unit stand after it.
    for (Unit unit : units.reversed()) {
      List<Branch> below = grown.getOrDefault(unit.id(), List.of()).reversed();
      int direct = heads.getOrDefault(unit.id(), 0);
      int people = direct + below.stream().mapToInt(Branch::people).sum();
      var branch =
          new Branch(unit.name(), people, direct, names.getOrDefault(unit.id(), List.of()), below);
      unit.parent()
          .map(parent -> grown.computeIfAbsent(parent, absent -> new ArrayList<>()))
          .orElse(top)
          .add(branch);
    }
    return top.reversed();
  }

  /** The path of each unit, in one line. */
  static Map<UnitId, String> paths(List<Unit> units) {
    return new StoredRoster(units, List.of())
        .lineages().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    each ->
                        each.getValue().stream()
                            .map(Unit::name)
                            .collect(Collectors.joining(UnitPath.SEPARATOR))));
  }
}
