package nl.onderstroom.engine.disclosure.bounds;

import java.util.Arrays;

/**
 * Whether two sets of people could hand each other answers, as many and of the same sum, so that
 * the counts of each change and nothing else: a difference d that is not zero, Σd = 0, Σ level·d =
 * 0, and −one ≤ d ≤ other at each level.
 */
final class Trade {
  /** Differences that are tried before a trade is called impossible. */
  private static final int MOST_TRIED = 200_000;

  private final long[] one;
  private final long[] other;
  private int tried;

  private Trade(long[] one, long[] other) {
    this.one = one;
    this.other = other;
  }

  /**
   * @param one people per level, from the lowest upward
   * @param other likewise
   */
  static boolean isPossible(long[] one, long[] other) {
    return ofPairs(one, other)
        || new Trade(one, other).isPossible(0, 0, 0, sum(one), sum(other), false);
  }

  /** With people of whom nothing is known: there may be any number at each level. */
  static boolean isPossible(long[] one) {
    long[] anybody = new long[one.length];
    Arrays.fill(anybody, sum(one));
    return isPossible(one, anybody);
  }

  /** Two answers for two others: nearly every trade there is, and quick on wide scales. */
  private static boolean ofPairs(long[] one, long[] other) {
    for (int low = 0; low < one.length; low++) {
      for (int high = low; one[low] > 0 && high < one.length; high++) {
        if (hasBoth(one, low, high) && hasAnotherPair(other, low, high)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean hasAnotherPair(long[] other, int low, int high) {
    int sum = low + high;
    for (int from = Math.max(0, sum - other.length + 1); 2 * from <= sum; from++) {
      if (from != low && hasBoth(other, from, sum - from)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasBoth(long[] people, int low, int high) {
    return low == high ? people[low] >= 2 : people[low] >= 1 && people[high] >= 1;
  }

  /**
   * @param n Σd of the levels before this one
   * @param sum Σ level·d of those
   * @param given people of {@code one} at this level and above
   * @param taken people of {@code other} there
   */
  private boolean isPossible(
      int level, long n, long sum, long given, long taken, boolean isChanged) {
    if (level == one.length) {
      return isChanged && n == 0 && sum == 0;
    }
    if (n > given || -n > taken || ++tried > MOST_TRIED) {
      return false;
    }
    long most = Math.min(other[level], given - n);
    for (long d = -Math.min(one[level], taken + n); d <= most; d++) {
      if (isPossible(
          level + 1,
          n + d,
          sum + level * d,
          given - one[level],
          taken - other[level],
          isChanged || d != 0)) {
        return true;
      }
    }
    return false;
  }

  private static long sum(long[] people) {
    return Arrays.stream(people).sum();
  }
}
