package nl.onderstroom.engine.measure.waves;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.hipparchus.special.Gamma;

/** The tail of Student's t when there is an effect; the library of distributions has none. */
final class NoncentralT {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final int PANELS = 2000;
  private static final double DEVIATIONS = 10;

  private NoncentralT() {}

  /**
   * P(T &gt; t) = ∫ Φ(δ − t·s)·f(s) ds, where s = √(χ²/df); by Simpson's rule over ten standard
   * deviations of s to either side, within 10<sup>-12</sup>.
   */
  static double survival(double t, double df, double delta) {
    double reach = DEVIATIONS / Math.sqrt(2 * df);
    double from = Math.max(0, 1 - reach);
    double step = (1 + reach - from) / PANELS;
    double constant = Math.log(2) + df / 2 * Math.log(df / 2) - Gamma.logGamma(df / 2);
    double sum = 0;
    for (int i = 0; i <= PANELS; i++) {
      double s = from + i * step;
      double density = Math.exp(constant - df * s * s / 2) * Math.pow(s, df - 1);
      double weight = i == 0 || i == PANELS ? 1 : i % 2 == 0 ? 2 : 4;
      sum += weight * density * NORMAL.cumulativeProbability(delta - t * s);
    }
    return sum * step / 3;
  }
}
