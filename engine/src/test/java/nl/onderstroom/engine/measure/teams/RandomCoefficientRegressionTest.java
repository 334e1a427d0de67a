package nl.onderstroom.engine.measure.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Teams that each have a level and a trend of their own. */
class RandomCoefficientRegressionTest {
  private static final int TEAMS = 30;
  private static final int WAVES = 6;

  /**
   * With the same waves in every team, REML is in closed form: the mean of the teams' own lines;
   * the covariance of those lines, less what each owes to error; and that error pooled.
   */
  @Test
  void inABalancedPanelItIsTheMeanAndTheCovarianceOfTheTeamsOwnLines() {
    Panel panel = new Panel(0.5, 7);
    RandomCoefficientRegression fit = panel.fit();
    double[][] lines = panel.lines();
    double[] mean = {panel.mean(lines, 0), panel.mean(lines, 1)};
    double error = panel.pooledError(lines);
    // (Z′Z)⁻¹ for waves 0 to 5: determinant 6·55 − 15² = 105.
    double[][] inverse = {{55 / 105.0, -15 / 105.0}, {-15 / 105.0, 6 / 105.0}};
    assertThat(fit.coefficients()).containsExactly(mean, within(1e-9));
    assertThat(fit.residualVariance()).isEqualTo(error, within(1e-9));
    double[][] covariance = new double[2][2];
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        covariance[i][j] = panel.covariance(lines, i, j);
        assertThat(fit.groupCovariance()[i][j])
            .isEqualTo(covariance[i][j] - error * inverse[i][j], within(1e-8));
      }
      assertThat(fit.standardErrors()[i])
          .isEqualTo(Math.sqrt(covariance[i][i] / TEAMS), within(1e-9));
    }
    drawnTowardsTheMeanByTheirShareOfError(fit, lines, mean, covariance);
  }

  /** G(G + error)⁻¹(line − mean), with G + error the covariance of the lines. */
  private static void drawnTowardsTheMeanByTheirShareOfError(
      RandomCoefficientRegression fit, double[][] lines, double[] mean, double[][] covariance) {
    double determinant = covariance[0][0] * covariance[1][1] - covariance[0][1] * covariance[1][0];
    for (int team = 0; team < TEAMS; team++) {
      double level = lines[team][0] - mean[0];
      double trend = lines[team][1] - mean[1];
      double one = (covariance[1][1] * level - covariance[0][1] * trend) / determinant;
      double two = (covariance[0][0] * trend - covariance[1][0] * level) / determinant;
      for (int i = 0; i < 2; i++) {
        double[] own = fit.groupCovariance()[i];
        assertThat(fit.deviations(team)[i]).isEqualTo(own[0] * one + own[1] * two, within(1e-8));
      }
    }
  }

  @Test
  void withALevelAloneItIsTheRandomIntercept() {
    Panel panel = new Panel(0, 8).without(50);
    RandomCoefficientRegression one =
        RandomCoefficientRegression.find(panel.teams, panel.predictors, panel.outcome, 1)
            .orElseThrow();
    RandomInterceptRegression other =
        RandomInterceptRegression.fit(panel.teams, panel.predictors, panel.outcome);
    assertThat(one.coefficients()).containsExactly(other.coefficients(), within(1e-6));
    assertThat(one.standardErrors()).containsExactly(other.standardErrors(), within(1e-6));
    assertThat(one.groupCovariance()[0][0]).isEqualTo(other.groupVariance(), within(1e-6));
    assertThat(one.residualVariance()).isEqualTo(other.residualVariance(), within(1e-6));
    assertThat(one.logLikelihood()).isEqualTo(other.logLikelihood(), within(1e-9));
  }

  /** The lines differ less than error alone would make them: the best lies on the edge. */
  @Test
  void teamsThatDifferLessThanByChanceHaveOneTrend() {
    Panel alike = new Panel(0, 3);
    for (int row = 0; row < alike.outcome.length; row++) {
      alike.outcome[row] = 3 + alike.teams[row] % 3 + (row % 2 == 0 ? 0.5 : -0.5);
    }
    RandomCoefficientRegression fit = alike.fit();
    assertThat(fit.groupCovariance()[1][1]).isEqualTo(0, within(1e-9));
    assertThat(fit.groupCovariance()[0][1]).isEqualTo(0, within(1e-6));
    assertThat(fit.logLikelihood())
        .isEqualTo(
            RandomInterceptRegression.fit(alike.teams, alike.predictors, alike.outcome)
                .logLikelihood(),
            within(1e-6));
    assertThat(fit.deviations(4)[1]).isEqualTo(0, within(1e-6));
  }

  @Test
  void theUnitOfTimeAndOfAnswersDoesNotMatter() {
    Panel panel = new Panel(0.5, 9).without(60);
    RandomCoefficientRegression fit = panel.fit();
    for (int row = 0; row < panel.outcome.length; row++) {
      panel.predictors[row][1] *= 365;
      panel.outcome[row] *= 20;
    }
    RandomCoefficientRegression inDays = panel.fit();
    assertThat(inDays.coefficients()[1] * 365 / 20).isEqualTo(fit.coefficients()[1], within(1e-7));
    assertThat(inDays.groupCovariance()[1][1] * 365 * 365 / 400)
        .isEqualTo(fit.groupCovariance()[1][1], within(1e-7));
    assertThat(inDays.deviations(2)[1] * 365 / 20).isEqualTo(fit.deviations(2)[1], within(1e-7));
  }

  @Test
  void aTeamWithoutAnswersIsTheMeanTeam() {
    Panel panel = new Panel(0.5, 4);
    int[] numbers = Arrays.stream(panel.teams).map(team -> team + 1).toArray();
    RandomCoefficientRegression fit =
        RandomCoefficientRegression.find(numbers, panel.predictors, panel.outcome, 2).orElseThrow();
    assertThat(fit.deviations(0)).containsExactly(0, 0);
    assertThat(fit.deviations(1)).containsExactly(panel.fit().deviations(0), within(1e-9));
  }

  @Test
  void whatCannotBeFittedIsRefused() {
    Panel panel = new Panel(0.5, 5);
    double[][] twice =
        Arrays.stream(panel.predictors)
            .map(x -> new double[] {1, x[1], x[1]})
            .toArray(double[][]::new);
    assertThat(RandomCoefficientRegression.find(panel.teams, twice, panel.outcome, 2)).isEmpty();
    double[] line = Arrays.stream(panel.predictors).mapToDouble(x -> 2 + x[1]).toArray();
    assertThat(RandomCoefficientRegression.find(panel.teams, panel.predictors, line, 2)).isEmpty();
    assertThatThrownBy(
            () -> RandomCoefficientRegression.find(panel.teams, panel.predictors, new double[3], 2))
        .hasMessageContaining("180 groups, 180 rows of predictors and 3 outcomes");
    assertThatThrownBy(
            () -> RandomCoefficientRegression.find(panel.teams, panel.predictors, panel.outcome, 3))
        .hasMessageContaining("3 random of 2 coefficients");
  }

  /** Answers at 6 waves, all of them or some. */
  private static final class Panel {
    private final int[] teams;
    private final double[][] predictors;
    private final double[] outcome;

    private Panel(int[] teams, double[][] predictors, double[] outcome) {
      this.teams = teams;
      this.predictors = predictors;
      this.outcome = outcome;
    }

    Panel(double trends, long seed) {
      this(new int[TEAMS * WAVES], new double[TEAMS * WAVES][], new double[TEAMS * WAVES]);
      SplittableRandom random = new SplittableRandom(seed);
      for (int team = 0; team < TEAMS; team++) {
        double level = 3 + random.nextGaussian();
        double trend = 0.1 + trends * random.nextGaussian();
        for (int wave = 0; wave < WAVES; wave++) {
          int row = WAVES * team + wave;
          teams[row] = team;
          predictors[row] = new double[] {1, wave};
          outcome[row] = level + trend * wave + 0.7 * random.nextGaussian();
        }
      }
    }

    /** Every third of the first rows not there. */
    Panel without(int first) {
      int[] kept =
          java.util.stream.IntStream.range(0, teams.length)
              .filter(row -> row >= first || row % 3 > 0)
              .toArray();
      return new Panel(
          Arrays.stream(kept).map(row -> teams[row]).toArray(),
          Arrays.stream(kept).mapToObj(row -> predictors[row]).toArray(double[][]::new),
          Arrays.stream(kept).mapToDouble(row -> outcome[row]).toArray());
    }

    RandomCoefficientRegression fit() {
      return RandomCoefficientRegression.find(teams, predictors, outcome, 2).orElseThrow();
    }

    /** Least squares a team: level at wave 0 and trend. */
    double[][] lines() {
      double[][] lines = new double[TEAMS][2];
      for (int row = 0; row < outcome.length; row++) {
        double[] line = lines[teams[row]];
        line[0] += outcome[row] / WAVES;
        line[1] += (predictors[row][1] - 2.5) * outcome[row] / 17.5;
      }
      for (double[] line : lines) {
        line[0] -= 2.5 * line[1];
      }
      return lines;
    }

    double mean(double[][] lines, int of) {
      return Arrays.stream(lines).mapToDouble(line -> line[of]).average().orElseThrow();
    }

    double covariance(double[][] lines, int one, int other) {
      double first = mean(lines, one);
      double second = mean(lines, other);
      return Arrays.stream(lines)
              .mapToDouble(line -> (line[one] - first) * (line[other] - second))
              .sum()
          / (TEAMS - 1);
    }

    double pooledError(double[][] lines) {
      double squares = 0;
      for (int row = 0; row < outcome.length; row++) {
        double[] line = lines[teams[row]];
        double off = outcome[row] - line[0] - line[1] * predictors[row][1];
        squares += off * off;
      }
      return squares / (TEAMS * (WAVES - 2));
    }
  }
}
