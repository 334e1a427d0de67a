package nl.onderstroom.engine.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepairTest {
  private static final long SEED = 20261126;

  @Test
  void whatIsLeftIsSafeAndNoChoiceCostsFewerPeopleOrGroups() {
    var random = new Random(SEED);
    int withheld = 0;
    for (int trial = 0; trial < 600; trial++) {
      Groups groups = Families.any(random);
      int k = 2 + random.nextInt(6);
      Repair repair = Repair.of(groups, k, 0, Audit.USUAL_WORK);
      assertThat(repair.remaining().isSafe()).as("seed %d, trial %d", SEED, trial).isTrue();
      assertThat(new BruteForce(without(groups, repair.withheld())).exposed(k)).isEmpty();
      assertThat(List.of(repair.people(), (long) repair.withheld().size()))
          .as("seed %d, trial %d, k %d", SEED, trial, k)
          .isEqualTo(cheapest(groups, k));
      assertThat(repair.leastPeople()).isEqualTo(repair.people());
      withheld += repair.withheld().size();
    }
    assertThat(withheld).isGreaterThan(600);
  }

  @Test
  void colludersAreReckonedWith() {
    var random = new Random(SEED + 1);
    for (int trial = 0; trial < 300; trial++) {
      Groups groups = Families.any(random);
      Repair repair = Repair.of(groups, 5, 2, Audit.USUAL_WORK);
      Groups left = without(groups, repair.withheld());
      assertThat(new BruteForce(left).exposed(5)).isEmpty();
      assertThat(new BruteForce(left).combined(3)).isEmpty();
    }
  }

  @Test
  void oneOfTheTeamsHidesTheManager() {
    Groups groups =
        Families.of(
            17,
            IntStream.range(0, 17).toArray(),
            IntStream.range(0, 7).toArray(),
            IntStream.range(7, 16).toArray());
    Repair repair = Repair.of(groups, 7, 0, Audit.USUAL_WORK);
    assertThat(repair.withheld())
        .as("the manager's own group is the department")
        .containsExactly("g0");
    assertThat(repair.people()).isEqualTo(1);
  }

  /**
   * Six hundred groups at random over as many people: with so little work nothing can be proven.
   */
  @Test
  void whatTakesTooLongToProveIsWithheld() {
    var random = new Random(SEED + 2);
    Groups groups =
        Families.of(
            600,
            IntStream.range(0, 600)
                .mapToObj(group ->
                    IntStream.range(0, 600).filter(person -> random.nextInt(3) == 0).toArray())
                .toArray(int[][]::new));
    assertThat(Audit.of(groups, 7, 0, 100_000).isComplete()).isFalse();
    Repair repair = Repair.of(groups, 7, 0, 100_000);
    assertThat(repair.remaining().isSafe()).isTrue();
  }

  /** Tries every choice: the fewest people, then the fewest groups. */
  private static List<Long> cheapest(Groups groups, int k) {
    long[] own = new long[groups.size()];
    for (int person = 0; person < groups.people(); person++) {
      int who = person;
      IntStream.range(0, groups.size())
          .filter(group -> Arrays.binarySearch(groups.members().get(group), who) >= 0)
          .boxed()
          .min(java.util.Comparator.comparingInt(group -> groups.members().get(group).length))
          .ifPresent(group -> own[group]++);
    }
    List<Long> best = List.of(Long.MAX_VALUE, 0L);
    for (int choice = 0; choice < 1 << groups.size(); choice++) {
      long people = 0;
      List<String> names = new ArrayList<>();
      for (int group = 0; group < groups.size(); group++) {
        if ((choice >> group & 1) == 1) {
          people += own[group];
          names.add(groups.names().get(group));
        }
      }
      boolean cheaper =
          people < best.get(0) || (people == best.get(0) && names.size() < best.get(1));
      if (cheaper && Audit.of(without(groups, names), k, 0, Audit.USUAL_WORK).isSafe()) {
        best = List.of(people, (long) names.size());
      }
    }
    return best;
  }

  private static Groups without(Groups groups, List<String> withheld) {
    boolean[] kept = new boolean[groups.size()];
    for (int group = 0; group < kept.length; group++) {
      kept[group] = !withheld.contains(groups.names().get(group));
    }
    return groups.only(kept);
  }
}
