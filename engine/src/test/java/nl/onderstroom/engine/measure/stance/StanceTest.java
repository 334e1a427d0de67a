package nl.onderstroom.engine.measure.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import nl.onderstroom.engine.measure.Interval;
import nl.onderstroom.engine.measure.ShareIntervals;
import nl.onderstroom.engine.summary.Quantity;
import nl.onderstroom.engine.summary.Summary;
import nl.onderstroom.engine.summary.SummaryShape;
import nl.onderstroom.engine.summary.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StanceTest {
  @ParameterizedTest
  @CsvSource({
    "3.5, 2.5, EMBRACES",
    "5, 1, EMBRACES",
    "2.5, 3.5, SCARED",
    "3.5, 3.5, AMBIVALENT",
    "2.5, 2.5, HOLDS_BACK",
    "1, 1, HOLDS_BACK",
    "3.4999, 1, UNCLEAR",
    "3, 3, UNCLEAR",
    "5, 2.5001, UNCLEAR"
  })
  void expectancyAndThreatAreTwoAxes(double expectancy, double threat, Stance stance) {
    assertThat(Stance.of(expectancy, threat)).isEqualTo(stance);
  }

  @Test
  void whatIsNoScoreIsRefused() {
    assertThatThrownBy(() -> Stance.of(0.9, 3)).hasMessage("expectancy of 0.9; expected 1 to 5");
    assertThatThrownBy(() -> Stance.of(3, Double.NaN)).hasMessageContaining("threat of NaN");
  }

  /** 20 and 15 alike, 5 and 10 not: chance is .5, so κ = (.7 − .5)/.5; the error by Python. */
  @Test
  void kappaIsThatOfCohen() {
    Kappa kappa = Kappa.of(new long[][] {{20, 5}, {10, 15}});
    assertThat(kappa.people()).isEqualTo(50);
    assertThat(kappa.agreement()).isEqualTo(0.7, within(1e-14));
    assertThat(kappa.kappa()).isEqualTo(0.4, within(1e-14));
    assertThat(kappa.interval().high() - 0.4).isEqualTo(1.959964 * 0.1269960629, within(1e-6));
    assertThat(Kappa.of(new long[][] {{9, 0}, {0, 4}}).kappa()).isEqualTo(1);
    assertThat(Kappa.of(new long[][] {{9, 0}, {0, 4}}).interval()).isEqualTo(new Interval(1, 1));
    assertThat(Kappa.of(new long[][] {{6, 3}, {4, 2}}).kappa()).isEqualTo(0, within(1e-14));
    assertThatThrownBy(() -> Kappa.of(new long[][] {{9, 0}, {0, 0}}))
        .hasMessageContaining("more than one class");
    assertThatThrownBy(() -> Kappa.of(new long[2][2])).hasMessageContaining("0 people");
    assertThatThrownBy(() -> Kappa.of(new long[2][3])).hasMessageContaining("expected a square");
  }

  @Test
  void aTableMergesAsSummariesDo() {
    Summary one = summary(Stance.EMBRACES, NamedStance.CURIOUS, 6);
    Summary two =
        summary(Stance.SCARED, NamedStance.SCARY, 3)
            .merge(summary(Stance.SCARED, NamedStance.HOLD_BACK, 1))
            .merge(summary(Stance.UNCLEAR, NamedStance.NOT_NAMED, 2));
    StanceTable table = StanceTable.of(one.merge(two).histogram("stances"));
    assertThat(table.people()).isEqualTo(12);
    assertThat(table.count(Stance.EMBRACES, NamedStance.CURIOUS)).isEqualTo(6);
    assertThat(table.shares().get(Stance.EMBRACES.ordinal()).share()).isEqualTo(0.5);
    assertThat(table.shares())
        .extracting(StanceTable.Share::count)
        .containsExactly(6L, 4L, 0L, 0L, 2L);
    assertThat(table.shares().getFirst().interval())
        .isEqualTo(ShareIntervals.goodman(new long[] {6, 4, 0, 0, 2}).getFirst());
    assertThat(table.namedShares())
        .extracting(StanceTable.Share::count)
        .containsExactly(0L, 6L, 3L, 1L);
    StanceTable.Agreement agreement = table.agreement().orElseThrow();
    assertThat(agreement.leftOut()).isEqualTo(2);
    assertThat(agreement.kappa().agreement()).isEqualTo(0.9, within(1e-14));
  }

  @Test
  void agreementIsNotGivenWhereThereIsNothingToAgreeOn() {
    assertThat(table(Stance.EMBRACES, NamedStance.EMBRACE, 5).agreement()).isEmpty();
    assertThat(table(Stance.AMBIVALENT, NamedStance.EMBRACE, 5).agreement()).isEmpty();
    assertThat(table(Stance.SCARED, NamedStance.EMBRACE, 5).agreement()).isPresent();
    StanceTable nobody = table(Stance.SCARED, NamedStance.EMBRACE, 0);
    assertThat(nobody.agreement()).isEmpty();
    assertThat(nobody.shares().getFirst().share()).isNaN();
    assertThat(nobody.shares().getFirst().interval()).isEqualTo(new Interval(0, 1));
    Tally other = new Tally(SummaryShape.of(new Quantity.Levels("x", 0, 3)));
    assertThatThrownBy(() -> StanceTable.of(other.summary().histogram("x")))
        .hasMessage("levels 0 to 3; expected 0 to 24");
  }

  private static StanceTable table(Stance stance, NamedStance named, int people) {
    return StanceTable.of(summary(stance, named, people).histogram("stances"));
  }

  private static Summary summary(Stance stance, NamedStance named, int people) {
    Tally tally = new Tally(SummaryShape.of(StanceTable.quantity("stances")));
    for (int i = 0; i < people; i++) {
      tally.add(new long[] {StanceTable.level(stance, named)});
    }
    return tally.summary();
  }
}
