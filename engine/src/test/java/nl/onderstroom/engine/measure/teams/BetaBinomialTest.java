package nl.onderstroom.engine.measure.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BetaBinomialTest {
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
}
