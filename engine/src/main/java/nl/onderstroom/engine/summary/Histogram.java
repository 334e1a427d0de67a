package nl.onderstroom.engine.summary;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * How many people chose each level. Immutable. n and missing are people; {@code sum} and the rest
 * are in levels and exact, as they follow from the counts.
 */
public final class Histogram implements Answers {
  private final int min;
  private final long[] counts;
  private final long missing;
  private final long n;

  /**
   * @param counts people per level, from {@code min} upward; the array is kept, so callers hand
   *     over one that nobody else holds
   */
  Histogram(int min, long[] counts, long missing) {
    this.min = min;
    this.counts = counts;
    this.missing = Counts.requireCount(missing);
    this.n = Counts.sum(counts);
  }

  /**
   * @param counts people per level, from {@code min} upward; at least one level
   */
  public static Histogram of(int min, long... counts) {
    return new Histogram(min, counts.clone(), 0);
  }

  /** The lowest level. */
  public int min() {
    return min;
  }

  /** The highest level. */
  public int max() {
    return min + counts.length - 1;
  }

  /**
   * People who chose the level.
   *
   * @throws IllegalArgumentException if the level is outside {@code min..max}
   */
  public long count(int level) {
    if (level < min || level > max()) {
      throw new IllegalArgumentException(
          "level " + level + " does not exist; expected " + min + " to " + max());
    }
    return counts[level - min];
  }

  @Override
  public long n() {
    return n;
  }

  @Override
  public long missing() {
    return missing;
  }

  /** Σx. */
  public long sum() {
    long sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += (min + i) * counts[i];
    }
    return sum;
  }

  /** Σx². */
  public long sumOfSquares() {
    long squares = 0;
    for (int i = 0; i < counts.length; i++) {
      squares += (long) (min + i) * (min + i) * counts[i];
    }
    return squares;
  }

  /** Correctly rounded to a double; NaN when nobody answered. */
  public double mean() {
    return Exact.mean(n, BigInteger.valueOf(sum()), 0);
  }

  /** With divisor n − 1, correctly rounded to a double; NaN when fewer than two answered. */
  public double variance() {
    return Exact.variance(n, BigInteger.valueOf(sum()), BigInteger.valueOf(sumOfSquares()), 0);
  }

  @Override
  public Histogram merge(Answers other) {
    if (other instanceof Histogram that && that.min == min && that.max() == max()) {
      return new Histogram(
          min, Counts.add(counts, that.counts), Math.addExact(missing, that.missing));
    }
    throw Counts.unlike(this, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Histogram that
        && min == that.min
        && missing == that.missing
        && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(counts) + Long.hashCode(missing) + min;
  }

  @Override
  public String toString() {
    return "Histogram from " + min + " " + Arrays.toString(counts) + ", missing " + missing;
  }
}
