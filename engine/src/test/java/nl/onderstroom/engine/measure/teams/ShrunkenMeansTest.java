package nl.onderstroom.engine.measure.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import nl.onderstroom.engine.measure.teams.TeamRefusal.Reason;
import org.junit.jupiter.api.Test;

class ShrunkenMeansTest {
  /** Many teams leave no doubt about τ²: then the plug-in is right. */
  @Test
  void ofManyTeamsTheyAreTheBestLinearPredictions() {
    TeamSums sums = ExampleTeams.of(3, ExampleTeams.drawn(31, 20_000, 0.5));
    ShrunkenMeans means = new ShrunkenMeans(sums);
    RandomIntercept model = RandomIntercept.reml(sums);
    assertThat(means.mu()).isCloseTo(model.mu(), offset(1e-6));
    assertThat(means.sigma2()).isCloseTo(model.sigma2(), offset(1e-4));
    for (int team = 0; team < 100; team++) {
      RandomIntercept.Prediction plugIn = model.predict(team);
      ShrunkenMean ours = means.estimate(team);
      assertThat(ours.mean()).isCloseTo(plugIn.mean(), offset(1e-3));
      assertThat(ours.weight()).isCloseTo(plugIn.lambda(), offset(1e-3));
      assertThat(ours.standardError()).isCloseTo(plugIn.predictionStandardError(), offset(1e-3));
    }
  }

  /** For teams of one size the density of B = 1/(1 + nθ) is B^((k−3)/2) Q^(−(N−1)/2) / B. */
  @Test
  void ofTeamsOfOneSizeTheyAreTheIntegralWrittenOut() {
    int teams = 12;
    int size = 7;
    TeamSums sums = ExampleTeams.of(3, ExampleTeams.balanced(32, teams, size, 0.4));
    IntraclassCorrelation anova = IntraclassCorrelation.of(sums);
    double between = anova.meanSquareBetween() * (teams - 1);
    double within = anova.meanSquareWithin() * (anova.people() - teams);
    double total = 0;
    double shrinkage = 0;
    int steps = 100_000;
    for (int step = 0; step < steps; step++) {
      double b = (step + 0.5) / steps;
      double q = (within + b * between) / (within + between);
      double density =
          Math.pow(b, (teams - 1) / 2.0 - 1) * Math.pow(q, -(anova.people() - 1) / 2.0);
      total += density;
      shrinkage += density * b;
    }
    ShrunkenMean ours = new ShrunkenMeans(sums).estimate(3);
    assertThat(ours.weight()).isCloseTo(1 - shrinkage / total, offset(1e-8));
  }

  @Test
  void theyLieBetweenTheTeamsAndTheOrganisationsMean() {
    TeamSums sums = ExampleTeams.of(3, ExampleTeams.balanced(33, 30, 9, 0.5));
    ShrunkenMeans means = new ShrunkenMeans(sums);
    for (int team = 0; team < means.teams(); team++) {
      ShrunkenMean ours = means.estimate(team);
      double toRaw = Math.abs(ours.rawMean() - ours.mean());
      double toAll = Math.abs(ours.mean() - means.mu());
      assertThat(toRaw + toAll).isCloseTo(Math.abs(ours.rawMean() - means.mu()), offset(1e-12));
      assertThat(ours.probabilityAbove() > 0.5).isEqualTo(ours.rawMean() > means.mu());
      assertThat(ours.probabilityAbove() + ours.probabilityBelow()).isEqualTo(1);
      assertThat(ours.interval().high() - ours.mean())
          .isCloseTo(1.959963984540054 * ours.standardError(), offset(1e-12));
      assertThat(ours.intervalOfOthers(20, means.sigma2()).low()).isLessThan(ours.interval().low());
    }
  }

