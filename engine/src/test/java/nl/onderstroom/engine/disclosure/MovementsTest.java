package nl.onderstroom.engine.disclosure;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import nl.onderstroom.engine.measure.waves.Turnover;
import org.junit.jupiter.api.Test;

/** A trend is told only where it is about enough people, whatever a reader adds and subtracts. */
class MovementsTest {
  private static final int COMPANIES = 2_000;
  private static final Movements.Guard OWN_TURNOVER_ONLY = (moves, floor) -> true;

  private static final List<CohortPlan.Unit> FIRM =
      List.of(unit("firm", null), unit("north", "firm"), unit("south", "firm"));

  @Test
  void whoAddsAndSubtractsChangesNeverGetsAtFewPeople() {
    int told = 0;
    int moved = 0;
    for (long seed = 1; seed <= COMPANIES; seed++) {
      Upheaval company = new Upheaval(seed);
      List<Membership> compared = compare(company);
      assertThat(company.laysBare(units(compared))).as("seed %d", seed).isFalse();
      told += compared.size();
      moved += (int) compared.stream().filter(each -> each.turnover().share() > 0).count();
    }
    assertThat(told).as("units told of; the promise is not kept by silence").isGreaterThan(1_000);
    assertThat(moved).as("of those, with people who came or went").isGreaterThan(500);
  }

  @Test
  void nothingThatIsLeftOutCouldBeToldAsWell() {
    for (long seed = 1; seed <= COMPANIES / 4; seed++) {
      Upheaval company = new Upheaval(seed);
      Set<String> told = units(compare(company));
      Set<String> whole = inTheSamePlace(company);
      for (String unit : whole) {
        Set<String> more = new TreeSet<>(told);
        if (more.add(unit)) {
          assertThat(company.laysBare(more)).as("seed %d, with %s", seed, unit).isTrue();
        }
      }
    }
  }

  @Test
  void aBuildThatLooksAtEachUnitByItselfIsCaught() {
    int caught = 0;
    for (long seed = 1; seed <= COMPANIES; seed++) {
      Upheaval company = new Upheaval(seed);
      List<Membership> compared =
          Movements.comparable(
              company.before, company.after, company.moves, Upheaval.FLOOR, OWN_TURNOVER_ONLY);
      caught += company.laysBare(units(compared)) ? 1 : 0;
    }
    System.out.printf("Each unit by itself: caught in %d of %d companies%n", caught, COMPANIES);
    assertThat(caught).isGreaterThan(50);
  }

  @Test
  void aBuildWithoutAGuardIsCaught() {
    int caught = 0;
    for (long seed = 1; seed <= COMPANIES; seed++) {
      Upheaval company = new Upheaval(seed);
      caught += company.laysBare(inTheSamePlace(company)) ? 1 : 0;
    }
    assertThat(caught).isGreaterThan(COMPANIES / 2);
  }

  @Test
  void whereNobodyCameOrWentAllIsTold() {
    List<Membership> compared =
        compare(new Move("north", "north", 8), new Move("south", "south", 9));
    assertThat(compared)
        .containsExactly(
            new Membership("firm", null, Turnover.none(17)),
            new Membership("north", "firm", Turnover.none(8)),
            new Membership("south", "firm", Turnover.none(9)));
  }

  @Test
  void onePersonWhoLeftSilencesTheTeamAndTheWholeAndNotTheOtherTeam() {
    List<Membership> compared =
        compare(
            new Move("north", "north", 30),
            new Move("south", "south", 30),
            new Move("north", null, 1));
    assertThat(units(compared)).containsExactly("south");
  }

  @Test
  void whoJoinedAndWhoLeftAreEnoughTogether() {
    Move stayed = new Move("north", "north", 30);
    assertThat(units(compare(stayed, new Move(null, "north", 3), new Move("north", null, 2))))
        .containsExactly("firm", "north", "south");
    assertThat(units(compare(stayed, new Move(null, "north", 2), new Move("north", null, 2))))
        .containsExactly("south");
  }

