package nl.onderstroom.engine.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForesightTest {
  @Test
  void whatIsForeseenIsWhatTheGateDecidesOnSoManyPeople() {
    int shown = 0;
    int withheld = 0;
    for (long seed = 1; seed <= 300; seed++) {
      Family family = new Company(seed).family();
      UnitTree tree = family.tree();
      var answering = new ArrayList<CohortPlan.Unit>();
      for (int place = 0; place < tree.size(); place++) {
        int parent = tree.parent(place);
        answering.add(
            new CohortPlan.Unit(
                tree.id(place),
                parent == UnitTree.NONE ? null : tree.id(parent),
                (int) family.own(place).respondents()));
      }
      Foresight foresight = Foresight.of(answering.reversed(), Floors.DEFAULT);
      Release release = Gate.decide(family, Floors.DEFAULT);
      assertThat(foresight.units().keySet()).isEqualTo(release.units().keySet());
      for (String id : release.units().keySet()) {
        boolean isShown = release.unit(id) instanceof UnitRelease.Shown;
        assertThat(foresight.shows(id)).as("%s, seed %d", id, seed).isEqualTo(isShown);
        shown += isShown ? 1 : 0;
        withheld += isShown ? 0 : 1;
      }
    }
    assertThat(shown).isGreaterThan(300);
    assertThat(withheld).isGreaterThan(300);
  }

  @Test
  void itSaysWhyAUnitWillNotBeShown() {
    Foresight foresight =
        Foresight.of(
            List.of(
                new CohortPlan.Unit("top", null, 4),
                new CohortPlan.Unit("office", "top", 9),
                new CohortPlan.Unit("shop", "top", 12),
                new CohortPlan.Unit("night", "top", 5)),
            Floors.DEFAULT);
    assertThat(foresight.units().get("night")).contains(Reason.TOO_FEW_RESPONDENTS);
    assertThat(foresight.units().get("office")).isEqualTo(Optional.empty());
    assertThat(foresight.shows("top")).isTrue();
    assertThat(foresight.shows("elsewhere")).isFalse();
  }

  @Test
  void whereTheRestWouldBeTooFewALargeEnoughUnitIsHeldBack() {
    Foresight foresight =
        Foresight.of(
            List.of(
                new CohortPlan.Unit("top", null, 3),
                new CohortPlan.Unit("office", "top", 9),
                new CohortPlan.Unit("shop", "top", 12)),
            Floors.DEFAULT);
    assertThat(foresight.units().get("office")).contains(Reason.WOULD_REVEAL_REMAINDER);
    assertThat(foresight.shows("shop")).isTrue();
  }
}
