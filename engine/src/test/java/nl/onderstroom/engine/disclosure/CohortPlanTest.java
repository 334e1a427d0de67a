package nl.onderstroom.engine.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import nl.onderstroom.engine.disclosure.CohortPlan.Cohort;
import nl.onderstroom.engine.disclosure.CohortPlan.Unit;
import org.junit.jupiter.api.Test;

/** De Vries Bakkerijen: who answers together. */
class CohortPlanTest {
  @Test
  void smallTeamsAnswerTogetherWithTheUnitAbove() {
    CohortPlan plan =
        CohortPlan.of(
            List.of(
                new Unit("firm", null, 1),
                new Unit("bakery", "firm", 2),
                new Unit("bread", "bakery", 12),
                new Unit("cake", "bakery", 4),
                new Unit("biscuit", "bakery", 3),
                new Unit("shop", "firm", 9)),
            7);
    assertThat(plan.cohorts())
        .containsExactly(
            // The director is alone at the top and joins one of the two smallest cohorts.
            new Cohort("firm", List.of("firm", "bakery", "biscuit", "cake"), 10),
            new Cohort("shop", List.of("shop"), 9),
            new Cohort("bread", List.of("bread"), 12));
  }

  @Test
  void whatIsLeftJoinsTheSmallestCohortAtTheirCommonUnit() {
    CohortPlan plan =
        CohortPlan.of(
            List.of(
                new Unit("firm", null, 0),
                new Unit("bakery", "firm", 0),
                new Unit("bread", "bakery", 8),
                new Unit("cake", "bakery", 3),
                new Unit("shop", "firm", 20)),
            7);
    assertThat(plan.cohorts())
        .containsExactly(
            new Cohort("bakery", List.of("bread", "cake"), 11),
            new Cohort("shop", List.of("shop"), 20));
  }

  @Test
  void aFirmUnderTheFloorHasNoCohortAndSaysSo() {
    CohortPlan plan = CohortPlan.of(List.of(new Unit("firm", null, 6)), 7);
    assertThat(plan.cohorts()).isEmpty();
    assertThat(plan.tooFewPeople()).isTrue();
    assertThat(CohortPlan.of(List.of(new Unit("firm", null, 0)), 7).tooFewPeople()).isFalse();
  }

  @Test
  void everybodyIsPlacedOnceInACohortOfAtLeastTheFloorWithinItsUnit() {
    for (long seed = 1; seed <= 3_000; seed++) {
      List<Unit> units = units(new Random(seed));
      CohortPlan plan = CohortPlan.of(units, 7);
      Map<String, Unit> byId = new HashMap<>();
      units.forEach(unit -> byId.put(unit.id(), unit));
      Set<String> placed = new HashSet<>();
      for (Cohort cohort : plan.cohorts()) {
        long people = cohort.units().stream().mapToLong(id -> get(byId, id).people()).sum();
        assertThat(people).as("seed %d", seed).isEqualTo(cohort.people()).isGreaterThan(6);
        for (String id : cohort.units()) {
          assertThat(placed.add(id)).as("seed %d: %s once", seed, id).isTrue();
          assertThat(above(byId, id)).as("seed %d", seed).contains(cohort.attachedTo());
        }
      }
      long everybody = units.stream().mapToLong(Unit::people).sum();
      long counted = plan.cohorts().stream().mapToLong(Cohort::people).sum();
      assertThat(counted).as("seed %d", seed).isEqualTo(everybody < 7 ? 0 : everybody);
      assertThat(plan.people()).isEqualTo(everybody);
    }
  }

  @Test
  void theOrderOfTheUnitsDoesNotMatter() {
    for (long seed = 1; seed <= 500; seed++) {
      Random random = new Random(seed);
      List<Unit> units = units(random);
      CohortPlan plan = CohortPlan.of(units, 7);
      Collections.shuffle(units, random);
      assertThat(CohortPlan.of(units, 7)).as("seed %d", seed).isEqualTo(plan);
    }
  }

  @Test
  void whatIsNotATreeIsRefusedByName() {
    Unit firm = new Unit("firm", null, 9);
    assertThatThrownBy(() -> CohortPlan.of(List.of(firm, new Unit("a", "b", 1)), 7))
        .hasMessage("the unit \"a\" has the unknown parent \"b\"");
    assertThatThrownBy(() -> CohortPlan.of(List.of(firm, firm), 7))
        .hasMessage("the unit \"firm\" is there twice; give each its own id");
    assertThatThrownBy(() -> CohortPlan.of(List.of(firm, new Unit("b", null, 1)), 7))
        .hasMessageContaining("2 units without a parent");
    assertThatThrownBy(
            () -> CohortPlan.of(List.of(firm, new Unit("a", "b", 1), new Unit("b", "a", 1)), 7))
        .hasMessageContaining("2 units cannot be reached from the top");
    assertThatThrownBy(() -> CohortPlan.of(List.of(firm), 4)).hasMessageContaining("5 or more");
    assertThatThrownBy(() -> new Unit("a", null, -1)).hasMessageContaining("-1 people");
  }

  private static List<Unit> units(Random random) {
    List<Unit> units = new ArrayList<>();
    int number = 1 + random.nextInt(30);
    int most = 1 + random.nextInt(15);
    for (int i = 0; i < number; i++) {
      String parent = i == 0 ? null : "u" + random.nextInt(i);
      units.add(new Unit("u" + i, parent, random.nextInt(most)));
    }
    return units;
  }

  private static Unit get(Map<String, Unit> byId, String id) {
    return Objects.requireNonNull(byId.get(id), id);
  }

  private static List<String> above(Map<String, Unit> byId, String id) {
    List<String> above = new ArrayList<>();
    String at = id;
    while (at != null) {
      above.add(at);
      at = get(byId, at).parent();
    }
    return above;
  }
}
