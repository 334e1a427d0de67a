package nl.onderstroom.server.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.onderstroom.server.roster.Roster;
import nl.onderstroom.server.roster.RosterPerson;
import nl.onderstroom.server.roster.UnitPath;

/**
 * Which unit of a roster is which stored unit. From the top down, under parents that are the same:
 * a unit of the same name is the same; of the rest, one is another renamed when most people of the
 * one are most people of the other. So a team that gets a new name keeps its code, and its history.
 */
final class UnitMatching {
  private final Map<UnitId, List<Unit>> storedLineages;
  private final Map<UnitPath, List<UnitPath>> lineages = new HashMap<>();
  private final Map<UnitId, List<Unit>> storedBelow = new HashMap<>();
  private final Map<UnitPath, List<UnitPath>> below = new HashMap<>();
  private final Map<UnitId, Integer> storedSizes = new HashMap<>();
  private final Map<UnitPath, Integer> sizes = new HashMap<>();
  private final Map<UnitPath, Unit> same = new HashMap<>();

  /** Somebody who is in both: the units above and of the person, then and now. */
  private record Stayer(List<Unit> then, List<UnitPath> now) {}

  /** That some people were in the one and are in the other. */
  private record Pair(UnitId then, UnitPath now) {}

  private UnitMatching(StoredRoster stored, Roster roster) {
    storedLineages = stored.lineages();
    for (UnitPath unit : roster.units()) {
      lineages.put(unit, unit.lineage());
      unit.parent().ifPresent(parent -> addTo(below, parent, unit));
    }
    for (Unit unit : stored.units()) {
      unit.parent().ifPresent(parent -> addTo(storedBelow, parent, unit));
    }
    for (Person person : stored.people()) {
      storedLineage(person).forEach(unit -> storedSizes.merge(unit.id(), 1, Integer::sum));
    }
    for (RosterPerson person : roster.people()) {
      lineage(person).forEach(unit -> sizes.merge(unit, 1, Integer::sum));
    }
  }

  private static <K, V> void addTo(Map<K, List<V>> map, K key, V value) {
    map.computeIfAbsent(key, absent -> new ArrayList<>()).add(value);
  }

  private List<Unit> storedLineage(Person person) {
    return storedLineages.getOrDefault(person.unit(), List.of());
  }

  private List<UnitPath> lineage(RosterPerson person) {
    return lineages.getOrDefault(person.unit(), List.of());
  }

  /** The stored unit of each unit of the roster that is there already. */
  static Map<UnitPath, Unit> match(StoredRoster stored, Roster roster) {
    var matching = new UnitMatching(stored, roster);
    Map<String, Person> byNumber =
        stored.people().stream().collect(Collectors.toMap(Person::number, Function.identity()));
    var stayers = new ArrayList<Stayer>();
    for (RosterPerson person : roster.people()) {
      Person then = byNumber.get(person.number());
      if (then != null) {
        stayers.add(new Stayer(matching.storedLineage(then), matching.lineage(person)));
      }
    }
    matching.matchSiblings(
        stored.units().stream().filter(unit -> unit.parent().isEmpty()).toList(),
        roster.units().stream().filter(unit -> unit.parent().isEmpty()).toList(),
        stayers,
        0);
    return Map.copyOf(matching.same);
  }

  /**
   * @param stayers those who were under the one parent and are under the other
   * @param depth of the siblings; 0 at the top
   */
  private void matchSiblings(List<Unit> then, List<UnitPath> now, List<Stayer> stayers, int depth) {
    Map<Pair, List<Stayer>> shared =
        stayers.stream()
            .filter(stayer -> stayer.then().size() > depth && stayer.now().size() > depth)
            .collect(
                Collectors.groupingBy(
                    stayer -> new Pair(stayer.then().get(depth).id(), stayer.now().get(depth))));
    Map<String, Unit> left = new HashMap<>();
    then.forEach(unit -> left.put(unit.name(), unit));
    var renamed = new ArrayList<UnitPath>();
    for (UnitPath unit : now) {
      Unit known = left.remove(unit.name());
      if (known == null) {
        renamed.add(unit);
      } else {
        same.put(unit, known);
      }
    }
    for (UnitPath unit : renamed) {
      findFormer(unit, left.values(), shared).ifPresent(known -> same.put(unit, known));
    }
    for (UnitPath unit : now) {
      Unit known = same.get(unit);
      if (known != null) {
        matchSiblings(
            storedBelow.getOrDefault(known.id(), List.of()),
            below.getOrDefault(unit, List.of()),
            shared.getOrDefault(new Pair(known.id(), unit), List.of()),
            depth + 1);
      }
    }
  }

  /** At most one, because no unit shares most of its people with two. */
  private Optional<Unit> findFormer(
      UnitPath unit, Iterable<Unit> candidates, Map<Pair, List<Stayer>> shared) {
    for (Unit candidate : candidates) {
      int both = shared.getOrDefault(new Pair(candidate.id(), unit), List.of()).size();
      if (2 * both > storedSizes.getOrDefault(candidate.id(), 0)
          && 2 * both > sizes.getOrDefault(unit, 0)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
