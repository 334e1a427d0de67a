package nl.onderstroom.engine.summary;

import java.util.Arrays;

/** How many people ticked each word. Immutable; all counts are people. */
public final class TickCounts implements Answers {
  private final long n;
  private final long[] counts;
  private final long missing;

  /**
   * @param counts people per word; the array is kept, so callers hand over one that nobody else
   *     holds
   */
  TickCounts(long n, long[] counts, long missing) {
    this.n = Counts.requireCount(n);
    this.counts = counts;
    this.missing = Counts.requireCount(missing);
    for (long count : counts) {
      if (count < 0 || count > n) {
        throw new IllegalArgumentException(
            "a word ticked by " + count + " people; expected 0 to " + n);
      }
    }
  }

  /** How many words there were to tick. */
  public int options() {
    return counts.length;
  }

  /**
   * People who ticked the word.
   *
   * @param option from 0
   * @throws IllegalArgumentException if there is no such word
   */
  public long count(int option) {
    if (option < 0 || option >= counts.length) {
      throw new IllegalArgumentException(
          "word " + option + " does not exist; expected 0 to " + (counts.length - 1));
    }
    return counts[option];
  }

  /** People who answered, those among them who ticked nothing. */
  @Override
  public long n() {
    return n;
  }

  @Override
  public long missing() {
    return missing;
  }

  @Override
  public TickCounts merge(Answers other) {
    if (other instanceof TickCounts that && that.counts.length == counts.length) {
      return new TickCounts(
          Math.addExact(n, that.n),
          Counts.add(counts, that.counts),
          Math.addExact(missing, that.missing));
    }
    throw Counts.unlike(this, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TickCounts that
        && n == that.n
        && missing == that.missing
        && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(counts) + Long.hashCode(missing + 31 * n);
  }

  @Override
  public String toString() {
    return "TickCounts " + Arrays.toString(counts) + " of " + n + ", missing " + missing;
  }
}
