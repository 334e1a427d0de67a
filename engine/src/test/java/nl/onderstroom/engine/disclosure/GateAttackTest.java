package nl.onderstroom.engine.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Adding and subtracting whatever is shown never leads to fewer people than the floor. */
class GateAttackTest {
  private static final int COMPANIES = 4_000;

  @Test
  void nothingSmallerThanTheFloorCanBeComputed() {
    int shown = 0;
    for (long seed = 1; seed <= COMPANIES; seed++) {
      Company company = new Company(seed);
      Release release = Gate.decide(company.family(), Floors.DEFAULT);
      assertThat(new Leaks(company, release).first()).as("seed %d", seed).isEmpty();
      shown +=
          (int)
              release.units().values().stream().filter(UnitRelease.Shown.class::isInstance).count();
    }
    assertThat(shown).as("units shown; the promise is not kept by silence").isGreaterThan(5_000);
  }

  @Test
  void higherFloorsHoldToo() {
    for (long seed = 1; seed <= COMPANIES / 4; seed++) {
      Company company = new Company(seed);
      Release release = Gate.decide(company.family(), new Floors(11, 16));
      assertThat(new Leaks(company, release).first()).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void aGateThatForgetsTheRemainderIsCaught() {
    Rule broken =
        (tree, candidates, own) -> {
          List<List<Part>> totals = Rule.totals(tree, own);
          Rule.Verdict[] verdicts = new Rule.Verdict[tree.size()];
          for (int place = 0; place < verdicts.length; place++) {
            boolean enough = totals.get(place).stream().allMatch(Part::isSafe);
            boolean somebody = !totals.get(place).getFirst().isEmpty();
            verdicts[place] =
                candidates[place] && enough && somebody
                    ? Rule.Verdict.SHOWN
                    : Rule.Verdict.TOO_LITTLE;
          }
          return verdicts;
        };
    assertThat(firstLeak(broken)).hasValueSatisfying(leak -> assertThat(leak).contains("people"));
  }

  @Test
  void aGateThatForgetsSamenessIsCaught() {
    Rule broken =
        (tree, candidates, own) ->
            new WithholdingRule()
                .decide(
                    tree,
                    candidates,
                    own.stream()
                        .map(parts ->
                            parts.stream()
                                .map(part -> Part.ofPeople(part.n(), part.floor()))
                                .toList())
                        .toList());
    assertCaught(broken, "alike");
  }

  @Test
  void aGateThatForgetsWhoSkippedItemsIsCaught() {
    Rule broken =
        (tree, candidates, own) ->
            new WithholdingRule()
                .decide(tree, candidates, own.stream().map(parts -> parts.subList(0, 1)).toList());
    assertCaught(broken, "score minus items");
  }

  private static void assertCaught(Rule broken, String kind) {
    assertThat(firstLeak(broken)).hasValueSatisfying(leak -> assertThat(leak).contains(kind));
  }

  private static Optional<String> firstLeak(Rule broken) {
    for (long seed = 1; seed <= COMPANIES; seed++) {
      Company company = new Company(seed);
      Release release = Gate.decide(company.family(), Floors.DEFAULT, broken);
      Optional<String> leak = new Leaks(company, release).first();
      if (leak.isPresent()) {
        return leak;
      }
    }
    return Optional.empty();
  }
}
