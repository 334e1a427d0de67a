package nl.onderstroom.server.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.onderstroom.server.roster.Roster;
import nl.onderstroom.server.roster.RosterPerson;
import nl.onderstroom.server.roster.UnitPath;

/**
 * What changes when a roster takes the place of what is stored. Depends on nothing else.
 *
 * @param unitsAdded a unit before those below it
 * @param unitsEnded a unit after those below it
 * @param unitsKept the stored unit of each unit that is there before and after, under its new name
 * @param peopleChanged those who stay and differ in something
 * @param peopleBefore how many people are stored
 */
record RosterPlan(
    List<AddedUnit> unitsAdded,
    List<RenamedUnit> unitsRenamed,
    List<Unit> unitsEnded,
    Map<UnitPath, Unit> unitsKept,
    List<RosterPerson> peopleAdded,
    List<PersonChange> peopleChanged,
    List<Person> peopleEnded,
    int peopleBefore) {
  /** Ending more of the people than one in this many is unusual: perhaps half a file was sent. */
  private static final int UNUSUAL_SHARE = 5;

  record AddedUnit(UnitPath path, String code) {}

  record RenamedUnit(Unit before, UnitPath path) {}

  /**
   * @param moves whether the person is in another unit from now on
   */
  record PersonChange(Person before, RosterPerson after, boolean moves) {
    /** Whether something else than the unit differs. */
    boolean changes() {
      return !before.isAs(after);
    }
  }

  static RosterPlan of(StoredRoster stored, Roster roster) {
    Map<UnitPath, Unit> kept = UnitMatching.match(stored, roster);
    Set<Unit> keptUnits = new HashSet<>(kept.values());
    Map<String, Person> left =
        stored.people().stream()
            .collect(
                Collectors.toMap(Person::number, Function.identity(), (a, b) -> a, HashMap::new));
    var added = new ArrayList<RosterPerson>();
    var changed = new ArrayList<PersonChange>();
    for (RosterPerson person : roster.people()) {
      Person before = left.remove(person.number());
      if (before == null) {
        added.add(person);
      } else {
        Unit unit = kept.get(person.unit());
        boolean moves = unit == null || !unit.id().equals(before.unit());
        if (moves || !before.isAs(person)) {
          changed.add(new PersonChange(before, person, moves));
        }
      }
    }
    return new RosterPlan(
        added(stored, roster, kept),
        renamed(roster, kept),
        stored.units().reversed().stream().filter(unit -> !keptUnits.contains(unit)).toList(),
        kept,
        added,
        changed,
        stored.people().stream().filter(each -> left.containsKey(each.number())).toList(),
        stored.people().size());
  }

  private static List<AddedUnit> added(
      StoredRoster stored, Roster roster, Map<UnitPath, Unit> kept) {
    var codes = new UnitCodes(stored.units().stream().map(Unit::code).toList());
    return roster.units().stream()
        .filter(path -> !kept.containsKey(path))
        .map(path -> new AddedUnit(path, codes.give(path)))
        .toList();
  }

  private static List<RenamedUnit> renamed(Roster roster, Map<UnitPath, Unit> kept) {
    var renamed = new ArrayList<RenamedUnit>();
    for (UnitPath path : roster.units()) {
      Unit before = kept.get(path);
      if (before != null && !before.name().equals(path.name())) {
        renamed.add(new RenamedUnit(before, path));
      }
    }
    return renamed;
  }

  boolean isEmpty() {
    return unitsAdded.isEmpty()
        && unitsRenamed.isEmpty()
        && unitsEnded.isEmpty()
        && peopleAdded.isEmpty()
        && peopleChanged.isEmpty()
        && peopleEnded.isEmpty();
  }

  List<PersonChange> peopleMoved() {
    return peopleChanged.stream().filter(PersonChange::moves).toList();
  }

  /** Those of whom something else than the unit differs. */
  List<PersonChange> peopleAltered() {
    return peopleChanged.stream().filter(PersonChange::changes).toList();
  }

  /** Whether more than a fifth of the people would be deleted. */
  boolean endsUnusuallyMany() {
    return (long) peopleEnded.size() * UNUSUAL_SHARE > peopleBefore;
  }
}
