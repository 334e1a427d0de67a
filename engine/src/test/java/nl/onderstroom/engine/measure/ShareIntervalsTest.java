package nl.onderstroom.engine.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nl.onderstroom.engine.summary.Histogram;
import nl.onderstroom.engine.summary.SummaryShape;
import nl.onderstroom.engine.summary.Tally;
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

  @Test
  void sharesOfTeamsAreDrawnTowardsTheirMean() {
    long[] counts = {1, 18, 4, 30, 2, 9};
    long[] n = {10, 20, 10, 40, 20, 10};
    BetaBinomial teams = BetaBinomial.fit(counts, n);
    double prior = 1 / teams.correlation() - 1;
    for (int team = 0; team < n.length; team++) {
      double own = (double) counts[team] / n[team];
      double kept = n[team] / (n[team] + prior);
      assertThat(teams.share(team))
          .isEqualTo(teams.mean() + kept * (own - teams.mean()), within(1e-12));
      assertThat(teams.interval(team).low()).isLessThan(teams.share(team));
      assertThat(teams.interval(team).high()).isGreaterThan(teams.share(team));
    }
  }

  /** With one person a team nothing is told of spread; π is the plain share whatever M. */
  @Test
  void alikeTeamsAreAllGivenTheSameShare() {
    BetaBinomial alike = BetaBinomial.fit(new long[] {5, 10, 15}, new long[] {10, 20, 30});
    assertThat(alike.correlation()).isZero();
    assertThat(alike.mean()).isEqualTo(0.5, within(1e-6));
    assertThat(alike.share(0)).isEqualTo(0.5, within(1e-6));
    assertThatThrownBy(() -> BetaBinomial.fit(new long[] {0, 0}, new long[] {4, 5}))
        .hasMessage("0 counted out of 9; expected some and not all");
    assertThatThrownBy(() -> BetaBinomial.fit(new long[] {5, 0}, new long[] {4, 5}))
        .hasMessageContaining("team 0: 5 out of 4");
  }

  /** Two teams of two: the likelihood in closed form, maximised over a grid. */
  @Test
  void nothingNearbyIsMoreLikely() {
    long[] counts = {0, 2, 1, 0, 4};
    long[] n = {2, 2, 3, 5, 4};
    BetaBinomial fit = BetaBinomial.fit(counts, n);
    double best = logLikelihood(counts, n, fit.mean(), fit.correlation());
    for (double step : new double[] {-1e-3, 1e-3}) {
      assertThat(logLikelihood(counts, n, fit.mean() + step, fit.correlation())).isLessThan(best);
      assertThat(logLikelihood(counts, n, fit.mean(), fit.correlation() + step)).isLessThan(best);
    }
  }

  private static double logLikelihood(long[] counts, long[] n, double mean, double spread) {
    double prior = 1 / spread - 1;
    double sum = 0;
    for (int team = 0; team < n.length; team++) {
      for (int i = 0; i < n[team]; i++) {
        sum -= Math.log(prior + i);
        double mine = i < counts[team] ? prior * mean + i : prior * (1 - mean) + i - counts[team];
        sum += Math.log(mine);
      }
    }
    return sum;
  }

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

  /** R: power.t.test(n = 20, delta = 1, sd = 1) has power .8689528. */
  @Test
  void powerIsThatOfTheNoncentralT() {
    assertThat(NoncentralT.survival(2.024394164, 38, Math.sqrt(10.0)))
        .isEqualTo(0.8689528, within(1e-7));
    assertThat(NoncentralT.survival(1, 1, 0)).isEqualTo(0.25, within(1e-10));
    assertThat(DetectableChange.unlinked(10, 30, 2))
        .isEqualTo(2 * DetectableChange.unlinked(30, 10, 1), within(1e-9));
    assertThat(DetectableChange.paired(30, 0.9, 0.5))
        .isLessThan(DetectableChange.unlinked(30, 30, 0.9));
    assertThatThrownBy(() -> DetectableChange.unlinked(1, 9, 1)).hasMessageContaining("n ≥ 2");
    assertThatThrownBy(() -> DetectableChange.paired(9, 1, 1)).hasMessageContaining("below 1");
  }

  @Test
  void whereEverybodyAnsweredTheMeanIsKnown() {
    assertThat(FinitePopulation.ofMean(8, 8, 3, 1)).isEqualTo(new Interval(3, 3));
    assertThat(FinitePopulation.ofMean(8, 4, 3, 1).high())
        .isLessThan(Interval.ofMean(4, 3, 1).high());
    assertThatThrownBy(() -> FinitePopulation.ofMean(7, 8, 3, 1))
        .hasMessageContaining("8 answers of 7 people");
  }

  private static Histogram histogram(int... answers) {
    Tally tally =
        new Tally(
            SummaryShape.of(new nl.onderstroom.engine.summary.Quantity.Levels("answer", 1, 5)));
    for (int answer : answers) {
      tally.add(new long[] {answer});
    }
    return tally.summary().histogram("answer");
  }
}
