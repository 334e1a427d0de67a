package nl.onderstroom.server.roster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import nl.onderstroom.server.access.Role;

/** Rosters of Oever, drawn at random from a seed; and what a year makes of one. */
public final class RosterGenerator {
  private static final List<String> NAMES =
      List.of("Zorg", "Oost", "Één", "Team \"A\"", "Inkoop, verkoop", "R&D", "P/O", "Nacht; dag");
  private static final List<Role> ROLES =
      List.of(Role.LEADER, Role.PROGRAMME_LEAD, Role.WORKS_COUNCIL, Role.ADMINISTRATOR);

  private final Random random;

  public RosterGenerator(long seed) {
    random = new Random(seed);
  }

  public Roster roster(int mostUnits, int mostPeople) {
    List<UnitPath> units = grow(new ArrayList<>(List.of(new UnitPath("Oever"))), mostUnits);
    List<RosterPerson> people = new ArrayList<>();
    int count = 1 + random.nextInt(mostPeople);
    for (int i = 0; i < count; i++) {
      people.add(person("N" + i, units));
    }
    return new Roster(units, people);
  }

  private List<UnitPath> grow(List<UnitPath> units, int most) {
    Set<UnitPath> all = new HashSet<>(units);
    for (int i = random.nextInt(most); i > 0; i--) {
      UnitPath child = one(units).child(one(NAMES) + (random.nextBoolean() ? "" : " " + i));
      if (child.depth() < 8 && all.add(child)) {
        units.add(child);
      }
    }
    return units;
  }

  private RosterPerson person(String number, List<UnitPath> units) {
    Optional<String> email =
        random.nextInt(5) == 0
            ? Optional.empty()
            : Optional.of(number.toLowerCase(java.util.Locale.ROOT) + "@oever.example");
    Set<Role> roles = random.nextInt(10) == 0 ? Set.of(one(ROLES)) : Set.of();
    return new RosterPerson(
        number,
        one(NAMES) + " " + number,
        email,
        one(units),
        random.nextInt(8) == 0,
        roles,
        traits());
  }

  private Traits traits() {
    return new Traits(maybe("Zwolle", "Kampen"), maybe("Zorg", "Kantoor"), maybe("tot 5 jaar"));
  }

  private Optional<String> maybe(String... values) {
    return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(one(List.of(values)));
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** People left, came, moved, married and swapped addresses; units ended, began, got new names. */
  public Roster aYearLater(Roster before) {
    List<UnitPath> units = before.units();
    for (int i = random.nextInt(3); i > 0; i--) {
      units = renamed(units, one(units), one(NAMES) + " nieuw " + i);
    }
    var grown = grow(new ArrayList<>(units), 4);
    List<RosterPerson> people = new ArrayList<>();
    for (RosterPerson person : before.people()) {
      int where = before.units().indexOf(person.unit());
      UnitPath unit = random.nextInt(6) == 0 ? one(grown) : units.get(where);
      if (random.nextInt(8) > 0) {
        people.add(
            new RosterPerson(
                person.number(),
                random.nextInt(20) == 0 ? person.name() + "-Smit" : person.name(),
                person.email(),
                unit,
                person.leads() ^ random.nextInt(20) == 0,
                person.roles(),
                random.nextInt(10) == 0 ? traits() : person.traits()));
      }
    }
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      people.add(person("M" + random.nextInt(1_000_000) + i, grown));
    }
    swapTwoAddresses(people);
    Set<UnitPath> used = new HashSet<>();
    people.forEach(person -> used.addAll(person.unit().lineage()));
    return new Roster(List.copyOf(used), people);
  }

  private static List<UnitPath> renamed(List<UnitPath> units, UnitPath unit, String name) {
    String old = unit.text();
    String now = unit.parent().map(parent -> parent.child(name).text()).orElse(name);
    return units.stream()
        .map(each ->
            each.equals(unit) || each.text().startsWith(old + UnitPath.SEPARATOR)
                ? new UnitPath(now + each.text().substring(old.length()))
                : each)
        .toList();
  }

  private static void swapTwoAddresses(List<RosterPerson> people) {
    if (people.size() > 1) {
      RosterPerson a = people.get(0);
      RosterPerson b = people.get(1);
      people.set(0, withEmail(a, b.email()));
      people.set(1, withEmail(b, a.email()));
    }
  }

  private static RosterPerson withEmail(RosterPerson person, Optional<String> email) {
    return new RosterPerson(
        person.number(),
        person.name(),
        email,
        person.unit(),
        person.leads(),
        person.roles(),
        person.traits());
  }

  public <T> List<T> shuffled(List<T> all) {
    var copy = new ArrayList<>(all);
    Collections.shuffle(copy, random);
    return copy;
  }
}
