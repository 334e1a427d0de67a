package nl.onderstroom.engine.measure.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignedRanksTest {
  /** Nine patients of Hollander and Wolfe (1973, p. 29), as in R's help on wilcox.test: V = 40. */
  @Test
  void aPublishedExampleHasItsPublishedChance() {
    double[] first = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
    double[] second = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};
    SignedRanks ranks =
        SignedRanks.of(IntStream.range(0, 9).mapToDouble(i -> first[i] - second[i]).toArray());
    assertThat(ranks.n()).isEqualTo(9);
    assertThat(ranks.positive()).isEqualTo(40);
    assertThat(ranks.p()).isEqualTo(2 * 10 / 512.0);
    // (40 − 22.5)/√(9·10·19/24) = 2.0732
    assertThat(ranks.normalP()).isEqualTo(0.03815, within(5e-6));
  }

  @Test
  void fewUnitsThatAllChangeAlikeHaveTheChanceOfAllHeads() {
    assertThat(SignedRanks.of(new double[] {1, 2, 3, 4, 5, 6}).p()).isEqualTo(2 / 64.0);
    assertThat(SignedRanks.of(new double[] {-1, -2, -3, -4, -5, -6}).p()).isEqualTo(2 / 64.0);
    assertThat(SignedRanks.of(new double[] {1, -2}).p()).isEqualTo(1);
  }

  /** Ranks 2, 2, 2, 4: of 16 ways 2 give the positive ones at least 8, and 2 at most 2… by hand. */
  @Test
  void equalSizesShareTheirMiddleRankAndTheWaysAreStillCounted() {
    SignedRanks ranks = SignedRanks.of(new double[] {0.5, -0.5, 0.5, 2});
    assertThat(ranks.positive()).isEqualTo(8);
    // 10 in 1 way, 8 in 3: 4/16, twice.
    assertThat(ranks.p()).isEqualTo(8 / 16.0);
    // (8 − 5)/√((4 + 4 + 4 + 16)/4) = 1.1339
    assertThat(ranks.normalP()).isEqualTo(0.25684, within(5e-6));
  }

  @Test
  void unitsThatDidNotChangeOrAreNotKnownAreLeftOut() {
    double[] some = {0.3, -0.1, 0.7, 0.2};
    double[] withGaps = {0, 0.3, Double.NaN, -0.1, 0.7, -0.0, 0.2};
    assertThat(SignedRanks.of(withGaps)).isEqualTo(SignedRanks.of(some));
    assertThat(SignedRanks.of(new double[] {0, 0})).isEqualTo(new SignedRanks(0, 0, 1, 1));
  }

  @Test
  void turningTimeRoundChangesTheSideAndNotTheChance() {
    double[] there = IntStream.range(1, 40).mapToDouble(i -> Math.sin(i) + 0.2).toArray();
    SignedRanks one = SignedRanks.of(there);
    SignedRanks other = SignedRanks.of(Arrays.stream(there).map(d -> -d).toArray());
    assertThat(other.positive()).isEqualTo(39 * 40 / 2.0 - one.positive());
    assertThat(other.p()).isEqualTo(one.p());
    assertThat(other.normalP()).isEqualTo(one.normalP(), within(1e-15));
  }

  /** At fifty units all ways and the normal differ little; above it is the normal. */
  @Test
  void manyUnitsAreNearToNormal() {
    double[] fifty = IntStream.range(1, 51).mapToDouble(i -> i % 3 == 0 ? -i : i).toArray();
    SignedRanks exact = SignedRanks.of(fifty);
    assertThat(exact.p()).isNotEqualTo(exact.normalP()).isEqualTo(exact.normalP(), within(1e-3));
    SignedRanks more = SignedRanks.of(Arrays.copyOf(fifty, 60));
    assertThat(more).isEqualTo(exact);
    double[] above = IntStream.range(1, 52).mapToDouble(i -> i % 3 == 0 ? -i : i).toArray();
    SignedRanks normal = SignedRanks.of(above);
    assertThat(normal.p()).isEqualTo(normal.normalP());
  }
}
