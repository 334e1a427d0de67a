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
  private static final int CODES = 3;
  private static final int DIGITS = 1 << Byte.SIZE;

  private CanonicalOrder() {}

  /**
   * @param starts of each person in {@code entries}, and the end
   * @param entries statement times four plus the vote's code; what is after the end is passed over
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
    long[] said = new long[statements.length << 2];
    for (int entry = 0; entry < said.length; entry++) {
      said[entry] = mix(statements[entry >>> 2] + (entry & 3) + 1);
    }
    long[] sums = new long[statements.length];
    long[] told = new long[CODES];
    for (int person = 0; person < people.length; person++) {
      for (int code = 0; code < CODES; code++) {
        told[code] = mix(people[person] - code - 1);
      }
      long sum = 0;
      for (int at = starts[person]; at < starts[person + 1]; at++) {
        sum += said[entries[at]];
        sums[entries[at] >>> 2] += told[entries[at] & 3];
      }
      people[person] = mix(people[person] ^ mix(sum + starts[person + 1] - starts[person]));
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

  /** Who stands where, by colour; of equal colours the first stays first. Radix sort, O(n). */
  private static int[] sorted(long[] colours) {
    int[] order = IntStream.range(0, colours.length).toArray();
    int[] next = new int[order.length];
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      int[] starts = new int[DIGITS + 1];
      for (long colour : colours) {
        starts[digit(colour, shift) + 1]++;
      }
      for (int digit = 0; digit < DIGITS; digit++) {
        starts[digit + 1] += starts[digit];
      }
      for (int at : order) {
        next[starts[digit(colours[at], shift)]++] = at;
      }
      int[] done = next;
      next = order;
      order = done;
    }
    return order;
  }

  /** Of the colour as a signed number, negative ones first. */
  private static int digit(long colour, int shift) {
    return (int) ((colour ^ Long.MIN_VALUE) >>> shift) & (DIGITS - 1);
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
    int[] newEntries = new int[starts[starts.length - 1]];
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
