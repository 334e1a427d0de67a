package nl.onderstroom.engine.landscape;

import java.util.List;
import java.util.stream.IntStream;

/** Some people after one another: from inclusive, to exclusive. */
record Range(int from, int to) {
  /** Of whole blocks. */
  private static final int SIZE = 4 * Lanes.COUNT;

  /** All of {@code people}, in ranges of a task's size. */
  static List<Range> of(int people) {
    int ranges = (people + SIZE - 1) / SIZE;
    return IntStream.range(0, ranges)
        .mapToObj(at -> new Range(at * SIZE, Math.min(people, (at + 1) * SIZE)))
        .toList();
  }

  /** All of {@code people}, in so many ranges of about the same size. */
  static List<Range> of(int people, int ranges) {
    return IntStream.range(0, ranges)
        .mapToObj(at ->
            new Range(
                (int) ((long) people * at / ranges), (int) ((long) people * (at + 1) / ranges)))
        .toList();
  }

  int firstBlock() {
    return from / Lanes.COUNT;
  }

  int endOfBlocks() {
    return (to + Lanes.COUNT - 1) / Lanes.COUNT;
  }

  /** How many people of a block are in it, from its first lane on. */
  int lanes(int block) {
    return Math.min(Lanes.COUNT, to - block * Lanes.COUNT);
  }
}
