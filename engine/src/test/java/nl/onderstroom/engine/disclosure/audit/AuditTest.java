package nl.onderstroom.engine.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuditTest {
  private static final long SEED = 20261126;

  @Test
  void findsWhatTryingEverySetFindsAndNothingElse() {
    var random = new Random(SEED);
    int exposing = 0;
    for (int trial = 0; trial < 2000; trial++) {
      Groups groups = Families.any(random);
      int k = 1 + random.nextInt(8);
      Audit audit = Audit.of(groups, k, 0, Audit.USUAL_WORK);
      BruteForce all = new BruteForce(groups);
      assertThat(sets(audit.exposed()))
          .as("seed %d, trial %d, k %d, %s", SEED, trial, k, told(groups))
          .isEqualTo(all.exposed(k));
      assertThat(audit.isComplete()).isTrue();
      assertThat(audit.isSafe()).isEqualTo(audit.exposed().isEmpty());
      assertThat(audit.atoms()).isEqualTo(all.atoms());
      audit.exposed().forEach(exposure -> assertHolds(groups, exposure, true));
      exposing += audit.exposed().isEmpty() ? 0 : 1;
    }
    assertThat(exposing).as("both kinds are tried").isBetween(400, 1600);
  }

  @Test
  void findsWhoStandsAloneWhenOthersTellTheirAnswers() {
    var random = new Random(SEED + 1);
    for (int trial = 0; trial < 2000; trial++) {
      Groups groups = Families.any(random);
      int colluders = 1 + random.nextInt(3);
      Audit audit = Audit.of(groups, 1, colluders, Audit.USUAL_WORK);
      assertThat(sets(audit.alone()))
          .as("seed %d, trial %d, %d colluders, %s", SEED + 1, trial, colluders, told(groups))
          .isEqualTo(new BruteForce(groups).combined(colluders + 1));
      audit.alone().forEach(exposure -> assertHolds(groups, exposure, false));
    }
  }

  @Test
  void theOrderOfGroupsDoesNotMatter() {
    var random = new Random(SEED + 2);
    for (int trial = 0; trial < 200; trial++) {
      Groups groups = Families.any(random);
      List<Integer> order = new ArrayList<>(IntStream.range(0, groups.size()).boxed().toList());
      Collections.shuffle(order, random);
      Groups shuffled =
          new Groups(
              order.stream().map(groups.names()::get).toList(),
              order.stream().map(groups.members()::get).toList(),
              groups.people());
      assertThat(sets(Audit.of(shuffled, 5, 2, Audit.USUAL_WORK).exposed()))
          .isEqualTo(sets(Audit.of(groups, 5, 2, Audit.USUAL_WORK).exposed()));
    }
  }

  @Test
  void aDepartmentLessItsTeamsIsItsManager() {
    Groups groups =
        Families.of(
            17,
            IntStream.range(0, 17).toArray(),
            IntStream.range(0, 8).toArray(),
            IntStream.range(8, 16).toArray());
    Audit audit = Audit.of(groups, 7, 0, Audit.USUAL_WORK);
    assertThat(audit.exposed()).hasSize(1);
    assertThat(audit.exposed().getFirst().people()).containsExactly(16);
    assertThat(audit.exposed().getFirst().from())
        .extracting(term -> term.coefficient() + " " + term.group())
        .containsExactly("1 g0", "-1 g1", "-1 g2");
  }

  @Test
  void threePairsOfThreeTellOfEach() {
    Groups groups = Families.of(3, new int[] {0, 1}, new int[] {1, 2}, new int[] {0, 2});
    Audit audit = Audit.of(groups, 2, 0, Audit.USUAL_WORK);
    assertThat(audit.exposed()).hasSize(3);
    assertThat(audit.exposed().getFirst().from())
        .extracting(term -> term.coefficient().toString())
        .containsExactly("1/2", "-1/2", "1/2");
  }

  /** Two teams that swapped one person: nobody stands alone until one of the two tells. */
  @Test
  void aSwapIsSafeUntilSomebodyTells() {
    int[] first = IntStream.range(0, 10).toArray();
    int[] second = IntStream.range(1, 11).toArray();
    Groups groups = Families.of(11, first, second);
    assertThat(Audit.of(groups, 7, 0, Audit.USUAL_WORK).isSafe()).isTrue();
    Audit told = Audit.of(groups, 7, 1, Audit.USUAL_WORK);
    assertThat(told.isSafe()).isFalse();
    assertThat(told.alone().getFirst().people()).containsExactly(0, 10);
  }

  @Test
  void aSearchThatWasCutShortProvesNothing() {
    Groups groups = Families.of(20, IntStream.range(0, 20).toArray(), new int[] {1, 2, 3});
    Audit audit = Audit.of(groups, 7, 0, 0);
    assertThat(audit.isComplete()).isFalse();
    assertThat(audit.isSafe()).isFalse();
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(() -> Audit.of(Families.of(2, new int[] {0}), 0, 0, 1))
        .hasMessageContaining("k = 0");
    assertThatThrownBy(() -> Families.of(2, new int[] {1, 0})).hasMessageContaining("ascending");
    assertThatThrownBy(() -> Families.of(2, new int[] {2})).hasMessageContaining("below 2");
  }

  private static Set<Set<Integer>> sets(List<Exposure> exposures) {
    Set<Set<Integer>> sets = new HashSet<>();
    exposures.forEach(exposure -> sets.add(Set.copyOf(exposure.people())));
    return sets;
  }

  /** The coefficients times the groups are the set, or at least about nobody else. */
  private static void assertHolds(Groups groups, Exposure exposure, boolean isSet) {
    double[] sum = new double[groups.people()];
    for (Exposure.Term term : exposure.from()) {
      for (int person : groups.members().get(groups.names().indexOf(term.group()))) {
        sum[person] += term.coefficient().value();
      }
    }
    for (int person = 0; person < sum.length; person++) {
      if (exposure.people().contains(person)) {
        assertThat(Math.abs(sum[person])).isGreaterThan(1e-9);
      }
      boolean expected = exposure.people().contains(person);
      if (isSet || !expected) {
        assertThat(sum[person])
            .isCloseTo(expected ? 1 : 0, org.assertj.core.data.Offset.offset(1e-9));
      }
    }
  }

  private static String told(Groups groups) {
    return groups.members().stream().map(java.util.Arrays::toString).toList().toString();
  }
}
