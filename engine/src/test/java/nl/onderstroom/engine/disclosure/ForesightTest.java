package nl.onderstroom.engine.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ForesightTest {
  private static final int COMPANIES = 300;

  /** Answers only take away from single questions: which units and cuts there are is foreseen. */
  @Test
  void whatIsForeseenIsWhatTheGateDecidesWhenSoManyTakePart() {
    int shown = 0;
    int withheld = 0;
    int cuts = 0;
    for (long seed = 1; seed <= COMPANIES; seed++) {
      CutCompany company = CutCompany.of(seed);
      Release release = Gate.decide(company.family(), Floors.DEFAULT);
      Foresight foresight = Foresight.of(takingPart(company), Floors.DEFAULT);
      assertThat(foresight.units()).as("units, seed %d", seed).isEqualTo(reasons(release.units()));
      assertThat(foresight.cuts()).as("cuts, seed %d", seed).isEqualTo(reasons(release.cuts()));
      shown += (int) foresight.units().values().stream().filter(Optional::isEmpty).count();
      withheld += (int) foresight.units().values().stream().filter(Optional::isPresent).count();
      cuts += (int) foresight.cuts().values().stream().filter(Optional::isEmpty).count();
    }
    assertThat(List.of(shown, withheld, cuts)).allMatch(each -> each > 100);
  }

  private static List<Foresight.Group> takingPart(CutCompany company) {
    var groups = new ArrayList<Foresight.Group>();
    for (int unit = 0; unit < company.parents().length; unit++) {
      int here = unit;
      groups.add(
          new Foresight.Group(
              Company.id(unit),
              unit == 0 ? null : Company.id(company.parents()[unit]),
              company.cells().stream()
                  .filter(cell -> cell.unit() == here)
                  .map(cell -> new Foresight.Cohort(cell.people().size(), cell.cuts()))
                  .toList()));
    }
    return groups.reversed();
  }

  private static Map<String, Optional<Reason>> reasons(Map<String, UnitRelease> releases) {
    var reasons = new java.util.HashMap<String, Optional<Reason>>();
    releases.forEach((id, release) ->
        reasons.put(
            id,
            release instanceof UnitRelease.Withheld withheld
                ? Optional.of(withheld.reason())
                : Optional.empty()));
    return reasons;
  }

  @Test
  void itSaysWhyAUnitWillNotBeShown() {
    assertThat(
            foreseen(
                group("top", null, 4),
                group("office", "top", 9),
                group("shop", "top", 12),
                group("night", "top", 5)))
        .containsExactly(
            Map.entry("top", Optional.empty()),
            Map.entry("night", Optional.of(Reason.TOO_FEW_RESPONDENTS)),
            Map.entry("office", Optional.empty()),
            Map.entry("shop", Optional.empty()));
  }

  @Test
  void whereTheRestWouldBeTooFewALargeEnoughUnitIsHeldBack() {
    assertThat(foreseen(group("top", null, 3), group("office", "top", 9), group("shop", "top", 12)))
        .containsEntry("office", Optional.of(Reason.WOULD_REVEAL_REMAINDER))
        .containsEntry("shop", Optional.empty());
  }

  private static Foresight.Group group(
      String id, @org.jspecify.annotations.Nullable String parent, int... people) {
    return new Foresight.Group(
        id,
        parent,
        Arrays.stream(people).mapToObj(each -> new Foresight.Cohort(each, Set.of())).toList());
  }

  private static Map<String, Optional<Reason>> foreseen(Foresight.Group... groups) {
    return Foresight.of(List.of(groups), Floors.DEFAULT).units();
  }
}
