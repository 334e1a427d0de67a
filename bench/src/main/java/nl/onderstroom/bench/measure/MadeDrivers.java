package nl.onderstroom.bench.measure;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Scores of people that never were: driver j is f/2 + N(0, 1) with f ~ N(0, 1) a person, so that
 * drivers go together; the outcome is Σ x<sub>j</sub>/(j + 1) + N(0, 2²).
 */
final class MadeDrivers {
  private static final double COMMON = 0.5;
  private static final double NOISE = 2;

  private final double[] outcome;
  private final double[][] drivers;

  private MadeDrivers(double[] outcome, double[][] drivers) {
    this.outcome = outcome;
    this.drivers = drivers;
  }

  /**
   * @param people at least 0
   * @param count of drivers, at least 0
   * @param seed the same scores for the same seed
   */
  static MadeDrivers of(int people, int count, long seed) {
    var random = new SplittableRandom(seed);
    double[] outcome = new double[people];
    double[][] drivers = new double[count][people];
    for (int person = 0; person < people; person++) {
      double common = COMMON * random.nextGaussian();
      for (int j = 0; j < count; j++) {
        drivers[j][person] = common + random.nextGaussian();
        outcome[person] += drivers[j][person] / (j + 1);
      }
      outcome[person] += NOISE * random.nextGaussian();
    }
    return new MadeDrivers(outcome, drivers);
  }

  /** {@code [people]} */
  double[] outcome() {
    return outcome;
  }

  /** {@code [drivers][people]} */
  double[][] drivers() {
    return drivers;
  }

  /** x1, x2, … */
  List<String> names() {
    return IntStream.rangeClosed(1, drivers.length).mapToObj(j -> "x" + j).toList();
  }

  /** {@code [(drivers + 1) · people]}: the outcome, then each driver. */
  double[] columns() {
    return Arrays.stream(drivers).reduce(outcome, MadeDrivers::after);
  }

  private static double[] after(double[] first, double[] second) {
    double[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
