package nl.onderstroom.engine.measure.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import nl.onderstroom.engine.measure.teams.TeamRefusal.Reason;
import nl.onderstroom.engine.summary.Histogram;
import nl.onderstroom.engine.summary.Quantity;
import nl.onderstroom.engine.summary.SummaryShape;
import nl.onderstroom.engine.summary.Tally;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private static final ExpectedVariance UNIFORM = ExpectedVariance.uniform(5);

  @Test
  void withoutAgreementEveryLevelIsAsLikely() {
    assertThat(UNIFORM.value()).isEqualTo(2);
    assertThat(ExpectedVariance.uniform(7).value()).isEqualTo(4);
    double[] shares = {0.05, 0.15, 0.20, 0.35, 0.25};
    double mean = 0;
    double square = 0;
    for (int level = 1; level <= 5; level++) {
      mean += shares[level - 1] * level;
      square += shares[level - 1] * level * level;
    }
    assertThat(square - mean * mean)
        .isCloseTo(ExpectedVariance.SLIGHT_SKEW_OF_5.value(), offset(1e-12));
  }

  /** 3, 3, 4, 4, 5 has mean 3.8 and variance .7. */
  @Test
  void agreementOnOneItemFollowsFromItsVariance() {
    Agreement one = Agreement.of(List.of(item(3, 3, 4, 4, 5)));
    assertThat(one.meanVariance()).isCloseTo(0.7, offset(1e-15));
    assertThat(one.rwg(UNIFORM)).isCloseTo(0.65, offset(1e-15));
    assertThat(one.rwgStar(UNIFORM)).isCloseTo(0.65, offset(1e-15));
    assertThat(one.rwg(ExpectedVariance.SLIGHT_SKEW_OF_5)).isCloseTo(1 - 0.7 / 1.34, offset(1e-15));
    assertThat(one.averageDeviation()).isCloseTo(0.64, offset(1e-15));
  }

  /** Spearman–Brown of the agreement on one item. */
  @Test
  void moreItemsOfTheSameSpreadGiveMoreOfRwgAndNoMoreOfRwgStar() {
    Histogram item = item(3, 3, 4, 4, 5);
    Agreement four = Agreement.of(List.of(item, item, item, item));
    assertThat(four.rwg(UNIFORM)).isCloseTo(4 * 0.65 / (1 + 3 * 0.65), offset(1e-15));
    assertThat(four.rwgStar(UNIFORM)).isCloseTo(0.65, offset(1e-15));
    assertThat(four.averageDeviation()).isCloseTo(0.64, offset(1e-15));
  }

  @Test
  void onesAndFivesAreLessThanNoAgreement() {
    Agreement split = Agreement.of(List.of(item(1, 1, 5, 5)));
    assertThat(split.rwg(UNIFORM)).isZero();
    assertThat(split.rwgStar(UNIFORM)).isNegative();
    assertThat(Agreement.of(List.of(item(4, 4, 4))).rwg(UNIFORM)).isEqualTo(1);
  }

  @Test
  void turningAnItemRoundMakesNoDifference() {
    assertThat(Agreement.of(List.of(item(1, 2, 2, 4))).averageDeviation())
        .isCloseTo(Agreement.of(List.of(item(5, 4, 4, 2))).averageDeviation(), offset(1e-15));
  }

  @Test
  void sixPeopleAreRefusedAndSevenWouldBeEnough() {
    Histogram seven = item(3, 3, 4, 4, 5, 5, 2);
    assertThat(TeamAgreement.of(List.of(seven, item(3, 3, 4, 4, 5, 5))))
        .isEqualTo(new TeamRefusal(Reason.FEW_PEOPLE, 6, 7));
    assertThat(TeamAgreement.of(List.of(seven))).isEqualTo(Agreement.of(List.of(seven)));
    assertThat(TeamAgreement.of(List.of())).isEqualTo(new TeamRefusal(Reason.FEW_PEOPLE, 0, 7));
  }

  @Test
  void whatHasNoSpreadToSpeakOfIsRefused() {
    assertThatThrownBy(() -> Agreement.of(List.of(item(3)))).hasMessageContaining("variance NaN");
    assertThatThrownBy(() -> Agreement.of(List.of())).hasMessageContaining("0 items");
    assertThatThrownBy(() -> ExpectedVariance.uniform(1)).hasMessageContaining("above 0");
  }

  private static Histogram item(long... levels) {
    Tally tally = new Tally(SummaryShape.of(new Quantity.Levels("item", 1, 5)));
    for (long level : levels) {
      tally.add(new long[] {level});
    }
    return tally.summary().histogram("item");
  }
}
