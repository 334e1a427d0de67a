package nl.onderstroom.engine.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegressionTest {
  /** Anscombe 1973, The American Statistician 27, the first of his four. */
  private static final double[] X = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};

  private static final double[] Y = {
    8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68
  };

  private final Regression anscombe =
      Regression.of(new DriverRecords("y", List.of("x"), Y, new double[][] {X}).sums());

  @Test
  void anscombesFirstLineIsAsPublished() {
    assertThat(anscombe.coefficients()).containsExactly(new double[] {3.0001, .5001}, offset(5e-5));
    assertThat(anscombe.standardErrors())
        .containsExactly(new double[] {1.1247, .1179}, offset(5e-5));
    assertThat(anscombe.r2()).isCloseTo(.6665, offset(5e-5));
    assertThat(anscombe.adjustedR2()).isCloseTo(.6295, offset(5e-5));
    assertThat(anscombe.sigma()).isCloseTo(1.237, offset(5e-4));
    assertThat(anscombe.t()).containsExactly(new double[] {2.667, 4.241}, offset(5e-4));
    assertThat(anscombe.p()).containsExactly(new double[] {.02573, .00217}, offset(5e-6));
    assertThat(anscombe.interval(1).low()).isCloseTo(.5001 - 2.262157 * .1179, offset(1e-4));
  }

  @Test
  void oneDriversStandardisedCoefficientIsItsCorrelation() {
    assertThat(anscombe.standardised()[0]).isCloseTo(anscombe.zeroOrder()[0], offset(1e-15));
    assertThat(anscombe.varianceInflation()[0]).isCloseTo(1, offset(1e-15));
    assertThat(anscombe.squaredSemipartial()[0]).isCloseTo(anscombe.r2(), offset(1e-15));
  }

  @Test
  void twoDriversInflateEachOtherByTheClosedForm() {
    double[][] correlations = {{1, .8, .5}, {.8, 1, .4}, {.5, .4, 1}};
    Regression fit = Regression.of(Made.ofCorrelations(100, correlations));
    assertThat(fit.varianceInflation())
        .containsExactly(new double[] {1 / .36, 1 / .36}, offset(1e-12));
    assertThat(fit.standardised()).containsExactly(new double[] {.5, 0}, offset(1e-14));
    assertThat(fit.squaredSemipartial()[0]).isCloseTo(.25 - .16, offset(1e-14));
  }

  @Test
  void anExactLineIsFound() {
    double[][] columns = Made.columns(3, 50, 2);
    Arrays.setAll(columns[3], i -> 5 + 2 * columns[0][i] - columns[1][i] + .25 * columns[2][i]);
    assertThat(Regression.of(Made.records(columns).sums()).coefficients())
        .containsExactly(new double[] {5, 2, -1, .25}, offset(1e-12));
  }

  @Test
  void withinGroupsTheGroupsMeansCostDegreesOfFreedom() {
    DriverRecords records = Made.records(Made.columns(2, 60, 3), Made.teams(60, 6));
    DriverSums within =
        records.teamSums().stream()
            .map(DriverSums::centred)
            .reduce(DriverSums::merge)
            .orElseThrow();
    assertThat(Regression.of(within).residualFreedom()).isEqualTo(60 - 10 - 2);
  }

  @Test
  void whatCannotBeFittedIsRefused() {
    assertThatThrownBy(() -> Regression.of(Made.records(3, 4, 1).sums()))
        .hasMessageContaining("more than p + 1 people");
    double[][] same = Made.columns(2, 50, 1);
    same[1] = same[0];
    assertThatThrownBy(() -> Regression.of(Made.records(same).sums()))
        .hasMessageContaining("contained in the others");
    double[][] constant = Made.columns(2, 50, 1);
    Arrays.fill(constant[2], .1);
    assertThatThrownBy(() -> Regression.of(Made.records(constant).sums()))
        .hasMessageContaining("variable 2 does not vary");
  }
}
