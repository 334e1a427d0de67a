package nl.onderstroom.server.insight;

import nl.onderstroom.engine.measure.Interval;

/**
 * How many of those who answered said one thing.
 *
 * @param count people, 0 to {@code n}
 * @param n people who answered, at least 1
 */
record Share(long count, long n) {
  Share {
    if (n < 1 || count < 0 || count > n) {
      throw new IllegalArgumentException(
          "A share of %d out of %d people; give 0 ≤ count ≤ n and n ≥ 1".formatted(count, n));
    }
  }

  /** 0 to 1. */
  double value() {
    return (double) count / n;
  }

  /** 95%, by Wilson. */
  Interval interval() {
    return Interval.ofShare(count, n);
  }

  Span span() {
    return new Span(interval().low(), value(), interval().high());
  }
}
