package nl.onderstroom.engine.landscape;

/** Tails of the standard normal and of the chi-squared distribution. */
final class Normal {
  private Normal() {}

  /**
   * The chance that |Z| is at least {@code z}: for z below 3 by the series, above by Lentz's
   * continued fraction (Abramowitz and Stegun 26.2.11 and 26.2.14); relative error below 10⁻¹².
   *
   * @param z at least 0
   */
  static double twoSidedTail(double z) {
    if (z < 3) {
      return 1 - 2 * density(z) * series(z);
    }
    double fraction = 0;
    for (int at = 60; at >= 1; at--) {
      fraction = at / (z + fraction);
    }
    return 2 * density(z) / (z + fraction);
  }

  /** z + z³/3 + z⁵/(3·5) + … */
  private static double series(double z) {
    double term = z;
    double sum = z;
    for (int odd = 3; term > 1e-17 * sum; odd += 2) {
      term *= z * z / odd;
      sum += term;
    }
    return sum;
  }

  private static double density(double z) {
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }

  /**
   * The chance that chi-squared is at least {@code value} (Abramowitz and Stegun 26.4.4, 26.4.5).
   *
   * @param value at least 0
   * @param degrees of freedom, at least 1
   */
  static double chiSquaredTail(double value, int degrees) {
    double root = Math.sqrt(value);
    boolean odd = degrees % 2 == 1;
    double tail = odd ? twoSidedTail(root) : Math.exp(-value / 2);
    double term = odd ? 2 * density(root) * root : Math.exp(-value / 2) * value / 2;
    for (int at = odd ? 3 : 4; at <= degrees; at += 2) {
      tail += term;
      term *= value / at;
    }
    return Math.min(1, tail);
  }
}
