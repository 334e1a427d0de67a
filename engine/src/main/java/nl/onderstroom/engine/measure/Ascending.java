package nl.onderstroom.engine.measure;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The tests that were done, the surest first. */
final class Ascending {
  private Ascending() {}

  /** Places of the numbers in p, the lowest number first; of equal ones the first; without NaN. */
  static int[] order(double[] p) {
    return IntStream.range(0, p.length)
        .filter(at -> !Double.isNaN(p[at]))
        .boxed()
        .sorted(Comparator.comparingDouble(at -> p[at]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
