package nl.onderstroom.engine.landscape;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An order of people and of statements that follows from the votes alone.
 *
 * <p>Colour refinement (Weisfeiler and Leman 1968) with 64-bit colours: a person's colour is mixed
 * from the colours of the statements voted on and the votes, a statement's from those of its
 * voters; {@value #ROUNDS} rounds. The sums wrap, so they do not depend on any order. Whoever has
 * the same colour after that voted alike in all that is computed here, and may change places. As
 * the colours are as good as random, the first people in the order are a fair sample.
 */
final class CanonicalOrder {
  private static final int ROUNDS = 3;

  private CanonicalOrder() {}

  /**
   * @param starts of each person in {@code entries}, and the end
   * @param entries statement times four plus the vote's code
   */
  static Votes of(int[] starts, int[] entries, List<String> people, List<String> statements) {
    long[] personColours = new long[people.size()];
    long[] statementColours = new long[statements.size()];
    for (int round = 0; round < ROUNDS; round++) {
      refine(starts, entries, personColours, statementColours);
    }
    int[] peopleOrder = sorted(personColours);
    // A statement whose every vote was replaced by a later file row still has votes; none is empty.
    int[] statementOrder = sorted(statementColours);
    int[] place = new int[statementOrder.length];
    for (int at = 0; at < place.length; at++) {
      place[statementOrder[at]] = at;
    }
    return reordered(
        starts,
        entries,
        peopleOrder,
        place,
        names(people, peopleOrder),
        names(statements, statementOrder));
  }

  private static void refine(int[] starts, int[] entries, long[] people, long[] statements) {
    long[] sums = new long[statements.length];
    for (int person = 0; person < people.length; person++) {
      long sum = 0;
      long own = people[person];
      for (int at = starts[person]; at < starts[person + 1]; at++) {
        int statement = entries[at] >>> 2;
        int code = entries[at] & 3;
        sum += mix(statements[statement] + code + 1);
        sums[statement] += mix(own - code - 1);
      }
      people[person] = mix(own ^ mix(sum + starts[person + 1] - starts[person]));
    }
    for (int statement = 0; statement < statements.length; statement++) {
      statements[statement] = mix(statements[statement] ^ mix(sums[statement]));
    }
  }

  /** Murmur3's finaliser (Appleby). */
  static long mix(long value) {
    long mixed = (value ^ value >>> 33) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ mixed >>> 33;
  }

  private static int[] sorted(long[] colours) {
    return IntStream.range(0, colours.length)
        .boxed()
        .sorted((one, other) -> Long.compare(colours[one], colours[other]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static List<String> names(List<String> names, int[] order) {
    return Arrays.stream(order).mapToObj(names::get).toList();
  }

  private static Votes reordered(
      int[] starts,
      int[] entries,
      int[] peopleOrder,
      int[] place,
      List<String> people,
      List<String> statements) {
    int[] newStarts = new int[starts.length];
    int[] newEntries = new int[entries.length];
    int out = 0;
    for (int at = 0; at < peopleOrder.length; at++) {
      int person = peopleOrder[at];
      int from = out;
      for (int old = starts[person]; old < starts[person + 1]; old++) {
        newEntries[out++] = place[entries[old] >>> 2] << 2 | (entries[old] & 3);
      }
      Arrays.sort(newEntries, from, out);
      newStarts[at + 1] = out;
    }
    return new Votes(newStarts, newEntries, people, statements);
  }
}
