package nl.onderstroom.engine.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody who holds every shown group of one respect and adds and subtracts. Groups and sets are
 * bits over units. Knows nothing of how the gate decides.
 */
final class Reader {
  private static final long PRIME = 2_147_483_647L;

  private final int units;
  private final List<Integer> groups;

  Reader(int units, List<Integer> groups) {
    this.units = units;
    this.groups = groups;
  }

  /** The sets of units that no shown group tells apart, those in no shown group left out. */
  Set<Integer> atoms() {
    Map<List<Boolean>, Integer> bySignature = new HashMap<>();
    for (int unit = 0; unit < units; unit++) {
      int bit = 1 << unit;
      List<Boolean> signature = groups.stream().map(group -> (group & bit) != 0).toList();
      if (signature.contains(true)) {
        bySignature.merge(signature, bit, (a, b) -> a | b);
      }
    }
    return new TreeSet<>(bySignature.values());
  }

  /** Every union of some groups minus the union of others, and every intersection minus those. */
  Set<Integer> differences() {
    Set<Integer> found = new TreeSet<>();
    int choices = (int) Math.pow(3, groups.size());
    for (int choice = 0; choice < choices; choice++) {
      int union = 0;
      int common = -1;
      int without = 0;
      int rest = choice;
      for (int group : groups) {
        if (rest % 3 == 1) {
          union |= group;
          common &= group;
        } else if (rest % 3 == 2) {
          without |= group;
        }
        rest /= 3;
      }
      found.add(union & ~without);
      found.add(union & common & ~without);
    }
    return found;
  }

  /**
   * Every set whose total is some linear combination of the shown totals: its indicator lies in the
   * span of theirs, by elimination modulo a prime.
   */
  Set<Integer> computable() {
    List<long[]> basis = new ArrayList<>();
    for (int group : groups) {
      long[] row = reduce(row(group), basis);
      int pivot = pivot(row);
      if (pivot >= 0) {
        long inverse = power(row[pivot], PRIME - 2);
        for (int i = 0; i < units; i++) {
          row[i] = row[i] * inverse % PRIME;
        }
        basis.add(row);
      }
    }
    Set<Integer> found = new TreeSet<>();
    for (int set = 1; set < 1 << units; set++) {
      if (pivot(reduce(row(set), basis)) < 0) {
        found.add(set);
      }
    }
    return found;
  }

  private long[] row(int set) {
    long[] row = new long[units];
    for (int unit = 0; unit < units; unit++) {
      row[unit] = set >> unit & 1;
    }
    return row;
  }

  private long[] reduce(long[] row, List<long[]> basis) {
    for (long[] known : basis) {
      long factor = row[pivot(known)];
      for (int i = 0; i < units; i++) {
        row[i] = Math.floorMod(row[i] - factor * known[i], PRIME);
      }
    }
    return row;
  }

  private static int pivot(long[] row) {
    for (int i = 0; i < row.length; i++) {
      if (row[i] != 0) {
        return i;
      }
    }
    return -1;
  }

  private static long power(long base, long exponent) {
    long result = 1;
    long square = base;
    for (long rest = exponent; rest > 0; rest >>= 1) {
      result = (rest & 1) == 1 ? result * square % PRIME : result;
      square = square * square % PRIME;
    }
    return result;
  }
}
