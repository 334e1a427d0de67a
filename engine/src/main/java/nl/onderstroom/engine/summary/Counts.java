package nl.onderstroom.engine.summary;

import java.util.Arrays;

/** Arithmetic on counts of people that refuses what cannot be one. */
final class Counts {
  private Counts() {}

  static long requireCount(long count) {
    if (count < 0 || count > Summary.MOST_RESPONDENTS) {
      throw new IllegalArgumentException(
          "a count of " + count + " people; expected 0 to " + Summary.MOST_RESPONDENTS);
    }
    return count;
  }

  static long sum(long[] counts) {
    long sum = 0;
    for (long count : counts) {
      sum = requireCount(sum + requireCount(count));
    }
    return sum;
  }

  /** Element by element. Of equal length; overflow is impossible under the bounds of a summary. */
  static long[] add(long[] left, long[] right) {
    long[] sum = left.clone();
    Arrays.setAll(sum, i -> Math.addExact(left[i], right[i]));
    return sum;
  }

  static IllegalArgumentException unlike(Answers left, Answers right) {
    return new IllegalArgumentException(
        "answers to different quantities cannot be merged: " + left + " and " + right);
  }
}
