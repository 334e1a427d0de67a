package nl.onderstroom.server.ballots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.onderstroom.engine.disclosure.CohortPlan;
import nl.onderstroom.engine.disclosure.CohortSplit;
import nl.onderstroom.server.access.Identity;
import nl.onderstroom.server.people.People;
import nl.onderstroom.server.people.Person;
import nl.onderstroom.server.people.PersonId;
import nl.onderstroom.server.people.Unit;
import nl.onderstroom.server.people.UnitId;
import nl.onderstroom.server.rounds.Cohort;
import nl.onderstroom.server.rounds.Cut;
import nl.onderstroom.server.rounds.CutKind;
import nl.onderstroom.server.rounds.Entries;
import nl.onderstroom.server.rounds.EntryCode;
import nl.onderstroom.server.rounds.Organisation;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.shell.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * From people to entries, the one door out of the wing that knows people: copies cohorts to the
 * round without persons, and signs one entry for each person who asks.
 */
@Component
public class Issuing {
  private final People people;
  private final Participations participations;
  private final Rounds rounds;
  private final Entries entries;

  Issuing(People people, Participations participations, Rounds rounds, Entries entries) {
    this.people = people;
    this.participations = participations;
    this.rounds = rounds;
    this.entries = entries;
  }

  /**
   * Freezes who may take part and in which cohort, and begins handing out.
   *
   * @throws Refusal 404 no such round; 409 not a draft; 422 when there are too few people for even
   *     one cohort
   */
  public void begin(RoundId id) {
    // The people side is written and committed while the round is held: should the step then fail,
    // the round is still a draft and beginning again replaces what was written.
    rounds.beginIssuing(id, this::freeze);
  }

  private Organisation freeze(Round round) {
    List<Unit> units = people.listUnits();
    List<Person> everybody = people.listPeople();
    Map<UnitId, Unit> byId =
        units.stream().collect(Collectors.toMap(Unit::id, Function.identity()));
    Map<String, Long> heads =
        everybody.stream()
            .collect(Collectors.groupingBy(person -> code(byId, person), Collectors.counting()));
    CohortPlan plan = plan(units, byId, heads, round.floors().numbers());
    Map<String, List<Person>> byUnit =
        everybody.stream().collect(Collectors.groupingBy(person -> code(byId, person)));
    var cohorts = new ArrayList<Cohort>();
    var cohortOf = new HashMap<PersonId, Integer>();
    for (CohortPlan.Cohort planned : plan.cohorts()) {
      List<Person> together =
          planned.units().stream()
              .flatMap(unit -> byUnit.getOrDefault(unit, List.of()).stream())
              .toList();
      for (CohortSplit<Person> part :
          CohortSplit.of(together, cuts(round.cuts()), round.floors().numbers())) {
        int number = cohorts.size() + 1;
        cohorts.add(
            new Cohort(
                number,
                planned.attachedTo(),
                part.people().size(),
                part.cuts().stream().sorted().map(Cut::of).toList()));
        part.people().forEach(person -> cohortOf.put(person.id(), number));
      }
    }
    participations.freeze(
        round.id(), finished(), everybody, person -> cohortOf.getOrDefault(person.id(), 0));
    return new Organisation(frozen(units, byId, heads), cohorts);
  }

  /** By which groups a round is looked at, in the order in which cohorts are split. */
  private static List<Function<Person, Optional<String>>> cuts(Set<CutKind> kinds) {
    return Arrays.stream(CutKind.values()).filter(kinds::contains).map(Issuing::cut).toList();
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

  /** Rounds whose participations are of no more use. */
  private List<RoundId> finished() {
    return rounds.list().stream()
        .filter(round -> round.isAt(RoundState.CLOSED) || round.isAt(RoundState.PUBLISHED))
        .map(Round::id)
        .toList();
  }

  private static CohortPlan plan(
      List<Unit> units, Map<UnitId, Unit> byId, Map<String, Long> heads, int floor) {
    if (units.isEmpty()) {
      throw new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "ballots.nobody");
    }
    CohortPlan plan =
        CohortPlan.of(
            units.stream()
                .map(unit ->
                    new CohortPlan.Unit(
                        unit.code(), parentCode(byId, unit), headCount(heads, unit)))
                .toList(),
            floor);
    if (plan.tooFewPeople()) {
      throw new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "ballots.too-few", floor);
    }
    return plan;
  }

  private static List<nl.onderstroom.server.rounds.Unit> frozen(
      List<Unit> units, Map<UnitId, Unit> byId, Map<String, Long> heads) {
    return units.stream()
        .map(unit ->
            new nl.onderstroom.server.rounds.Unit(
                unit.code(), unit.name(), parentCode(byId, unit), headCount(heads, unit)))
        .toList();
  }

  /**
   * The entry of this person, made now and known to nobody else from now on: once handed out it
   * can't be asked for again, because nothing says which one it was.
   *
   * @throws Refusal 409 when the round hands out no entries (any more) or the person has one
   *     already; 403 when the person is not in this round
   */
  public EntryCode sign(RoundId id, Identity identity) {
    requireIssuing(rounds.get(id));
    Person person =
        people
            .find(identity.address())
            .orElseThrow(() -> new Refusal(HttpStatus.FORBIDDEN, "ballots.not-in-round"));
    EntryCode code = EntryCode.random();
    // Marking and adding are in two wings and can't be one transaction; inside this one, a failure
    // to add leaves the person free to ask again.
    participations.issue(
        id,
        person,
        cohort -> {
          if (!entries.add(id, cohort, code)) {
            throw noEntriesNow();
          }
        });
    return code;
  }

  static void requireIssuing(Round round) {
    if (!round.isAt(RoundState.ISSUING) && !round.isAt(RoundState.OPEN)) {
      throw noEntriesNow();
    }
  }

  private static Refusal noEntriesNow() {
    return new Refusal(HttpStatus.CONFLICT, "ballots.no-entries-now");
  }

  private static String code(Map<UnitId, Unit> units, Person person) {
    return unit(units, person.unit()).code();
  }

  private static Unit unit(Map<UnitId, Unit> units, UnitId id) {
    Unit unit = units.get(id);
    if (unit == null) {
      throw new IllegalStateException("Unit " + id + " is not in the tree of units");
    }
    return unit;
  }

  private static int headCount(Map<String, Long> heads, Unit unit) {
    return Math.toIntExact(heads.getOrDefault(unit.code(), 0L));
  }

  private static @org.jspecify.annotations.Nullable String parentCode(
      Map<UnitId, Unit> units, Unit unit) {
    return unit.parent().map(parent -> unit(units, parent).code()).orElse(null);
  }
}
