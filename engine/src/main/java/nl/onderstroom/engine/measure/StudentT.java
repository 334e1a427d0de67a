package nl.onderstroom.engine.measure;

/**
 * The 97.5% point of Student's t, within 10<sup>-10</sup>.
 *
 * <p>Below {@value #TABLE} degrees of freedom: bisection of the distribution function, which for
 * whole degrees is a finite sum of positive terms (Abramowitz and Stegun 26.7.3 and 26.7.4); a
 * table filled once. From there: the expansion about the normal (26.7.5), off by 3·10<sup>-13</sup>
 * where it begins and by less after.
 */
final class StudentT {
  private static final int TABLE = 300;
  private static final double Z = 1.959963984540054;
  private static final double LEVEL = 0.95;
  private static final double[] SMALL = table();

  private StudentT() {}

  /**
   * @param df degrees of freedom, at least 1
   */
  static double critical(long df) {
    if (df < 1) {
      throw new IllegalArgumentException("Student's t with " + df + " degrees; expected 1 or more");
    }
    return df < TABLE ? SMALL[(int) df] : expansion((double) df);
  }

  private static double[] table() {
    double[] points = new double[TABLE];
    for (int df = 1; df < TABLE; df++) {
      points[df] = bisect(df);
    }
    return points;
  }

  private static double bisect(int df) {
    double low = 0;
    double high = 16;
    while (true) {
      double middle = (low + high) / 2;
      if (middle == low || middle == high) {
        return middle;
      }
      if (within(middle, df) < LEVEL) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }

  /** A(t|ν), the chance that |T| ≤ t. */
  private static double within(double t, int df) {
    double theta = Math.atan(t / Math.sqrt(df));
    double cos2 = Math.cos(theta) * Math.cos(theta);
    boolean odd = df % 2 == 1;
    double term = odd ? Math.cos(theta) : 1;
    double sum = df == 1 ? 0 : term;
    for (int power = odd ? 3 : 2; power <= df - 2; power += 2) {
      term *= cos2 * (power - 1) / power;
      sum += term;
    }
    double tail = Math.sin(theta) * sum;
    return odd ? 2 / Math.PI * (theta + tail) : tail;
  }

  private static double expansion(double df) {
    double z2 = Z * Z;
    double g1 = (z2 + 1) / 4;
    double g2 = ((5 * z2 + 16) * z2 + 3) / 96;
    double g3 = (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
    double g4 = ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92160;
    return Z * (1 + (g1 + (g2 + (g3 + g4 / df) / df) / df) / df);
  }
}
