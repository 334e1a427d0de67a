package nl.onderstroom.engine.measure.reliability;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Two standard normal variables with correlation ρ: the probability that both lie below given
 * bounds, to about 14 digits. The method is that of A. Genz, "Numerical computation of rectangular
 * bivariate and trivariate normal and t probabilities" (2004), a sharper Drezner and Wesolowsky
 * (1990), with 20 Gauss–Legendre points throughout.
 */
final class BivariateNormal {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final GaussIntegrator POINTS = new GaussIntegratorFactory().legendre(20);
  private static final double HIGH = 0.925;
  private static final double TWO_PI = 2 * Math.PI;

  private final double rho;

  /**
   * @param rho −1 to 1
   */
  BivariateNormal(double rho) {
    if (!(Math.abs(rho) <= 1)) {
      throw new IllegalArgumentException("a correlation of " + rho + "; expected −1 to 1");
    }
    this.rho = rho;
  }

  /** P(X ≤ a, Y ≤ b); the bounds may be infinite. */
  double below(double a, double b) {
    if (a == Double.NEGATIVE_INFINITY || b == Double.NEGATIVE_INFINITY) {
      return 0;
    }
    if (a == Double.POSITIVE_INFINITY || b == Double.POSITIVE_INFINITY) {
      return NORMAL.cumulativeProbability(Math.min(a, b));
    }
    // By symmetry that both lie above −a and −b.
    double above = Math.abs(rho) < HIGH ? moderate(-a, -b) : strong(-a, -b);
    return Math.clamp(above, 0, 1);
  }

  /** The density, which is also the derivative of {@link #below} by ρ; 0 at infinity. */
  double density(double a, double b) {
    if (Double.isInfinite(a) || Double.isInfinite(b)) {
      return 0;
    }
    double rest = 1 - rho * rho;
    return Math.exp(-(a * a - 2 * rho * a * b + b * b) / (2 * rest)) / (TWO_PI * Math.sqrt(rest));
  }

  /** The derivative of {@link #below} by a: φ(a)·Φ((b − ρa)/√(1 − ρ²)); 0 at infinity. */
  double slope(double a, double b) {
    if (Double.isInfinite(a) || b == Double.NEGATIVE_INFINITY) {
      return 0;
    }
    double given = (b - rho * a) / Math.sqrt(1 - rho * rho);
    return NORMAL.density(a) * NORMAL.cumulativeProbability(given);
  }

  private double moderate(double h, double k) {
    double product = h * k;
    double squares = (h * h + k * k) / 2;
    double angle = Math.asin(rho);
    double sum = 0;
    for (int i = 0; i < POINTS.getNumberOfPoints(); i++) {
      double sine = Math.sin(angle * (POINTS.getPoint(i) + 1) / 2);
      sum += POINTS.getWeight(i) * Math.exp((sine * product - squares) / (1 - sine * sine));
    }
    return sum * angle / (2 * TWO_PI) + upper(h) * upper(k);
  }

  private double strong(double h, double givenK) {
    double k = rho < 0 ? -givenK : givenK;
    double lost = Math.abs(rho) < 1 ? lost(h, k) : 0;
    if (rho > 0) {
      return upper(Math.max(h, k)) - lost;
    }
    return Math.max(0, k > h ? upper(h) - upper(k) : 0) + lost;
  }

  /** What both above lack against ρ = 1: a Taylor part and the integral of the rest. */
  private double lost(double h, double k) {
    double product = h * k;
    double rest = (1 - rho) * (1 + rho);
    double root = Math.sqrt(rest);
    double gap = (h - k) * (h - k);
    double c = (4 - product) / 8;
    double d = (12 - product) / 16;
    double sum =
        root
            * Math.exp(-(gap / rest + product) / 2)
            * (1 - c * (gap - rest) * (1 - d * gap / 5) / 3 + c * d * rest * rest / 5);
    if (product > -100) {
      double side = Math.sqrt(gap);
      sum -=
          Math.exp(-product / 2)
              * Math.sqrt(TWO_PI)
              * upper(side / root)
              * side
              * (1 - c * gap * (1 - d * gap / 5) / 3);
    }
    double half = root / 2;
    for (int i = 0; i < POINTS.getNumberOfPoints(); i++) {
      double x = half * (POINTS.getPoint(i) + 1);
      double square = x * x;
      double s = Math.sqrt(1 - square);
      double exponent = -(gap / square + product) / 2;
      if (exponent > -100) {
        double exact = Math.exp(-product * (1 - s) / (2 * (1 + s))) / s;
        double taylor = 1 + c * square * (1 + d * square);
        sum += half * POINTS.getWeight(i) * Math.exp(exponent) * (exact - taylor);
      }
    }
    return sum / TWO_PI;
  }

  private static double upper(double x) {
    return NORMAL.survivalProbability(x);
  }
}
