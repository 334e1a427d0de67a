package nl.onderstroom.server.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The example company: Oeverman Pompen, a family firm that makes pumps and keeps them running; 420
 * people in 30 teams of 4 to 28 at three sites. Everyone belongs to exactly one team.
 *
 * @param units each after its parent, the company as a whole first
 * @param people in order of number, team by team, the lead of a team first
 */
public record Company(List<Unit> units, List<Person> people) {
  public static final long DEFAULT_SEED = 1924;
  private static final List<String> TENURES =
      List.of("tot 2 jaar", "2 tot 10 jaar", "2 tot 10 jaar", "10 jaar en langer");
  private static final String MAIL_DOMAIN = "oeverman.example";
  private static final int FIRST_NUMBER = 1001;

  /** Seats in the works council, of 420 people eleven (Dutch works councils act, article 6). */
  private static final Map<String, Integer> COUNCIL_SEATS =
      Map.of(Chart.GORINCHEM, 5, Chart.ZWOLLE, 3, Chart.TERNEUZEN, 3);

  /** How many of the directors' team are leaders of the whole. */
  private static final int DIRECTORS = 3;

  public Company {
    units = List.copyOf(units);
    people = List.copyOf(people);
  }

  /** The company with the people that {@code seed} gives; the units are always the same. */
  public static Company example(long seed) {
    List<Unit> units = Chart.units();
    var names = new Names(new Dice(seed, "names"));
    var dice = new Dice(seed, "council");
    var people = new ArrayList<Person>();
    for (Unit team : units) {
      if (team.level() == Unit.Level.TEAM) {
        people.addAll(hire(team, FIRST_NUMBER + people.size(), names));
      }
    }
    COUNCIL_SEATS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(seats -> elect(people, seats.getKey(), seats.getValue(), dice));
    return new Company(units, people);
  }

  private static List<Person> hire(Unit team, int firstNumber, Names names) {
    List<Persona> cast =
        Arrays.stream(Persona.values())
            .filter(persona -> persona.unitCode().equals(team.code()))
            .sorted((a, b) -> Boolean.compare(isLead(b), isLead(a)))
            .toList();
    var hired = new ArrayList<Person>();
    if (cast.isEmpty() || !isLead(cast.getFirst())) {
      hired.add(person(firstNumber, names.next(), team, true, Set.of()));
    }
    for (Persona persona : cast) {
      hired.add(
          person(
              firstNumber + hired.size(),
              persona.person(),
              team,
              isLead(persona),
              persona.roles()));
    }
    while (hired.size() < team.size()) {
      boolean director = team.code().equals("GOR-B-1") && hired.size() < DIRECTORS;
      Set<Role> roles = director ? Set.of(Role.LEADER) : Set.of();
      hired.add(person(firstNumber + hired.size(), names.next(), team, false, roles));
    }
    return hired;
  }

  private static boolean isLead(Persona persona) {
    return persona.roles().contains(Role.TEAM_LEAD);
  }

  private static Person person(int number, String name, Unit team, boolean lead, Set<Role> more) {
    Set<Role> roles = EnumSet.of(Role.EMPLOYEE);
    roles.addAll(more);
    if (lead) {
      roles.add(Role.TEAM_LEAD);
    }
    String email = Names.mailbox(name) + "@" + MAIL_DOMAIN;
    return new Person(number, name, email, team.code(), lead, roles);
  }

  /** Fills a site's seats with people who lead nothing and hold no other role. */
  private static void elect(List<Person> people, String site, int seats, Dice dice) {
    long taken =
        people.stream()
            .filter(each -> Chart.isWithin(each.unitCode(), site))
            .filter(each -> each.roles().contains(Role.WORKS_COUNCIL))
            .count();
    var candidates =
        new ArrayList<Person>(
            people.stream()
                .filter(each -> Chart.isWithin(each.unitCode(), site))
                .filter(each -> each.roles().equals(Set.of(Role.EMPLOYEE)))
                .filter(each -> !isPersona(each))
                .toList());
    for (long seat = taken; seat < seats; seat++) {
      Person elected = dice.oneOf(candidates);
      candidates.remove(elected);
      people.replaceAll(each -> each.equals(elected) ? each.with(Role.WORKS_COUNCIL) : each);
    }
  }

  private static boolean isPersona(Person person) {
    return Arrays.stream(Persona.values()).anyMatch(each -> each.person().equals(person.name()));
  }

  /** The person behind a persona. */
  public Person person(Persona persona) {
    return people.stream()
        .filter(each -> each.name().equals(persona.person()))
        .findFirst()
        .orElseThrow();
  }

  /**
   * The unit {@code code}.
   *
   * @throws IllegalArgumentException when the company has no such unit
   */
  public Unit unit(String code) {
    return units.stream()
        .filter(each -> each.code().equals(code))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("The example company has no unit \"" + code + "\""));
  }

  /** Everyone in the unit {@code code}, its parts included. */
  public List<Person> peopleIn(String code) {
    unit(code);
    return people.stream().filter(each -> Chart.isWithin(each.unitCode(), code)).toList();
  }

  /**
   * The roster as the people room imports it: RFC 4180, UTF-8, columns {@code
   * person,name,email,unit,lead,roles,role_family,tenure}. The unit is the path of names from the
   * company down, separated by {@code " / "}; lead is yes or no; roles are separated by semicolons.
   */
  public String rosterCsv() {
    Map<String, Unit> byCode =
        units.stream().collect(Collectors.toMap(Unit::code, Function.identity()));
    var csv = new StringBuilder("person,name,email,unit,lead,roles,role_family,tenure\r\n");
    for (Person each : people) {
      String roles =
          each.roles().stream()
              .sorted()
              .map(Role::rosterWord)
              .filter(word -> !word.isEmpty())
              .collect(Collectors.joining(";"));
      csv.append(each.number()).append(',').append(each.name()).append(',');
      csv.append(each.email()).append(',').append(path(byCode, each.unitCode())).append(',');
      csv.append(each.lead() ? "yes" : "no").append(',').append(roles).append(',');
      csv.append(Chart.roleFamilyOf(each.unitCode())).append(',');
      csv.append(new Dice(each.number(), "tenure").oneOf(TENURES)).append("\r\n");
    }
    return csv.toString();
  }

  private static String path(Map<String, Unit> byCode, String code) {
    Unit unit = byCode.get(code);
    if (unit == null) {
      throw new IllegalStateException("Unit \"" + code + "\" is not on the chart");
    }
    return unit.parentCode().isEmpty()
        ? unit.name()
        : path(byCode, unit.parentCode()) + " / " + unit.name();
  }
}
