package nl.onderstroom.engine.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class JohnsonWeightsTest {
  @Test
  void theyAddUpToR2() {
    DriverSums sums = Made.records(8, 200, 3).sums();
    assertThat(Arrays.stream(JohnsonWeights.parts(sums)).sum())
        .isCloseTo(Regression.of(sums).r2(), offset(1e-13));
  }

  /** Thomas, Zumbo, Kwan and Schweitzer 2014: for two drivers the two methods are one. */
  @Test
  void twoDriversAreSharedAsByLindemanMerendaAndGold() {
    DriverSums sums = Made.records(2, 200, 4).sums();
    assertThat(JohnsonWeights.parts(sums))
        .containsExactly(LindemanMerendaGold.parts(sums), offset(1e-13));
  }

  @Test
  void driversThatDoNotOverlapHaveTheirSquaredCorrelations() {
    double[][] apart = {{1, 0, 0, .5}, {0, 1, 0, -.3}, {0, 0, 1, .6}, {.5, -.3, .6, 1}};
    assertThat(JohnsonWeights.parts(Made.ofCorrelations(100, apart)))
        .containsExactly(new double[] {.25, .09, .36}, offset(1e-14));
  }
}
