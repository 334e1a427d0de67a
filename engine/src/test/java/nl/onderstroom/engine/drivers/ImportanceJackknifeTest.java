package nl.onderstroom.engine.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImportanceJackknifeTest {
  @Test
  void itLeavesOutOnePersonAfterTheOther() {
    int n = 40;
    double[][] columns = Made.columns(3, n, 11);
    double[][] without =
        IntStream.range(0, n)
            .mapToObj(i -> LindemanMerendaGold.parts(Made.records(without(columns, i)).sums()))
            .toArray(double[][]::new);
    double[] expected = new double[3];
    for (int j = 0; j < 3; j++) {
      int driver = j;
      double[] parts = Arrays.stream(without).mapToDouble(each -> each[driver]).toArray();
      double mean = Arrays.stream(parts).average().orElseThrow();
      double squares = Arrays.stream(parts).map(part -> (part - mean) * (part - mean)).sum();
      expected[j] = Math.sqrt((n - 1.0) / n * squares);
    }
    assertThat(ImportanceJackknife.standardErrors(Made.records(columns)))
        .containsExactly(expected, offset(1e-12));
  }

  @Test
  void twoPeopleAreTooFew() {
    assertThatThrownBy(() -> ImportanceJackknife.standardErrors(Made.records(1, 2, 1)))
        .hasMessageContaining("2 people; expected 3 or more");
  }

  private static double[][] without(double[][] columns, int person) {
    return Arrays.stream(columns)
        .map(column ->
            IntStream.range(0, column.length)
                .filter(i -> i != person)
                .mapToDouble(i -> column[i])
                .toArray())
        .toArray(double[][]::new);
  }
}
