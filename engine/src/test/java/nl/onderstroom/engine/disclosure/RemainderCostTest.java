package nl.onderstroom.engine.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What safety costs: people who lose the figure of a unit, beside the least possible. */
class RemainderCostTest {
  private static final int FLOOR = 7;

  @Test
  void littleMoreIsWithheldThanAnExhaustiveSearchWould() {
    long possible = 0;
    long best = 0;
    long ours = 0;
    for (long seed = 1; seed <= 2_000; seed++) {
      Company company = new Company(seed);
      Release release = Gate.decide(company.family(), Floors.DEFAULT);
      int shown = 0;
      int large = 0;
      for (int unit = 0; unit < company.parents.length; unit++) {
        boolean isShown = release.unit(Company.id(unit)) instanceof UnitRelease.Shown;
        shown |= isShown ? 1 << unit : 0;
        large |= people(company, company.members(unit)) >= FLOOR ? 1 << unit : 0;
      }
      possible += worth(company, large);
      ours += worth(company, shown);
      long most = 0;
      for (int choice = large; choice > 0; choice = (choice - 1) & large) {
        most = Math.max(most, isSafe(company, choice) ? worth(company, choice) : 0);
      }
      best += most;
    }
    System.out.printf(
        "Shown, as a share of units of %d or more (weighed by people): ours %.2f%%, best %.2f%%%n",
        FLOOR, 100.0 * ours / possible, 100.0 * best / possible);
    assertThat((double) ours / best).isBetween(0.97, 1.0);
  }

  private static boolean isSafe(Company company, int choice) {
    List<Integer> groups = new ArrayList<>();
    for (int unit = 0; unit < company.parents.length; unit++) {
      if ((choice >> unit & 1) == 1) {
        groups.add(company.members(unit));
      }
    }
    return new Reader(company.parents.length, groups)
        .atoms().stream().map(atom -> people(company, atom)).allMatch(n -> n == 0 || n >= FLOOR);
  }

  private static long worth(Company company, int units) {
    long worth = 0;
    for (int unit = 0; unit < company.parents.length; unit++) {
      worth += (units >> unit & 1) * people(company, company.members(unit));
    }
    return worth;
  }

  private static long people(Company company, int set) {
    long people = 0;
    for (int unit = 0; unit < company.parents.length; unit++) {
      people += (long) (set >> unit & 1) * company.people.get(unit).size();
    }
    return people;
  }
}
