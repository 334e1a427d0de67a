package nl.onderstroom.engine.measure.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ProportionalOddsTest {
  /** Two levels and one yes-or-no predictor: β is the log of the table's odds ratio. */
  @Test
  void aTwoByTwoTableHasItsLogOddsRatioAsCoefficient() {
    // Of 60 without, 20 are high; of 40 with, 30 are.
    int[] levels = new int[100];
    double[][] predictors = new double[100][1];
    for (int i = 0; i < 100; i++) {
      predictors[i][0] = i < 60 ? 0 : 1;
      levels[i] = i < 20 || i >= 70 ? 1 : 0;
    }
    ProportionalOdds found = ProportionalOdds.find(levels, predictors).orElseThrow();
    assertThat(found.coefficients()[0]).isCloseTo(Math.log(3 * 40 / 20.0), offset(1e-8));
    assertThat(found.thresholds()[0]).isCloseTo(Math.log(40 / 20.0), offset(1e-8));
    // Woolf (1955): the variance of a log odds ratio is the sum of 1/count.
    assertThat(found.standardErrors()[1])
        .isCloseTo(Math.sqrt(1 / 20.0 + 1 / 40.0 + 1 / 30.0 + 1 / 10.0), offset(1e-8));
    assertThat(found.logLikelihood())
        .isCloseTo(
            20 * Math.log(1 / 3.0)
                + 40 * Math.log(2 / 3.0)
                + 30 * Math.log(0.75)
                + 10 * Math.log(0.25),
            offset(1e-8));
  }

  @Test
  void madeAnswersGiveTheirCoefficientsBack() {
    SplittableRandom random = new SplittableRandom(3);
    int n = 40_000;
    int[] levels = new int[n];
    double[][] predictors = new double[n][2];
    for (int i = 0; i < n; i++) {
      predictors[i][0] = random.nextGaussian();
      predictors[i][1] = random.nextInt(2);
      double u = random.nextDouble();
      double y = 0.8 * predictors[i][0] - 0.5 * predictors[i][1] + Math.log(u / (1 - u));
      levels[i] = y < -1 ? 0 : y < 0.5 ? 1 : y < 2 ? 2 : 3;
    }
    ProportionalOdds found = ProportionalOdds.find(levels, predictors).orElseThrow();
    assertThat(found.coefficients()).containsExactly(new double[] {0.8, -0.5}, offset(0.06));
    assertThat(found.thresholds()).containsExactly(new double[] {-1, 0.5, 2}, offset(0.06));
  }

  @Test
  void aPredictorThatTellsAllApartHasNoAnswer() {
    int[] levels = {0, 0, 0, 1, 1, 1};
    double[][] predictors = {{1}, {2}, {3}, {4}, {5}, {6}};
    assertThat(ProportionalOdds.find(levels, predictors)).isEmpty();
    double[][] twice = {{1, 1}, {2, 2}, {1, 1}, {2, 2}, {1, 1}, {3, 3}};
    assertThat(ProportionalOdds.find(levels, twice)).isEmpty();
  }

  @Test
  void levelsWithGapsAndRowsThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> ProportionalOdds.find(new int[] {0, 2}, new double[2][1]))
        .hasMessageContaining("nobody has level 1");
    assertThatThrownBy(() -> ProportionalOdds.find(new int[] {0, 1}, new double[1][1]))
        .hasMessageContaining("expected a row for each");
  }
}
