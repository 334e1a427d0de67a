package nl.onderstroom.engine.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DriverSumsTest {
  private static final double[][] EVERYBODY = Made.columns(3, 90, 4);

  @Test
  void mergedGroupsAreEverybody() {
    DriverSums whole = Made.records(EVERYBODY).sums();
    DriverSums merged = part(0, 20).merge(part(20, 21)).merge(part(21, 90));
    assertSame(merged, whole, 1e-12);
    assertThat(merged.n()).isEqualTo(90);
    assertThat(merged.freedom()).isEqualTo(89);
  }

  @Test
  void mergingDoesNotCareWhoIsFirstNorWhoIsTogether() {
    DriverSums one = part(0, 11);
    DriverSums two = part(11, 50);
    DriverSums three = part(50, 90);
    assertSame(one.merge(two), two.merge(one), 0);
    assertSame(one.merge(two).merge(three), one.merge(two.merge(three)), 1e-12);
  }

  @Test
  void nobodyChangesNothing() {
    DriverSums nobody = DriverSums.empty("outcome", Made.names(3));
    assertThat(nobody.merge(part(0, 9))).usingRecursiveComparison().isEqualTo(part(0, 9));
    assertThat(part(0, 9).merge(nobody)).usingRecursiveComparison().isEqualTo(part(0, 9));
    assertThat(nobody.freedom()).isZero();
    assertThat(nobody.covariance(0, 1)).isNaN();
    DriverSums centred = part(0, 9).centred();
    assertThat(nobody.centred().merge(centred)).usingRecursiveComparison().isEqualTo(centred);
  }

  @Test
  void centredGroupsMergeIntoWhatVariesWithin() {
    double[][] shifted = Arrays.stream(EVERYBODY).map(double[]::clone).toArray(double[][]::new);
    for (double[] column : shifted) {
      IntStream.range(0, 40).forEach(i -> column[i] += 1000);
    }
    DriverSums within = part(0, 40).centred().merge(part(40, 90).centred());
    DriverRecords apart = Made.records(shifted, Made.teams(90, 40));
    DriverSums again =
        apart.teamSums().stream().map(DriverSums::centred).reduce(DriverSums::merge).orElseThrow();
    assertThat(again.freedom()).isEqualTo(87);
    assertThat(within.freedom()).isEqualTo(88);
    assertThat(within.mean(0)).isZero();
    assertThat(within.deviation(0, 1))
        .isCloseTo(part(0, 40).deviation(0, 1) + part(40, 90).deviation(0, 1), offset(1e-10));
    assertThat(again.deviation(3, 3))
        .isCloseTo(
            part(0, 40).deviation(3, 3)
                + part(40, 80).deviation(3, 3)
                + part(80, 90).deviation(3, 3),
            offset(1e-8));
  }

  @Test
  void covariancesAreKeptAsGiven() {
    double[][] covariances = {{4, 1}, {1, 9}};
    DriverSums sums = DriverSums.of("y", List.of("x"), 25, new double[] {1, 2}, covariances);
    assertThat(sums.covariance(0, 1)).isEqualTo(1);
    assertThat(sums.correlation(0, 1)).isCloseTo(1 / 6.0, offset(1e-15));
    assertThat(sums.mean(1)).isEqualTo(2);
  }

  @Test
  void equalNumbersHaveNoSpreadAtAll() {
    for (int people = 2; people < 200; people++) {
      double[][] columns = new double[2][people];
      Arrays.fill(columns[0], people / 7.0);
      Arrays.fill(columns[1], -1e9 / people);
      DriverSums sums = Made.records(columns).sums();
      assertThat(sums.mean(0)).isEqualTo(people / 7.0);
      assertThat(sums.deviation(0, 0)).isZero();
      assertThat(sums.deviation(1, 1)).isZero();
    }
  }

  @Test
  void peopleWithAGapAreLeftOut() {
    double[][] columns = Arrays.stream(EVERYBODY).map(double[]::clone).toArray(double[][]::new);
    columns[0][3] = Double.NaN;
    columns[3][5] = Double.POSITIVE_INFINITY;
    DriverRecords records = Made.records(columns, Made.teams(90, 4));
    assertThat(records.n()).isEqualTo(88);
    assertThat(records.leftOut()).isEqualTo(2);
    assertThat(records.teamSums()).extracting(DriverSums::n).startsWith(3L, 3L, 4L);
    assertThat(records.sums().n()).isEqualTo(88);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> part(0, 9).merge(DriverSums.empty("other", Made.names(3))))
        .hasMessageContaining("expected the same variables");
    assertThatThrownBy(() -> part(0, 9).merge(part(9, 20).centred()))
        .hasMessageContaining("own means");
    assertThatThrownBy(() -> DriverSums.empty("y", List.of("x", "y")))
        .hasMessageContaining("every name once");
    double[][] skewed = {{1, .5}, {.4, 1}};
    assertThatThrownBy(() -> DriverSums.of("y", List.of("x"), 9, new double[2], skewed))
        .hasMessageContaining("symmetric");
    assertThatThrownBy(
            () -> new DriverRecords("y", List.of("x"), new double[3], new double[][] {{1, 2}}))
        .hasMessageContaining("equally long");
  }

  private static DriverSums part(int from, int to) {
    return Made.records(
            Arrays.stream(EVERYBODY)
                .map(column -> Arrays.copyOfRange(column, from, to))
                .toArray(double[][]::new))
        .sums();
  }

  private static void assertSame(DriverSums one, DriverSums other, double tolerance) {
    for (int i = 0; i < 4; i++) {
      assertThat(one.mean(i)).isCloseTo(other.mean(i), offset(tolerance));
      for (int j = 0; j < 4; j++) {
        double expected = other.deviation(i, j);
        assertThat(one.deviation(i, j)).isCloseTo(expected, offset(tolerance * Math.abs(expected)));
      }
    }
  }
}
