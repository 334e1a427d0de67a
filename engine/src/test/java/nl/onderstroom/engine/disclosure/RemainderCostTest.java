package nl.onderstroom.engine.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What safety costs: people who lose the result of their own unit, and no more than must. */
class RemainderCostTest {
  private static final int FLOOR = 7;

  /** So that one person outweighs all units. */
  private static final int PERSON = 100;

  @Test
  void noMoreIsWithheldThanAnExhaustiveSearchWould() {
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
      long most = 0;
      // The top is the first bit, and shown if it is large.
      for (int choice = large; choice > 0; choice = (choice - 1) & large) {
        if ((choice & 1) == 1 && isSafe(company, choice)) {
          most = Math.max(most, worth(company, choice));
        }
      }
      assertThat(worth(company, shown)).as("seed %d", seed).isEqualTo(most);
      possible += people(company, large);
      best += most / PERSON;
      ours += people(company, shown);
    }
    System.out.printf(
        "People with the result of their own unit, of those in units of %d or more: ours %.2f%%, best %.2f%%%n",
        FLOOR, 100.0 * ours / possible, 100.0 * best / possible);
    assertThat(ours).isEqualTo(best);
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

  /** First people in the units, then units. */
  private static long worth(Company company, int units) {
    return people(company, units) * PERSON + Integer.bitCount(units);
  }

  private static long people(Company company, int set) {
    long people = 0;
    for (int unit = 0; unit < company.parents.length; unit++) {
      people += (long) (set >> unit & 1) * company.people.get(unit).size();
    }
    return people;
  }
}
