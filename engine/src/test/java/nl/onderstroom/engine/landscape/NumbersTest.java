package nl.onderstroom.engine.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The small numeric parts, against closed forms and published values. */
class NumbersTest {
  @Test
  void adjustedRandIndexAsInHubertAndArabie() {
    int[] same = {0, 0, 1, 1, 2, 2};
    assertThat(AdjustedRandIndex.of(same, new int[] {2, 2, 0, 0, 1, 1})).isEqualTo(1);
    assertThat(AdjustedRandIndex.of(new int[] {0, 0, 1, 1}, new int[] {0, 0, 1, 2}))
        .isCloseTo(0.5714285714, within(1e-9));
    assertThat(AdjustedRandIndex.of(new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1}))
        .isCloseTo(-0.5, within(1e-12));
    assertThat(AdjustedRandIndex.of(new int[] {0, 0, 0}, new int[] {0, 0, 0})).isEqualTo(1);
    assertThat(AdjustedRandIndex.of(new int[] {0, 0, -1, 1}, new int[] {1, 1, 0, 0})).isEqualTo(1);
  }

  @Test
  void choleskyInvertsAndSolves() {
    SplittableRandom random = new SplittableRandom(1);
    double[] matrix = new double[PackedCholesky.cells(4)];
    double[][] root = new double[4][4];
    for (double[] row : root) {
      for (int at = 0; at < 4; at++) {
        row[at] = random.nextGaussian();
      }
    }
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j <= i; j++) {
        for (int k = 0; k < 4; k++) {
          matrix[PackedCholesky.cell(i, j)] += root[i][k] * root[j][k];
        }
      }
    }
    double[] inverse = new double[matrix.length];
    PackedCholesky cholesky = new PackedCholesky(4).factor(matrix);
    cholesky.inverse(inverse);
    for (int i = 0; i < 4; i++) {
      double[] unit = new double[4];
      unit[i] = 1;
      double[] solved = new double[4];
      cholesky.solve(unit, solved);
      for (int j = 0; j < 4; j++) {
        double product = 0;
        for (int k = 0; k < 4; k++) {
          product += matrix[PackedCholesky.cell(i, k)] * inverse[PackedCholesky.cell(k, j)];
        }
        assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-9));
        assertThat(solved[j]).isCloseTo(inverse[PackedCholesky.cell(i, j)], within(1e-9));
      }
    }
  }

  @Test
  void principalAxesRebuildTheMatrix() {
    double[][] matrix = {{4, 1, 0.5}, {1, 3, -0.2}, {0.5, -0.2, 1}};
    PrincipalAxes axes = PrincipalAxes.of(matrix);
    assertThat(axes.values()).isSortedAccordingTo((one, other) -> Double.compare(other, one));
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
          sum += axes.values()[k] * axes.vectors()[k][i] * axes.vectors()[k][j];
        }
        assertThat(sum).isCloseTo(matrix[i][j], within(1e-12));
      }
    }
  }
}
