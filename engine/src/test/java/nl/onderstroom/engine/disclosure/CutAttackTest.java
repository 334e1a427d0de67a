package nl.onderstroom.engine.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import nl.onderstroom.engine.disclosure.UnitRelease.Shown;
import nl.onderstroom.engine.summary.Tally;
import org.junit.jupiter.api.Test;

/**
 * Sites and role families cross the tree. Whatever is shown of units and cuts together, no linear
 * combination of it is about fewer people than the floor, or about people of one mind; found by
 * trying every set of cells.
 */
class CutAttackTest {
  private static final int COMPANIES = 1_500;
  private static final Map<String, Integer> PLACES =
      Map.of("vision", 0, "feelings", 3, "safety", 4);

  @Test
  void whatUnitsAndCutsShowTogetherLeaksNothing() {
    int shownCuts = 0;
    int cuts = 0;
    for (long seed = 1; seed <= COMPANIES; seed++) {
      CutCompany company = CutCompany.of(seed);
      Release release = Gate.decide(company.family(), Floors.DEFAULT);
      assertThat(leak(company, release)).as("seed %d", seed).isEmpty();
      cuts += release.cuts().size();
      shownCuts += (int) release.cuts().values().stream().filter(Shown.class::isInstance).count();
    }
    System.out.printf("│ cuts shown: %d of %d%n", shownCuts, cuts);
    assertThat(shownCuts).as("the promise is not kept by silence").isGreaterThan(1_000);
  }

  @Test
  void noUnitLosesAnythingToACut() {
    for (long seed = 1; seed <= 300; seed++) {
      Family family = CutCompany.of(seed).family();
      assertThat(Gate.decide(family, Floors.DEFAULT).units())
          .isEqualTo(Gate.decide(family, Floors.DEFAULT, new WithholdingRule()).units());
    }
  }

  @Test
  void aGateThatShowsEveryLargeCutIsCaught() {
    assertThat(firstLeak(CutRule::minds))
        .hasValueSatisfying(leak -> assertThat(leak).contains("people in"));
  }

  @Test
  void aGateThatForgetsThatACutMayBeOfOneMindIsCaught() {
    assertThat(firstLeak(CutRule::sizes))
        .hasValueSatisfying(leak -> assertThat(leak).contains("alike"));
  }

  private static Optional<String> firstLeak(CutRule broken) {
    for (long seed = 1; seed <= COMPANIES; seed++) {
      CutCompany company = CutCompany.of(seed);
      Family family = company.family();
      Release units = Gate.decide(family, Floors.DEFAULT, new WithholdingRule());
      CutGate gate = new CutGate(family, Floors.DEFAULT, units.units(), broken);
      Optional<String> leak = leak(company, units.withCuts(gate.decide()));
      if (leak.isPresent()) {
        return leak;
      }
    }
    return Optional.empty();
  }

  /** The first leak, in words. */
  static Optional<String> leak(CutCompany company, Release release) {
    Floors floors = release.floors();
    Optional<String> leak =
        small(company, sets(company, release, shown -> true), "people", floors.numbers(), -1);
    for (Map.Entry<String, Integer> entry : PLACES.entrySet()) {
      String key = entry.getKey();
      int place = entry.getValue();
      List<Integer> numbers =
          sets(
              company,
              release,
              shown ->
                  shown.figures().get(key) != null
                      && !(shown.figures().get(key) instanceof Figure.HiddenFigure));
      List<Integer> counts =
          sets(
              company,
              release,
              shown ->
                  shown.figures().get(key) instanceof Figure.Distribution
                      || shown.figures().get(key) instanceof Figure.TickShares);
      leak =
          leak.or(() -> small(company, numbers, key, floors.numbers(), place))
              .or(() -> small(company, counts, key + " counts", floors.distributions(), place))
              .or(() -> key.equals("vision") ? alike(company, numbers) : Optional.empty())
              .or(() -> key.equals("feelings") ? allTicked(company, numbers) : Optional.empty());
    }
    return leak;
  }

  private static List<Integer> sets(CutCompany company, Release release, Predicate<Shown> shows) {
    List<Integer> groups = new ArrayList<>();
    for (int unit = 0; unit < company.parents().length; unit++) {
      if (release.unit(Company.id(unit)) instanceof Shown shown && shows.test(shown)) {
        groups.add(company.ofUnit(unit));
      }
    }
    release
        .cuts()
        .forEach((cut, it) -> {
          if (it instanceof Shown shown && shows.test(shown)) {
            groups.add(company.ofCut(cut));
          }
        });
    return List.copyOf(new Reader(company.cells().size(), groups).computable());
  }

  private static Optional<String> small(
      CutCompany company, List<Integer> sets, String what, int floor, int place) {
    for (int set : sets) {
      long n =
          company.people(set).stream()
              .filter(person -> place < 0 || person[place] != Tally.MISSING)
              .count();
      if (n > 0 && n < floor) {
        return Optional.of("%s: %d people in %s".formatted(what, n, Integer.toBinaryString(set)));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> alike(CutCompany company, List<Integer> sets) {
    for (int set : sets) {
      Map<Long, Integer> levels = new HashMap<>();
      company.people(set).stream()
          .filter(person -> person[0] != Tally.MISSING)
          .forEach(person -> levels.merge(person[0], 1, Integer::sum));
      int n = levels.values().stream().mapToInt(Integer::intValue).sum();
      int most = levels.values().stream().mapToInt(Integer::intValue).max().orElse(0);
      if (n > 0 && n - most < 2) {
        return Optional.of("vision: %d of %d alike".formatted(most, n));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> allTicked(CutCompany company, List<Integer> sets) {
    for (int set : sets) {
      List<long[]> answered =
          company.people(set).stream().filter(person -> person[3] != Tally.MISSING).toList();
      for (int word = 0; word < 4; word++) {
        int bit = word;
        long ticked = answered.stream().filter(p -> (p[3] >>> bit & 1) == 1).count();
        if (!answered.isEmpty() && answered.size() - ticked < 2) {
          return Optional.of("feelings: word " + word + " alike");
        }
      }
    }
    return Optional.empty();
  }
}
