package nl.onderstroom.engine.measure.waves;

import java.util.List;
import nl.onderstroom.engine.summary.Histogram;
import nl.onderstroom.engine.summary.Moments;

/**
 * What a comparison of means needs to know of some people's answers.
 *
 * @param n people who answered
 * @param mean NaN when nobody answered
 * @param variance with divisor n − 1; NaN when fewer than two answered
 */
public record Sample(long n, double mean, double variance) {
  /** Nobody. */
  public static final Sample EMPTY = new Sample(0, Double.NaN, Double.NaN);

  public Sample {
    boolean known =
        n == 0 ? Double.isNaN(mean) : n > 0 && Double.isFinite(mean) && (n == 1 || variance >= 0);
    if (!known || (n < 2 && !Double.isNaN(variance)) || Double.isInfinite(variance)) {
      throw new IllegalArgumentException(
          "n = %d, mean = %s, variance = %s; expected a mean from 1 answer on and a variance ≥ 0 from 2 on, else NaN"
              .formatted(n, mean, variance));
    }
  }

  public static Sample of(Moments moments) {
    return new Sample(moments.n(), moments.mean(), moments.variance());
  }

  public static Sample of(Histogram histogram) {
    return new Sample(histogram.n(), histogram.mean(), histogram.variance());
  }

  /** Of numbers of which NaN ones are left out; in two passes, O(n). */
  public static Sample of(double... values) {
    long n = 0;
    double sum = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        n++;
        sum += value;
      }
    }
    double mean = n == 0 ? Double.NaN : sum / n;
    double squares = 0;
    for (double value : values) {
      squares += Double.isNaN(value) ? 0 : (value - mean) * (value - mean);
    }
    return new Sample(n, mean, n < 2 ? Double.NaN : squares / (n - 1));
  }

  /** All of them together. */
  public static Sample of(List<Sample> parts) {
    return parts.stream().reduce(EMPTY, Sample::merge);
  }

  /**
   * These people and those, none of whom are the same (Chan, Golub and LeVeque 1979). In doubles:
   * where the last bit matters merge {@link Moments} first.
   */
  public Sample merge(Sample other) {
    if (n == 0 || other.n == 0) {
      return n == 0 ? other : this;
    }
    long all = n + other.n;
    double apart = other.mean - mean;
    double squares = squares() + other.squares() + apart * apart * n * other.n / all;
    return new Sample(all, mean + apart * other.n / all, squares / (all - 1));
  }

  /**
   * These people but for some of them: {@link #merge} undone. In doubles.
   *
   * @throws IllegalArgumentException if there are more of them than of these
   */
  public Sample without(Sample some) {
    long left = n - some.n;
    if (left < 0) {
      throw new IllegalArgumentException("%d people without %d of them".formatted(n, some.n));
    }
    if (left == 0 || some.n == 0) {
      return left == 0 ? EMPTY : this;
    }
    double rest = (n * mean - some.n * some.mean) / left;
    double apart = some.mean - rest;
    double squares = squares() - some.squares() - apart * apart * left * some.n / n;
    return new Sample(left, rest, left < 2 ? Double.NaN : Math.max(0, squares) / (left - 1));
  }

  /** Σ(x − mean)²; 0 for fewer than two people. */
  double squares() {
    return n < 2 ? 0 : variance * (n - 1);
  }
}
