package nl.onderstroom.engine.measure.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomInterceptTest {
  private static final int TEAMS = 40;
  private static final int SIZE = 8;
  private static final double RISE = 3.841458820694124;

  /** τ² = (MSB − MSW)/n and σ² = MSW; by full likelihood with SSB/teams for MSB. */
  @ParameterizedTest
  @ValueSource(doubles = {0.3, 1, 20})
  void teamsOfOneSizeHaveTheClosedForm(double tau) {
    TeamSums sums = ExampleTeams.of(3, ExampleTeams.balanced(3, TEAMS, SIZE, tau));
    IntraclassCorrelation anova = IntraclassCorrelation.of(sums);
    double between = anova.meanSquareBetween();
    double within = anova.meanSquareWithin();
    RandomIntercept reml = RandomIntercept.reml(sums);
    RandomIntercept ml = RandomIntercept.ml(sums);
    assertThat(reml.tau2()).isCloseTo((between - within) / SIZE, withPercentage(1e-8));
    assertThat(reml.sigma2()).isCloseTo(within, withPercentage(1e-8));
    assertThat(ml.sigma2()).isCloseTo(within, withPercentage(1e-8));
    assertThat(ml.tau2())
        .isCloseTo((between * (TEAMS - 1) / TEAMS - within) / SIZE, withPercentage(1e-8));
    assertThat(reml.muStandardError())
        .isCloseTo(Math.sqrt(between / TEAMS / SIZE), withPercentage(1e-8));
    assertThat(reml.reliability(SIZE)).isCloseTo(anova.icc2(), offset(1e-9));
  }

  /** Two people each: the density of every pair written out. */
  @Test
  void theLogLikelihoodIsThatOfTheNormalDensities() {
    long[][] drawn = ExampleTeams.balanced(4, 12, 2, 1.2);
    RandomIntercept ml = RandomIntercept.ml(ExampleTeams.of(3, drawn));
    double shared = ml.tau2();
    double own = ml.tau2() + ml.sigma2();
    double determinant = own * own - shared * shared;
    double logLikelihood = 0;
    for (long[] pair : drawn) {
      double x = pair[0] / 1000.0 - ml.mu();
      double y = pair[1] / 1000.0 - ml.mu();
      double form = (own * (x * x + y * y) - 2 * shared * x * y) / determinant;
      logLikelihood -= Math.log(2 * Math.PI) + (Math.log(determinant) + form) / 2;
    }
    assertThat(ml.logLikelihood()).isCloseTo(logLikelihood, offset(1e-9));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
  void noOtherRatioIsMoreLikely(long seed) {
    SizeClasses sizes =
        new SizeClasses(ExampleTeams.of(3, ExampleTeams.drawn(seed, 15, seed % 2 * 0.4)));
    for (Likelihood likelihood :
        new Likelihood[] {new Likelihood.Restricted(sizes), new Likelihood.Full(sizes)}) {
      double least = likelihood.least();
      for (int step = 0; step <= 10_000; step++) {
        assertThat(likelihood.deviance(step * 0.0005)).isGreaterThanOrEqualTo(least - 1e-10);
      }
    }
  }

  @Test
  void slopesAreThoseOfTheDeviances() {
    SizeClasses sizes = new SizeClasses(ExampleTeams.of(3, ExampleTeams.drawn(21, 30, 0.5)));
    Likelihood[] all = {
      new Likelihood.Restricted(sizes),
      new Likelihood.Full(sizes),
      new Likelihood.GivenMu(sizes, 2.8),
      new Likelihood.GivenSigma2(sizes, 1.3),
      new Likelihood.GivenTau2(sizes, 0.2)
    };
    for (Likelihood one : all) {
      double rise = (one.deviance(0.3 + 1e-5) - one.deviance(0.3 - 1e-5)) / 2e-5;
      assertThat(one.slope(0.3)).as(one.toString()).isCloseTo(rise, offset(1e-4));
    }
  }

  @Test
  void teamsThatDifferLessThanByChanceHaveNoVarianceBetween() {
    long[][] alike = new long[TEAMS][];
    Arrays.setAll(alike, team -> new long[] {1000, 2000, 3000, 4000 + team});
    TeamSums sums = ExampleTeams.of(3, alike);
    RandomIntercept reml = RandomIntercept.reml(sums);
    assertThat(reml.tau2()).isZero();
    assertThat(reml.icc()).isZero();
    assertThat(reml.predict(0).mean()).isEqualTo(reml.mu());
    assertThat(reml.predict(0).conditionalStandardError()).isZero();
    assertThat(reml.predict(0).predictionStandardError()).isEqualTo(reml.muStandardError());
    assertThat(reml.profileIntervals().tau().low()).isZero();
    assertThat(reml.profileIntervals().tau().high()).isPositive();
  }

  /** Each end, with the rest at its best by plain search, lies the 95% point above the least. */
  @Test
  void profileIntervalsEndWhereTheTestBeginsToReject() {
    SizeClasses sizes = new SizeClasses(ExampleTeams.of(3, ExampleTeams.drawn(22, 30, 0.8)));
    double least = new Likelihood.Full(sizes).least();
    ProfileIntervals profile = ProfileIntervals.of(sizes);
    for (double mu : new double[] {profile.mu().low(), profile.mu().high()}) {
      assertThat(searched(sizes, mu, Double.NaN, Double.NaN) - least).isCloseTo(RISE, offset(1e-4));
    }
    for (double sigma : new double[] {profile.sigma().low(), profile.sigma().high()}) {
      assertThat(searched(sizes, Double.NaN, sigma, Double.NaN) - least)
          .isCloseTo(RISE, offset(1e-4));
    }
    for (double tau : new double[] {profile.tau().low(), profile.tau().high()}) {
      assertThat(searched(sizes, Double.NaN, Double.NaN, tau) - least)
          .isCloseTo(RISE, offset(1e-4));
    }
  }

  /** The least deviance over a fine grid of ratios, with whatever is not NaN given. */
  private static double searched(SizeClasses sizes, double mu, double sigma, double tau) {
    double least = Double.POSITIVE_INFINITY;
    for (double ratio = 1e-4; ratio < 10; ratio *= 1.001) {
      SizeClasses.At at = Double.isNaN(mu) ? sizes.at(ratio) : sizes.at(ratio, mu);
      double free = at.residual() / sizes.people();
      double given = Double.isNaN(tau) ? sigma * sigma : tau * tau / ratio;
      double sigma2 = Double.isNaN(given) ? free : given;
      double deviance =
          sizes.people() * Math.log(2 * Math.PI * sigma2) + at.logs() + at.residual() / sigma2;
      least = Math.min(least, deviance);
    }
    return least;
  }

  @Test
  void anotherUnitAndOriginMoveEverythingAlong() {
    long[][] drawn = ExampleTeams.drawn(23, 30, 0.5);
    RandomIntercept model = RandomIntercept.reml(ExampleTeams.of(3, drawn));
    for (long[] team : drawn) {
      for (int person = 0; person < team.length; person++) {
        team[person] = 5000 + 4 * team[person];
      }
    }
    RandomIntercept moved = RandomIntercept.reml(ExampleTeams.of(3, drawn));
    assertThat(moved.mu()).isCloseTo(5 + 4 * model.mu(), withPercentage(1e-8));
    assertThat(moved.tau2()).isCloseTo(16 * model.tau2(), withPercentage(1e-6));
    assertThat(moved.sigma2()).isCloseTo(16 * model.sigma2(), withPercentage(1e-6));
    assertThat(moved.predict(7).mean())
        .isCloseTo(5 + 4 * model.predict(7).mean(), withPercentage(1e-8));
  }

  @Test
  void theOrderOfTeamsMakesNoDifference() {
    long[][] drawn = ExampleTeams.drawn(24, 30, 0.5);
    RandomIntercept model = RandomIntercept.reml(ExampleTeams.of(3, drawn));
    RandomIntercept turned =
        RandomIntercept.reml(
            ExampleTeams.of(3, Arrays.asList(drawn).reversed().toArray(new long[0][])));
    assertThat(turned.tau2()).isCloseTo(model.tau2(), withPercentage(1e-8));
    assertThat(turned.predict(29).mean()).isCloseTo(model.predict(0).mean(), offset(1e-10));
  }

  @Test
  void whatCannotBeFittedIsRefused() {
    assertThatThrownBy(() -> RandomIntercept.reml(ExampleTeams.of(0, new long[] {1, 2})))
        .hasMessageContaining("1 teams");
    assertThatThrownBy(() -> RandomIntercept.ml(ExampleTeams.of(0, new long[] {1}, new long[] {2})))
        .hasMessageContaining("0.0 within");
    RandomIntercept model =
        RandomIntercept.reml(ExampleTeams.of(0, new long[] {1, 2}, new long[] {3}, new long[0]));
    assertThatThrownBy(() -> model.predict(2)).hasMessageContaining("nobody answered");
  }
}
