package nl.onderstroom.engine.measure.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import nl.onderstroom.engine.summary.Moments;
import nl.onderstroom.engine.summary.Quantity;
import nl.onderstroom.engine.summary.SummaryShape;
import nl.onderstroom.engine.summary.Tally;
import org.junit.jupiter.api.Test;

class TeamSumsTest {
  private static final TeamSums ONE = ExampleTeams.of(3, ExampleTeams.drawn(1, 25, 0.5));
  private static final TeamSums TWO = ExampleTeams.of(3, ExampleTeams.drawn(2, 25, 0.5));
  private static final TeamSums THREE = ExampleTeams.of(3, ExampleTeams.drawn(3, 25, 0.5));

  @Test
  void mergingIsAssociativeAndCommutativeAndHasNobodyAsIdentity() {
    assertThat(ONE.merge(TWO).merge(THREE)).isEqualTo(ONE.merge(TWO.merge(THREE)));
    assertThat(ONE.merge(TWO)).isEqualTo(TWO.merge(ONE)).isNotEqualTo(ONE);
    assertThat(ONE.merge(new TeamTally(3, 25).sums())).isEqualTo(ONE);
  }

  @Test
  void mergedSumsAreThoseOfEverybodyTogether() {
    long great = Quantity.Decimal.GREATEST;
    TeamSums left = ExampleTeams.of(10, new long[] {great, -great, great}, new long[] {5});
    TeamSums right = ExampleTeams.of(10, new long[] {great - 1, -7}, new long[] {-great});
    TeamSums together =
        ExampleTeams.of(
            10, new long[] {great, -great, great, great - 1, -7}, new long[] {5, -great});
    assertThat(left.merge(right)).isEqualTo(together);
  }

  @Test
  void whoCameFirstMakesNoDifference() {
    assertThat(ExampleTeams.of(1, new long[] {34, 12, 50}, new long[] {7}))
        .isEqualTo(ExampleTeams.of(1, new long[] {50, 34, 12}, new long[] {7}));
  }

  @Test
  void sumsOfSummariesHaveTheirMeansAndVariances() {
    Tally tally =
        new Tally(
            SummaryShape.of(new Quantity.Decimal("score", 10), new Quantity.Levels("item", 1, 5)));
    long[][] people = {{33_333_333_333L, 3}, {41_666_666_667L, 5}, {20_000_000_000L, 1}};
    for (long[] person : people) {
      tally.add(person);
    }
    Moments moments = tally.summary().moments("score");
    TeamSums scores = TeamSums.ofMoments(List.of(moments, moments));
    TeamSums items = TeamSums.ofLevels(List.of(tally.summary().histogram("item")));
    assertThat(scores.mean(1)).isCloseTo(moments.mean(), offset(1e-15));
    assertThat(scores.variance(1)).isCloseTo(moments.variance(), offset(1e-15));
    assertThat(scores)
        .isEqualTo(
            ExampleTeams.of(
                10,
                new long[] {33_333_333_333L, 41_666_666_667L, 20_000_000_000L},
                new long[] {20_000_000_000L, 33_333_333_333L, 41_666_666_667L}));
    assertThat(items.mean(0)).isEqualTo(3);
    assertThat(items.variance(0)).isEqualTo(4);
  }

  /** 1,000 + {0, 1, 2} units of 10⁻¹⁰: doubles would have lost Σx². */
  @Test
  void aSmallVarianceFarFromZeroIsKept() {
    long far = 9_999_999_999_000L;
    for (long sign : new long[] {1, -1}) {
      TeamSums sums =
          ExampleTeams.of(10, new long[] {sign * far, sign * (far + 1), sign * far + 2});
      assertThat(sums.variance(0)).isCloseTo(sign > 0 ? 1e-20 : 7e-20 / 3, offset(1e-30));
    }
  }

  @Test
  void nobodyHasNoMean() {
    TeamSums sums = ExampleTeams.of(0, new long[] {Tally.MISSING}, new long[] {4});
    assertThat(sums.n(0)).isZero();
    assertThat(sums.mean(0)).isNaN();
    assertThat(sums.variance(1)).isNaN();
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> ONE.merge(new TeamTally(2, 25).sums())).hasMessageContaining("same");
    assertThatThrownBy(() -> ONE.merge(new TeamTally(3, 24).sums())).hasMessageContaining("24");
    assertThatThrownBy(() -> new TeamTally(0, 1).add(0, Quantity.Decimal.GREATEST + 1))
        .hasMessageContaining("10000000000001 units");
    Moments one = moments(1);
    Moments two = moments(2);
    assertThatThrownBy(() -> TeamSums.ofMoments(List.of(one, two)))
        .hasMessageContaining("2 decimals");
  }

  private static Moments moments(int decimals) {
    Tally tally = new Tally(SummaryShape.of(new Quantity.Decimal("score", decimals)));
    tally.add(new long[] {7});
    return tally.summary().moments("score");
  }
}
