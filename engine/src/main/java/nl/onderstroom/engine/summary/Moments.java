package nl.onderstroom.engine.summary;

import java.math.BigInteger;

/**
 * Exact sums of a decimal quantity.
 *
 * @param decimals digits after the point: {@code sum} is in units of 10<sup>-decimals</sup>, {@code
 *     squares} in units of 10<sup>-2·decimals</sup>
 * @param n people who answered
 * @param missing people who did not
 * @param sum Σx
 * @param squares Σx²
 */
public record Moments(int decimals, long n, long missing, BigInteger sum, BigInteger squares)
    implements Answers {
  public Moments {
    Counts.requireCount(n);
    Counts.requireCount(missing);
    boolean nobody = n == 0 && (sum.signum() != 0 || squares.signum() != 0);
    if (nobody || Exact.deviation(n, sum, squares).signum() < 0) {
      throw new IllegalArgumentException(
          "Σx = %s and Σx² = %s cannot come from %d numbers".formatted(sum, squares, n));
    }
  }

  static Moments empty(int decimals) {
    return new Moments(decimals, 0, 0, BigInteger.ZERO, BigInteger.ZERO);
  }

  /** Correctly rounded to a double; NaN when nobody answered. */
  public double mean() {
    return Exact.mean(n, sum, decimals);
  }

  /** With divisor n − 1, correctly rounded to a double; NaN when fewer than two answered. */
  public double variance() {
    return Exact.variance(n, sum, squares, decimals);
  }

  @Override
  public Moments merge(Answers other) {
    if (other instanceof Moments that && that.decimals == decimals) {
      return new Moments(
          decimals,
          Math.addExact(n, that.n),
          Math.addExact(missing, that.missing),
          sum.add(that.sum),
          squares.add(that.squares));
    }
    throw Counts.unlike(this, other);
  }
}
