package nl.onderstroom.engine.measure.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import nl.onderstroom.engine.summary.Histogram;
import nl.onderstroom.engine.summary.Quantity;
import nl.onderstroom.engine.summary.SummaryShape;
import nl.onderstroom.engine.summary.Tally;
import org.junit.jupiter.api.Test;

class RankChangeTest {
  /** Cliff 1993 works δ out by hand as here: 9 pairs of which 6 up, 1 down, 2 tied. */
  @Test
  void cliffsDeltaCountsPairs() {
    Histogram before = histogram(1, 2, 4);
    Histogram after = histogram(2, 4, 5);
    RankChange change = RankChange.of(before, after);
    assertThat(change.delta()).isEqualTo(5 / 9.0, within(1e-14));
    assertThat(RankChange.of(after, before).delta()).isEqualTo(-5 / 9.0, within(1e-14));
    assertThat(change.interval().low()).isBetween(-1.0, change.delta());
    assertThat(change.interval().high()).isBetween(change.delta(), 1.0);
    assertThat(RankChange.of(before, before).p()).isEqualTo(1, within(1e-14));
    assertThat(RankChange.of(histogram(3, 3), histogram(3, 3)).p()).isEqualTo(1);
    assertThatThrownBy(() -> RankChange.of(before, histogram(1)))
        .hasMessageContaining("expected at least 2");
  }

  private static Histogram histogram(int... answers) {
    Tally tally = new Tally(SummaryShape.of(new Quantity.Levels("answer", 1, 5)));
    for (int answer : answers) {
      tally.add(new long[] {answer});
    }
    return tally.summary().histogram("answer");
  }
}
