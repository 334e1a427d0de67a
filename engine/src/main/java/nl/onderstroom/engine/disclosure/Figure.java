package nl.onderstroom.engine.disclosure;

import java.util.List;

/** What is shown of one question in one unit. Everything is about the people who answered it. */
public sealed interface Figure {
  /**
   * How many people chose each level.
   *
   * @param n people, at least the floor for distributions
   * @param min the lowest level; {@code counts} runs upward from it
   * @param counts people per level; add up to n
   * @param mean in levels
   * @param sd standard deviation in levels, divisor n − 1
   */
  record Distribution(long n, int min, List<Long> counts, double mean, double sd)
      implements Figure {
    public Distribution {
      counts = List.copyOf(counts);
      requirePeople(n);
      if (counts.stream().anyMatch(c -> c < 0)
          || counts.stream().mapToLong(Long::longValue).sum() != n) {
        throw new IllegalArgumentException(
            "counts " + counts + " of " + n + " people; expected them to add up");
      }
    }

    /** The highest level. */
    public int max() {
      return min + counts.size() - 1;
    }
  }

  /**
   * A mean alone.
   *
   * @param n people, at least the floor for numbers
   * @param mean in the question's own unit
   * @param sd standard deviation in the same unit, divisor n − 1: to say how sure the mean is
   * @param isOwnSd whether it is that of these people. Of a question with levels it is not: a mean
   *     and a standard deviation of seven to nine people often leave one distribution only. It is
   *     then that of the smallest unit around them of which counts are shown, or, where there is
   *     none, of answers spread evenly over all levels
   */
  record Mean(long n, double mean, double sd, boolean isOwnSd) implements Figure {
    public Mean {
      requirePeople(n);
    }

    /** With the standard deviation of these people. */
    public Mean(long n, double mean, double sd) {
      this(n, mean, sd, true);
    }
  }

  /**
   * How many people ticked each word.
   *
   * @param n people, at least the floor for distributions
   * @param counts people per word, each at most n
   */
  record TickShares(long n, List<Long> counts) implements Figure {
    public TickShares {
      counts = List.copyOf(counts);
      requirePeople(n);
      if (counts.stream().anyMatch(c -> c < 0 || c > n)) {
        throw new IllegalArgumentException(
            "words ticked by " + counts + " of " + n + " people; expected 0 to " + n);
      }
    }
  }

  /** Nothing, and why. */
  record HiddenFigure(Reason reason) implements Figure {}

  private static void requirePeople(long n) {
    if (n < Floors.LEAST) {
      throw new IllegalArgumentException(
          "a figure of " + n + " people; expected " + Floors.LEAST + " or more");
    }
  }
}
