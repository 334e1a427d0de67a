package nl.onderstroom.engine.drivers;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Data that the tests make. */
final class Made {
  static final Resampling FEW_DRAWS = new Resampling(200, 1, 2);

  private Made() {}

  static List<String> names(int drivers) {
    return IntStream.rangeClosed(1, drivers).mapToObj(j -> "driver" + j).toList();
  }

  /** Drivers that overlap (correlation .5), of which the last goes together most. */
  static double[][] columns(int drivers, int people, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] columns = new double[drivers + 1][people];
    for (int i = 0; i < people; i++) {
      double shared = random.nextGaussian();
      for (int j = 0; j < drivers; j++) {
        columns[j][i] = 3 + shared + random.nextGaussian();
        columns[drivers][i] += (j + 1.0) / drivers * columns[j][i];
      }
      columns[drivers][i] += drivers * random.nextGaussian();
    }
    return columns;
  }

  static DriverRecords records(double[][] columns) {
    int p = columns.length - 1;
    return new DriverRecords("outcome", names(p), columns[p], Arrays.copyOf(columns, p));
  }

  static DriverRecords records(double[][] columns, int[] teams) {
    int p = columns.length - 1;
    return new DriverRecords("outcome", names(p), columns[p], Arrays.copyOf(columns, p), teams);
  }

  static DriverRecords records(int drivers, int people, long seed) {
    return records(columns(drivers, people, seed));
  }

  /** People of whom the correlations are known; the outcome last. */
  static DriverSums ofCorrelations(int people, double[][] correlations) {
    return DriverSums.of(
        "outcome",
        names(correlations.length - 1),
        people,
        new double[correlations.length],
        correlations);
  }

  /** {@code perTeam} people in each of some teams. */
  static int[] teams(int people, int perTeam) {
    return IntStream.range(0, people).map(i -> i / perTeam).toArray();
  }
}
