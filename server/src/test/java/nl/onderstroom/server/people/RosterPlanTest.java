package nl.onderstroom.server.people;

import static nl.onderstroom.server.roster.RosterFile.lines;
import static nl.onderstroom.server.roster.RosterFile.roster;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.onderstroom.server.roster.Roster;
import nl.onderstroom.server.roster.RosterCsv;
import nl.onderstroom.server.roster.RosterFile;
import nl.onderstroom.server.roster.RosterGenerator;
import nl.onderstroom.server.roster.RosterPerson;
import nl.onderstroom.server.roster.UnitPath;
import org.junit.jupiter.api.Test;

/** What changes between what is stored and a roster. */
class RosterPlanTest {
  private static final int SEEDS = 300;

  /** What is stored after a plan, as the database would have it. */
  private static StoredRoster applied(StoredRoster before, RosterPlan plan) {
    Map<UnitPath, Unit> units = new HashMap<>();
    plan.unitsKept()
        .forEach((path, unit) ->
            units.put(path, new Unit(unit.id(), unit.parent(), path.name(), unit.code())));
    long next = 1 + before.units().stream().mapToLong(unit -> unit.id().value()).max().orElse(0);
    for (RosterPlan.AddedUnit added : plan.unitsAdded()) {
      Optional<UnitId> parent =
          added.path().parent().map(path -> Objects.requireNonNull(units.get(path)).id());
      units.put(
          added.path(), new Unit(new UnitId(next++), parent, added.path().name(), added.code()));
    }
    Map<String, Person> people =
        before.people().stream()
            .collect(
                Collectors.toMap(Person::number, Function.identity(), (a, b) -> a, HashMap::new));
    plan.peopleEnded().forEach(person -> people.remove(person.number()));
    plan.peopleChanged().forEach(each -> put(people, each.after(), units));
    plan.peopleAdded().forEach(each -> put(people, each, units));
    return new StoredRoster(
        units.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue)
            .toList(),
        List.copyOf(people.values()));
  }

  private static void put(
      Map<String, Person> people, RosterPerson person, Map<UnitPath, Unit> units) {
    people.put(
        person.number(),
        new Person(
            new PersonId(person.number().hashCode()),
            person.number(),
            person.name(),
            person.email(),
            Objects.requireNonNull(units.get(person.unit())).id(),
            person.leads(),
            person.roles(),
            person.traits()));
  }

  private static StoredRoster stored(Roster roster) {
    return applied(StoredRoster.EMPTY, RosterPlan.of(StoredRoster.EMPTY, roster));
  }

  private static StoredRoster stored(String... lines) {
    return stored(roster(lines(lines)));
  }

  private static RosterPlan plan(StoredRoster stored, String... lines) {
    return RosterPlan.of(stored, roster(lines(lines)));
  }

  @Test
  void aPlanThatIsAppliedLeavesNothingToDo() {
    for (long seed = 0; seed < SEEDS; seed++) {
      var generator = new RosterGenerator(seed);
      Roster roster = generator.roster(12, 60);
      StoredRoster stored = stored(roster);
      for (int year = 1; year <= 3; year++) {
        roster = generator.aYearLater(roster);
        RosterPlan plan = RosterPlan.of(stored, roster);
        assertThat(plan.isEmpty()).as("seed %d, year %d", seed, year).isFalse();
        stored = applied(stored, plan);
        assertThat(RosterPlan.of(stored, roster).isEmpty())
            .as("seed %d, year %d", seed, year)
            .isTrue();
        assertThat(stored.people()).hasSameSizeAs(roster.people());
        assertThat(stored.units()).hasSameSizeAs(roster.units());
        assertThat(stored.units())
            .extracting(Unit::code)
            .as("seed %d", seed)
            .doesNotHaveDuplicates();
        assertThat(stored.units()).extracting(Unit::id).as("seed %d", seed).doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void orderOfRowsMakesNoDifference() {
    for (long seed = 0; seed < SEEDS; seed++) {
      var generator = new RosterGenerator(seed);
      Roster before = generator.roster(12, 60);
      Roster after = generator.aYearLater(before);
      Roster shuffled =
          new Roster(generator.shuffled(after.units()), generator.shuffled(after.people()));
      StoredRoster stored = stored(before);
      var otherOrder = new StoredRoster(stored.units(), generator.shuffled(stored.people()));
      RosterPlan plan = RosterPlan.of(stored, after);
      RosterPlan other = RosterPlan.of(otherOrder, shuffled);
      assertThat(other.unitsKept()).as("seed %d", seed).isEqualTo(plan.unitsKept());
      assertThat(other.unitsAdded()).as("seed %d", seed).isEqualTo(plan.unitsAdded());
      assertThat(other.peopleAdded()).as("seed %d", seed).isEqualTo(plan.peopleAdded());
      assertThat(other.peopleChanged()).as("seed %d", seed).isEqualTo(plan.peopleChanged());
      assertThat(other.peopleEnded())
          .as("seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(plan.peopleEnded());
    }
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Roster roster = new RosterGenerator(seed).roster(12, 60);
      assertThat(RosterFile.bytes(RosterCsv.write(roster))).as("seed %d", seed).isEqualTo(roster);
    }
  }

  @Test
  void tellsWhoComesGoesMovesAndChanges() {
    StoredRoster stored =
        stored("1,A,a@o.example,O / X,yes,", "2,B,,O / X,,", "3,C,,O / Y,,", "4,D,,O / Y,,");
    RosterPlan plan =
        plan(
            stored, "1,A,a@o.example,O / X,yes,", "2,B,,O / Y,,", "3,C-E,,O / Y,,", "5,E,,O / X,,");
    assertThat(plan.peopleAdded()).extracting(RosterPerson::number).containsExactly("5");
    assertThat(plan.peopleMoved()).extracting(each -> each.after().number()).containsExactly("2");
    assertThat(plan.peopleAltered()).extracting(each -> each.after().number()).containsExactly("3");
    assertThat(plan.peopleEnded()).extracting(Person::number).containsExactly("4");
    assertThat(plan.unitsAdded()).isEmpty();
    assertThat(plan.unitsEnded()).isEmpty();
  }

  @Test
  void whoBecomesALeadOrGetsARoleOrANameOrAnAddressIsAltered() {
    StoredRoster stored = stored("1,A,,O,,", "2,B,,O,,", "3,C,,O,,", "4,D,,O,,", "5,E,,O,,");
    RosterPlan plan =
        plan(
            stored,
            "1,A,,O,yes,",
            "2,B,,O,,council",
            "3,Cé,,O,,",
            "4,D,d@o.example,O,,",
            "5,E,,O,,");
    assertThat(plan.peopleAltered())
        .extracting(each -> each.after().number())
        .containsExactly("1", "2", "3", "4");
  }

  @Test
  void aTeamThatGetsANewNameKeepsItsCode() {
    StoredRoster stored =
        stored("1,A,,O / Zorg / Oost,,", "2,B,,O / Zorg / Oost,,", "3,C,,O / Zorg / West,,");
    RosterPlan plan =
        plan(stored, "1,A,,O / Care / Oost,,", "2,B,,O / Care / Oost,,", "3,C,,O / Care / Left,,");
    assertThat(plan.unitsAdded()).isEmpty();
    assertThat(plan.unitsEnded()).isEmpty();
    assertThat(plan.peopleMoved()).isEmpty();
    assertThat(plan.unitsRenamed())
        .extracting(each -> each.before().name() + " > " + each.path().name())
        .containsExactly("Zorg > Care", "West > Left");
    assertThat(applied(stored, plan).units())
        .extracting(Unit::code)
        .containsExactlyInAnyOrder("o", "o/zorg", "o/zorg/oost", "o/zorg/west");
  }

  @Test
  void aTeamOfOtherPeopleIsAnotherTeam() {
    StoredRoster stored = stored("1,A,,O / X,,", "2,B,,O / X,,", "3,C,,O,,");
    RosterPlan plan = plan(stored, "1,A,,O / Y,,", "2,B,,O,,", "3,C,,O,,");
    assertThat(plan.unitsAdded()).hasSize(1);
    assertThat(plan.unitsEnded()).hasSize(1);
  }

  @Test
  void codesAreReadableShortAndDifferent() {
    var codes = new UnitCodes(List.of());
    assertThat(codes.give(new UnitPath("Oever Pompen / Zorg & Één / P/O")))
        .isEqualTo("oever-pompen/zorg-een/p-o");
    assertThat(codes.give(new UnitPath("Oever Pompen / Zorg - Één / P-O")))
        .isEqualTo("oever-pompen/zorg-een/p-o-2");
    assertThat(codes.give(new UnitPath("!!!"))).isEqualTo("unit");
    String name = "x".repeat(190);
    var given = new ArrayList<String>();
    for (int i = 0; i < 20; i++) {
      given.add(codes.give(new UnitPath(name + " / " + name)));
    }
    assertThat(given).doesNotHaveDuplicates().allMatch(code -> code.length() <= 200);
  }

  @Test
  void warnsWhenMoreThanAFifthWouldBeDeleted() {
    StoredRoster stored = stored("1,A,,O,,", "2,B,,O,,", "3,C,,O,,", "4,D,,O,,", "5,E,,O,,");
    assertThat(plan(stored, "1,A,,O,,", "2,B,,O,,", "3,C,,O,,", "4,D,,O,,").endsUnusuallyMany())
        .isFalse();
    assertThat(plan(stored, "1,A,,O,,", "2,B,,O,,", "3,C,,O,,", "9,Z,,O,,").endsUnusuallyMany())
        .isTrue();
    assertThat(plan(StoredRoster.EMPTY, "1,A,,O,,").endsUnusuallyMany()).isFalse();
  }

  @Test
  void warnsWhenNobodyWouldBeInCharge() {
    assertThat(
            roster(lines("1,A,,O,,programme", "2,B,b@o.example,O,,leader")).hasSomebodyInCharge())
        .isFalse();
    assertThat(roster(lines("1,A,a@o.example,O,,programme")).hasSomebodyInCharge()).isTrue();
  }
}
