package nl.onderstroom.server.insight;

/**
 * A figure with its 95% interval, on a scale from 0 to 1.
 *
 * @param low 0 to {@code value}
 * @param high {@code value} to 1
 */
record Span(double low, double value, double high) {
  static final Span NONE = new Span(0, 0, 0);

  Span {
    if (!(0 <= low && low <= value && value <= high && high <= 1)) {
      throw new IllegalArgumentException(
          "A span of %s to %s around %s; give 0 ≤ low ≤ value ≤ high ≤ 1"
              .formatted(low, high, value));
    }
  }

  /** A point of the interval: 0 is its low end, 1 its high end. */
  double at(double part) {
    return low + part * (high - low);
  }

  /** What is left of the whole. */
  Span rest() {
    return new Span(1 - high, 1 - value, 1 - low);
  }

  Span half() {
    return new Span(low / 2, value / 2, high / 2);
  }
}