  /** Seven joined the firm, five of them north: the other two would be left by subtraction. */
  @Test
  void whatIsLeftBesideTheUnitsBelowCounts() {
    List<Membership> compared =
        compare(
            new Move("firm", "firm", 20), new Move(null, "north", 5), new Move(null, "firm", 2));
    assertThat(units(compared)).containsExactly("firm", "south");
  }

  /** Six moved from one unit to the other, one came from outside: both together are about that. */
  @Test
  void twoUnitsTogetherCount() {
    List<Move> moves =
        List.of(
            new Move("firm", null, 9), new Move("south", "north", 6), new Move(null, "north", 1));
    assertThat(Movements.comparable(FIRM, FIRM, moves, 5, OWN_TURNOVER_ONLY)).hasSize(3);
    assertThat(units(Movements.comparable(FIRM, FIRM, moves, 5))).containsExactly("firm", "north");
  }

  @Test
  void aUnitThatMovedInTheTreeIsNotComparedAndItsPeopleCountWhereItIs() {
    List<CohortPlan.Unit> before = new ArrayList<>(FIRM);
    before.add(unit("team", "north"));
    List<CohortPlan.Unit> after = new ArrayList<>(FIRM);
    after.add(unit("team", "south"));
    List<Move> moves = List.of(new Move("team", "team", 8), new Move("north", "north", 20));
    List<Membership> compared = Movements.comparable(before, after, moves, 5);
    assertThat(compared)
        .contains(
            new Membership("north", "firm", new Turnover(28, 20, 20)),
            new Membership("south", "firm", new Turnover(0, 8, 0)))
        .extracting(Membership::unit)
        .doesNotContain("team");
  }

  @Test
  void anotherTopMeansNothingIsCompared() {
    assertThat(Movements.comparable(FIRM, List.of(unit("other", null)), List.of(), 5)).isEmpty();
  }

  @Test
  void somebodyInAnUnknownUnitIsRefused() {
    assertThatThrownBy(() -> compare(new Move("west", "north", 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("west");
  }

  /** What cannot be proven with the work there is, is not told; most of what can be is. */
  @Test
  void ofALargeCompanyMuchIsTold() {
    Random random = new Random(20261126);
    List<CohortPlan.Unit> units = new ArrayList<>(List.of(unit("unit0", null)));
    for (int unit = 1; unit < 10_000; unit++) {
      units.add(unit("unit" + unit, "unit" + (unit - 1) / 8));
    }
    List<Move> moves = new ArrayList<>();
    for (int person = 0; person < 75_000; person++) {
      String home = "unit" + random.nextInt(units.size());
      String elsewhere = "unit" + random.nextInt(units.size());
      int fate = random.nextInt(100);
      moves.add(
          fate < 3
              ? new Move(home, null, 1)
              : fate < 6
                  ? new Move(null, home, 1)
                  : new Move(home, fate < 8 ? elsewhere : home, 1));
    }
    List<Membership> compared = Movements.comparable(units, units, moves, 7);
    assertThat(units(compared)).contains("unit0", "unit1").hasSizeGreaterThan(1_000);
  }

  private static List<Membership> compare(Move... moves) {
    return Movements.comparable(FIRM, FIRM, List.of(moves), 5);
  }

  private static List<Membership> compare(Upheaval company) {
    return Movements.comparable(company.before, company.after, company.moves, Upheaval.FLOOR);
  }

  private static Set<String> units(List<Membership> compared) {
    return compared.stream().map(Membership::unit).collect(toCollection(LinkedHashSet::new));
  }

  /** By their path from the top. */
  private static Set<String> inTheSamePlace(Upheaval company) {
    Set<String> same = new LinkedHashSet<>();
    for (CohortPlan.Unit unit : company.after) {
      if (company.before.contains(unit)
          && (unit.parent() == null || same.contains(unit.parent()))) {
        same.add(unit.id());
      }
    }
    return same.stream().collect(toSet());
  }

  private static CohortPlan.Unit unit(String id, @org.jspecify.annotations.Nullable String parent) {
    return new CohortPlan.Unit(id, parent, 0);
  }
}
