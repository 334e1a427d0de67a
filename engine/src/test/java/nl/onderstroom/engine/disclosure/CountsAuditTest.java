package nl.onderstroom.engine.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a reader who knows the roster can know for certain of answers: beside every table. */
class CountsAuditTest {
  private static final int FIRMS = 60;
  private static final Floors FLOORS = new Floors(5, 6);

  /** Shows whatever has enough people in all, means of five and counts of six. */
  static final Rule USUAL =
      (tree, candidates, own) -> {
        List<List<Part>> totals = Rule.totals(tree, own);
        Rule.Verdict[] verdicts = new Rule.Verdict[tree.size()];
        Arrays.setAll(
            verdicts,
            place ->
                candidates[place]
                        && totals.get(place).getFirst().n() >= totals.get(place).getFirst().floor()
                    ? Rule.Verdict.SHOWN
                    : Rule.Verdict.TOO_LITTLE);
        return verdicts;
      };

  @Test
  void noTableOfWholeNumbersGivesAwayFewerPeopleThanTheFloor() {
    int shown = 0;
    for (long seed = 1; seed <= FIRMS; seed++) {
      EveryTable reader = new EveryTable(seed);
      Release release = Gate.decide(reader.family(), FLOORS);
      assertThat(reader.known(release, FLOORS.distributions())).as("seed %d", seed).isEmpty();
      shown +=
          (int)
              release.units().values().stream().filter(UnitRelease.Shown.class::isInstance).count();
    }
    assertThat(shown).as("units shown").isGreaterThan(FIRMS);
  }

  @Test
  void whatEveryTableGivesAwayTheAuditRefuses() {
    int known = 0;
    int refused = 0;
    for (long seed = 1; seed <= FIRMS; seed++) {
      EveryTable reader = new EveryTable(seed);
      Family family = reader.family();
      Release usual = Gate.decide(family, FLOORS, USUAL, new PinnedRule(family.tree(), 0));
      boolean isKnown = !reader.known(usual, FLOORS.distributions()).isEmpty();
      boolean isRefused = isRefused(family, usual);
      assertThat(isRefused || !isKnown)
          .as("seed %d: %s", seed, reader.known(usual, FLOORS.distributions()))
          .isTrue();
      known += isKnown ? 1 : 0;
      refused += isRefused ? 1 : 0;
    }
    assertThat(known).as("firms that the usual rule gives something away of").isGreaterThan(30);
    assertThat(refused).isLessThan(FIRMS);
  }

  static boolean isRefused(Family family, Release release) {
    try {
      ReleaseAudit.of(family, release);
      return false;
    } catch (IllegalStateException refused) {
      assertThat(refused).hasMessageStartingWith("The release is not shown: of ");
      return true;
    }
  }
}
