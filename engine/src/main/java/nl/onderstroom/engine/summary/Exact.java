package nl.onderstroom.engine.summary;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** Mean and variance from exact sums, rounded once, at the end. */
final class Exact {
  private static final MathContext DIGITS = MathContext.DECIMAL128;

  private Exact() {}

  /** Σx / n in units of 10<sup>-decimals</sup>; NaN for n = 0. */
  static double mean(long n, BigInteger sum, int decimals) {
    if (n == 0) {
      return Double.NaN;
    }
    return new BigDecimal(sum, decimals).divide(BigDecimal.valueOf(n), DIGITS).doubleValue();
  }

  /** (n·Σx² − (Σx)²) / (n·(n − 1)); NaN for n &lt; 2. */
  static double variance(long n, BigInteger sum, BigInteger squares, int decimals) {
    if (n < 2) {
      return Double.NaN;
    }
    BigInteger pairs = BigInteger.valueOf(n).multiply(BigInteger.valueOf(n - 1));
    return new BigDecimal(deviation(n, sum, squares), 2 * decimals)
        .divide(new BigDecimal(pairs), DIGITS)
        .doubleValue();
  }

  /** n·Σx² − (Σx)², at least 0 for sums of any real numbers. */
  static BigInteger deviation(long n, BigInteger sum, BigInteger squares) {
    return BigInteger.valueOf(n).multiply(squares).subtract(sum.multiply(sum));
  }
}
