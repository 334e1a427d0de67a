package nl.onderstroom.server.roster;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.onderstroom.server.access.Role;

/**
 * Everybody who works here and the tree they work in, without a fault: one unit at the top, every
 * unit under one that is there, everybody in a unit that is there, no number and no address twice.
 * Two files that say the same in another order make the same roster.
 *
 * @param units sorted, so that a unit stands before those below it
 * @param people sorted by number
 */
public record Roster(List<UnitPath> units, List<RosterPerson> people) implements RosterReading {
  private static final Set<Role> IN_CHARGE = Set.of(Role.PROGRAMME_LEAD, Role.ADMINISTRATOR);

  public Roster {
    units = units.stream().sorted().toList();
    people = people.stream().sorted(Comparator.comparing(RosterPerson::number)).toList();
    checkUnits(units);
    checkPeople(people, new HashSet<>(units));
  }

  /** Whether somebody can come in and look after rounds and the roster. */
  public boolean hasSomebodyInCharge() {
    return people.stream()
        .filter(person -> person.email().isPresent())
        .anyMatch(person -> !Collections.disjoint(person.roles(), IN_CHARGE));
  }

  private static void checkUnits(List<UnitPath> units) {
    var known = new HashSet<UnitPath>();
    for (UnitPath unit : units) {
      boolean isTop = unit.parent().isEmpty();
      if (isTop != known.isEmpty() || (!isTop && !known.contains(unit.parent().orElseThrow()))) {
        throw new IllegalArgumentException("Unit \"" + unit + "\" is not under the one top unit.");
      }
      if (!known.add(unit)) {
        throw new IllegalArgumentException("Unit \"" + unit + "\" is there twice.");
      }
    }
  }

  private static void checkPeople(List<RosterPerson> people, Set<UnitPath> units) {
    var numbers = new HashSet<String>();
    var addresses = new HashSet<String>();
    for (RosterPerson person : people) {
      if (!units.contains(person.unit())) {
        throw new IllegalArgumentException("Unit \"" + person.unit() + "\" is not in the roster.");
      }
      if (!numbers.add(person.number())) {
        throw new IllegalArgumentException("Number " + person.number() + " is there twice.");
      }
      if (person.email().isPresent() && !addresses.add(person.email().get())) {
        throw new IllegalArgumentException("An e-mail address is there twice.");
      }
    }
  }
}
