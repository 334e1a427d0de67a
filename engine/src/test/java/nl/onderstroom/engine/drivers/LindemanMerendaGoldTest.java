package nl.onderstroom.engine.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LindemanMerendaGoldTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 12, 16, 20})
  void thePartsAddUpToR2(int p) {
    DriverSums sums = Made.records(p, 400, p).sums();
    double[] parts = LindemanMerendaGold.parts(sums);
    assertThat(Arrays.stream(parts).sum()).isCloseTo(Regression.of(sums).r2(), offset(1e-13));
    assertThat(Arrays.stream(parts)).allMatch(part -> part > 0);
  }

  @Test
  void driversThatDoNotOverlapHaveTheirSquaredCorrelations() {
    double[][] apart = {{1, 0, 0, .5}, {0, 1, 0, -.3}, {0, 0, 1, .6}, {.5, -.3, .6, 1}};
    assertThat(LindemanMerendaGold.parts(Made.ofCorrelations(100, apart)))
        .containsExactly(new double[] {.25, .09, .36}, offset(1e-15));
  }

  /** lmg₁ = (r₁² + R² − r₂²) / 2. */
  @ParameterizedTest
  @ValueSource(doubles = {-.6, 0, .3, .9})
  void twoDriversShareByTheClosedForm(double between) {
    double one = .5;
    double two = .4;
    double r2 = (one * one + two * two - 2 * one * two * between) / (1 - between * between);
    double[] parts =
        LindemanMerendaGold.parts(
            Made.ofCorrelations(
                100, new double[][] {{1, between, one}, {between, 1, two}, {one, two, 1}}));
    assertThat(parts[0]).isCloseTo((one * one + r2 - two * two) / 2, offset(1e-14));
    assertThat(parts[1]).isCloseTo((two * two + r2 - one * one) / 2, offset(1e-14));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void thePartsAreTheMeanOverAllOrdersOfEntry(int p) {
    DriverSums sums = Made.records(p, 60, 31 + p).sums();
    double[] gains = new double[p];
    List<List<Integer>> orders = orders(p);
    for (List<Integer> order : orders) {
      for (int k = 0; k < p; k++) {
        gains[order.get(k)] += r2(sums, order.subList(0, k + 1)) - r2(sums, order.subList(0, k));
      }
    }
    double[] expected = Arrays.stream(gains).map(gain -> gain / orders.size()).toArray();
    assertThat(LindemanMerendaGold.parts(sums)).containsExactly(expected, offset(1e-13));
  }

  @Test
  void neitherTheOrderNorTheUnitsOfDriversMatter() {
    double[][] columns = Made.columns(5, 300, 8);
    double[] parts = LindemanMerendaGold.parts(Made.records(columns).sums());
    int[] order = {3, 0, 4, 2, 1};
    double[][] turned = new double[6][];
    for (int j = 0; j < 5; j++) {
      double unit = Math.pow(-10, j);
      turned[j] = Arrays.stream(columns[order[j]]).map(x -> 1000 + unit * x).toArray();
    }
    turned[5] = Arrays.stream(columns[5]).map(y -> 7 - y / 100).toArray();
    double[] again = LindemanMerendaGold.parts(Made.records(turned).sums());
    for (int j = 0; j < 5; j++) {
      assertThat(again[j]).isCloseTo(parts[order[j]], offset(1e-12));
    }
  }

  @Test
  void driversThatAreTheSameShareEqually() {
    double[][] same = {{1, 1, .5}, {1, 1, .5}, {.5, .5, 1}};
    assertThat(LindemanMerendaGold.parts(Made.ofCorrelations(100, same)))
        .containsExactly(new double[] {.125, .125}, offset(1e-15));
  }

  @Test
  void whatCannotBeComputedIsRefused() {
    assertThatThrownBy(() -> LindemanMerendaGold.parts(DriverSums.empty("outcome", List.of())))
        .hasMessageContaining("vary");
    assertThatThrownBy(() -> LindemanMerendaGold.parts(Made.records(21, 300, 1).sums()))
        .hasMessageContaining("21 drivers; expected 1 to 20");
  }

  private static List<List<Integer>> orders(int p) {
    if (p == 0) {
      return List.of(List.of());
    }
    List<List<Integer>> orders = new ArrayList<>();
    for (List<Integer> order : orders(p - 1)) {
      for (int place = 0; place < p; place++) {
        List<Integer> longer = new ArrayList<>(order);
        longer.add(place, p - 1);
        orders.add(longer);
      }
    }
    return orders;
  }

  private static double r2(DriverSums sums, List<Integer> subset) {
    if (subset.isEmpty()) {
      return 0;
    }
    int outcome = sums.drivers().size();
    double[][] among = new double[subset.size()][subset.size()];
    double[] with = new double[subset.size()];
    for (int i = 0; i < with.length; i++) {
      with[i] = sums.correlation(subset.get(i), outcome);
      for (int j = 0; j < with.length; j++) {
        among[i][j] = sums.correlation(subset.get(i), subset.get(j));
      }
    }
    RealVector right = MatrixUtils.createRealVector(with);
    return new LUDecomposition(MatrixUtils.createRealMatrix(among))
        .getSolver()
        .solve(right)
        .dotProduct(right);
  }
}
