package nl.onderstroom.server.ballots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.onderstroom.engine.disclosure.CohortPlan;
import nl.onderstroom.engine.disclosure.CohortSplit;
import nl.onderstroom.server.people.Person;
import nl.onderstroom.server.people.PersonId;
import nl.onderstroom.server.people.Unit;
import nl.onderstroom.server.people.UnitId;
import nl.onderstroom.server.rounds.Cohort;
import nl.onderstroom.server.rounds.Cut;
import nl.onderstroom.server.rounds.CutKind;
import nl.onderstroom.server.rounds.Organisation;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.shell.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Who answers together, by the roster as it is: what a preview shows is what a round freezes. */
final class Grouping {
  private final List<Unit> units;
  private final Map<UnitId, Unit> byId;
  private final Map<String, Long> heads;
  private final CohortPlan plan;
  private final List<Cohort> cohorts = new ArrayList<>();
  private final Map<String, Integer> cohortOfUnit = new HashMap<>();
  private final Map<PersonId, Integer> cohortOf = new HashMap<>();
  private final SortedMap<Cut, Integer> inCuts =
      new TreeMap<>(Comparator.comparing(Cut::kind).thenComparing(Cut::name));

  private Grouping(List<Unit> units, List<Person> everybody, int floor, Set<CutKind> kinds) {
    this.units = units;
    this.byId = units.stream().collect(Collectors.toMap(Unit::id, Function.identity()));
    this.heads =
        everybody.stream().collect(Collectors.groupingBy(this::unitCode, Collectors.counting()));
    this.plan = CohortPlan.of(units.stream().map(this::planned).toList(), floor);
    Map<String, List<Person>> byUnit =
        everybody.stream().collect(Collectors.groupingBy(this::unitCode));
    everybody.forEach(person ->
        cuts(kinds).stream()
            .flatMap(cut -> cut.apply(person).stream())
            .forEach(id -> inCuts.merge(Cut.of(id), 1, Integer::sum)));
    for (CohortPlan.Cohort planned : plan.cohorts()) {
      planned.units().forEach(unit -> cohortOfUnit.put(unit, cohorts.size() + 1));
      List<Person> together =
          planned.units().stream()
              .flatMap(unit -> byUnit.getOrDefault(unit, List.of()).stream())
              .toList();
      CohortSplit.of(together, cuts(kinds), floor).forEach(part -> add(planned, part));
    }
  }

  private void add(CohortPlan.Cohort planned, CohortSplit<Person> part) {
    int number = cohorts.size() + 1;
    List<Cut> cuts = part.cuts().stream().sorted().map(Cut::of).toList();
    cohorts.add(new Cohort(number, planned.attachedTo(), part.people().size(), cuts));
    part.people().forEach(person -> cohortOf.put(person.id(), number));
  }

  /** By which groups a round is looked at, in the order in which cohorts are split. */
  private static List<Function<Person, Optional<String>>> cuts(Set<CutKind> kinds) {
    return Arrays.stream(CutKind.values()).filter(kinds::contains).map(Grouping::cut).toList();
  }

  private static Function<Person, Optional<String>> cut(CutKind kind) {
    return person -> {
      Optional<String> name =
          switch (kind) {
            case SITE -> person.traits().site();
            case ROLE_FAMILY -> person.traits().roleFamily();
            case TENURE -> person.traits().tenure();
          };
      return name.map(given -> new Cut(kind, given).id());
    };
  }

  /**
   * As this round would freeze it now: in a conversation everybody is one group, and otherwise each
   * is as small as the floor allows.
   *
   * @throws Refusal 422 when there are too few people for even one cohort
   */
  static Grouping of(List<Unit> units, List<Person> everybody, Round round) {
    int floor = round.isConversation() ? Math.max(round.floor(), everybody.size()) : round.floor();
    return of(units, everybody, floor, round.cuts());
  }

  /**
   * @param floor fewest people in a cohort
   * @param kinds groups across the organisation by which cohorts are split where they can be
   * @throws Refusal 422 when there are too few people for even one cohort
   */
  static Grouping of(List<Unit> units, List<Person> everybody, int floor, Set<CutKind> kinds) {
    if (units.isEmpty()) {
      throw new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "ballots.nobody");
    }
    var grouping = new Grouping(units, everybody, floor, kinds);
    if (grouping.plan.tooFewPeople()) {
      throw new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "ballots.too-few", floor);
    }
    return grouping;
  }

  /** The number of the person's cohort, from 1; 0 for none. */
  int cohortOf(Person person) {
    return cohortOf.getOrDefault(person.id(), 0);
  }

  /** Units and cohorts without persons, as a round freezes them. */
  Organisation organisation() {
    return new Organisation(
        units.stream()
            .map(unit ->
                new nl.onderstroom.server.rounds.Unit(
                    unit.code(), unit.name(), parentCode(unit), headCount(unit)))
            .toList(),
        cohorts);
  }

  /** Per unit with people of its own, the number of a cohort of theirs. */
  Map<String, Integer> cohortOfUnit() {
    return Map.copyOf(cohortOfUnit);
  }

  /** By kind and name, how many people the roster has in each group across the organisation. */
  SortedMap<Cut, Integer> inCuts() {
    return Collections.unmodifiableSortedMap(inCuts);
  }

  private CohortPlan.Unit planned(Unit unit) {
    return new CohortPlan.Unit(unit.code(), parentCode(unit), headCount(unit));
  }

  private String unitCode(Person person) {
    return unit(person.unit()).code();
  }

  private int headCount(Unit unit) {
    return Math.toIntExact(heads.getOrDefault(unit.code(), 0L));
  }

  private @Nullable String parentCode(Unit unit) {
    return unit.parent().map(parent -> unit(parent).code()).orElse(null);
  }

  private Unit unit(UnitId id) {
    Unit unit = byId.get(id);
    if (unit == null) {
      throw new IllegalStateException("Unit " + id + " is not in the tree of units");
    }
    return unit;
  }
}
