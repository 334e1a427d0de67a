package nl.onderstroom.engine.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShareIntervalsTest {
  /** The example of Goodman 1965 as DescTools 0.99 gives it. */
  @Test
  void sharesOfAWholeHaveGoodmansIntervals() {
    List<Interval> intervals = ShareIntervals.goodman(new long[] {91, 49, 37, 43});
    double[] low = {0.3342025, 0.1608587, 0.1145513, 0.1374690};
    double[] high = {0.4978332, 0.2998874, 0.2401121, 0.2702358};
    for (int i = 0; i < 4; i++) {
      assertThat(intervals.get(i).low()).isEqualTo(low[i], within(5e-8));
      assertThat(intervals.get(i).high()).isEqualTo(high[i], within(5e-8));
    }
  }

  @Test
  void goodmansIntervalsHoldAtTheEnds() {
    List<Interval> intervals = ShareIntervals.goodman(new long[] {0, 12});
    assertThat(intervals.getFirst().low()).isZero();
    assertThat(intervals.getLast().high()).isEqualTo(1);
    assertThat(intervals.getFirst().high()).isEqualTo(1 - intervals.getLast().low(), within(1e-14));
    assertThat(ShareIntervals.goodman(new long[] {0, 0}))
        .containsExactly(new Interval(0, 1), new Interval(0, 1));
    assertThatThrownBy(() -> ShareIntervals.goodman(new long[] {3}))
        .hasMessage("1 classes; expected at least 2");
    assertThatThrownBy(() -> ShareIntervals.goodman(new long[] {3, -1}))
        .hasMessageContaining("-1 people");
  }

  @Test
  void jeffreysIntervalIsThatOfTheBeta() {
    // SciPy 1.11, beta.ppf of x + ½ and 7 − x + ½.
    assertThat(ShareIntervals.jeffreys(0, 7).high()).isEqualTo(0.292, within(5e-4));
    assertThat(ShareIntervals.jeffreys(3, 7).low()).isEqualTo(0.1389, within(5e-5));
    assertThat(ShareIntervals.jeffreys(3, 7).high()).isEqualTo(0.7655, within(5e-5));
    assertThat(ShareIntervals.jeffreys(0, 9).low()).isZero();
    assertThat(ShareIntervals.jeffreys(9, 9).low())
        .isEqualTo(1 - ShareIntervals.jeffreys(0, 9).high(), within(1e-12));
    assertThat(ShareIntervals.jeffreys(0, 0)).isEqualTo(new Interval(0, 1));
    assertThatThrownBy(() -> ShareIntervals.jeffreys(5, 4)).hasMessageContaining("5 out of 4");
  }
}