  /**
   * The plug-in would be certain here: τ² is 0 at its best, and every team would get μ ± little.
   */
  @Test
  void equalTeamsAreNotCalledEqualWithCertainty() {
    long[][] alike = new long[12][];
    Arrays.setAll(alike, team -> new long[] {1000, 2000, 3000, 4000, 2000, 3000, 2500 + team});
    TeamSums sums = ExampleTeams.of(3, alike);
    ShrunkenMean ours = new ShrunkenMeans(sums).estimate(0);
    assertThat(RandomIntercept.reml(sums).tau2()).isZero();
    assertThat(ours.weight()).isBetween(0.01, 0.5);
    assertThat(ours.standardError())
        .isGreaterThan(RandomIntercept.reml(sums).predict(0).predictionStandardError());
    assertThat(ours.probabilityAbove()).isCloseTo(0.5, offset(0.01));
  }

  @Test
  void aTeamWhereNobodyAnsweredIsLikeAnyOther() {
    long[][] drawn = ExampleTeams.balanced(34, 20, 9, 0.8);
    drawn[5] = new long[0];
    ShrunkenMeans means = new ShrunkenMeans(ExampleTeams.of(3, drawn));
    ShrunkenMean ours = means.estimate(5);
    assertThat(ours.mean()).isCloseTo(means.mu(), offset(1e-12));
    assertThat(ours.rawMean()).isNaN();
    assertThat(ours.weight()).isZero();
    assertThat(ours.probabilityAbove()).isCloseTo(0.5, offset(1e-12));
    assertThat(ours.standardError()).isGreaterThan(means.estimate(6).standardError());
  }

  @Test
  void anotherUnitAndOriginMoveEverythingAlong() {
    long[][] drawn = ExampleTeams.drawn(35, 30, 0.5);
    ShrunkenMean ours = new ShrunkenMeans(ExampleTeams.of(3, drawn)).estimate(4);
    for (long[] team : drawn) {
      for (int person = 0; person < team.length; person++) {
        team[person] = 60_000 - 2 * team[person];
      }
    }
    ShrunkenMean moved = new ShrunkenMeans(ExampleTeams.of(3, drawn)).estimate(4);
    assertThat(moved.mean()).isCloseTo(60 - 2 * ours.mean(), offset(1e-8));
    assertThat(moved.standardError()).isCloseTo(2 * ours.standardError(), offset(1e-8));
    assertThat(moved.probabilityAbove()).isCloseTo(ours.probabilityBelow(), offset(1e-8));
  }

  @Test
  void aTeamOfSixGetsNoNumberAndSevenWouldBeEnough() {
    long[][] drawn = ExampleTeams.balanced(36, 12, 7, 0.5);
    drawn[0] = Arrays.copyOf(drawn[0], 6);
    ShrunkenMeans means = (ShrunkenMeans) TeamMeans.of(ExampleTeams.of(3, drawn));
    assertThat(means.mean(0)).isEqualTo(new TeamRefusal(Reason.FEW_PEOPLE, 6, 7));
    assertThat(means.mean(1)).isEqualTo(means.estimate(1)).isInstanceOf(ShrunkenMean.class);
  }

  @Test
  void fourTeamsAreRefusedAndTenWouldBeEnough() {
    assertThat(TeamMeans.of(ExampleTeams.of(3, ExampleTeams.balanced(37, 4, 20, 0.5))))
        .isEqualTo(new TeamRefusal(Reason.FEW_TEAMS, 4, 10));
    assertThat(TeamMeans.of(ExampleTeams.of(3, ExampleTeams.balanced(37, 10, 1, 0.5))))
        .isEqualTo(new TeamRefusal(Reason.TEAMS_OF_ONE, 10, 20));
    assertThat(TeamMeans.of(ExampleTeams.of(3, new long[10][3])))
        .isEqualTo(new TeamRefusal(Reason.ALL_ALIKE, 30, 0));
  }

  @Test
  void othersAreAtLeastOne() {
    ShrunkenMean mean = new ShrunkenMean(9, 3, 3, 0.2, 0.5, 0.5);
    assertThatThrownBy(() -> mean.intervalOfOthers(0, 1)).hasMessageContaining("0 other people");
  }
}
