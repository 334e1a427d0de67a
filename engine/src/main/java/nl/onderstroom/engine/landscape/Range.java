package nl.onderstroom.engine.landscape;

import java.util.List;
import java.util.stream.IntStream;

/** Some people after one another: from inclusive, to exclusive. */
record Range(int from, int to) {
  private static final int SIZE = 1024;

  /** All of {@code people}, in ranges of a task's size. */
  static List<Range> of(int people) {
    int ranges = (people + SIZE - 1) / SIZE;
    return IntStream.range(0, ranges)
        .mapToObj(at ->
            new Range(
                (int) ((long) people * at / ranges), (int) ((long) people * (at + 1) / ranges)))
        .toList();
  }
}
