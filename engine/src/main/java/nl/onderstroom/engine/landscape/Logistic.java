package nl.onderstroom.engine.landscape;

/** The logistic function and the quadratic bound that makes it easy to integrate. */
final class Logistic {
  /** The weights are whole multiples of 2⁻¹², so that sums of them can be exact. */
  static final double WEIGHT_UNIT = 0x1p-12;

  private static final int STEPS = 32;
  private static final int REACH = 40;
  private static final double[] WEIGHTS = weights();

  private Logistic() {}

  static double of(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /**
   * 2λ(ξ) = tanh(ξ/2) / 2ξ in units of {@link #WEIGHT_UNIT}, of Jaakkola and Jordan's bound
   * (Statistics and Computing 10, 2000), which holds for every ξ; here ξ is rounded to 1/32.
   *
   * @param squared ξ², at least 0
   */
  static double weight(double squared) {
    int step = (int) (Math.sqrt(squared) * STEPS + 0.5);
    return WEIGHTS[Math.min(step, WEIGHTS.length - 1)];
  }

  private static double[] weights() {
    double[] weights = new double[STEPS * REACH + 1];
    weights[0] = 0.25 / WEIGHT_UNIT;
    for (int step = 1; step < weights.length; step++) {
      double xi = (double) step / STEPS;
      weights[step] = Math.rint(Math.tanh(xi / 2) / (2 * xi) / WEIGHT_UNIT);
    }
    return weights;
  }

  /**
   * The mean of the logistic function of a normal variable, by the probit approximation (MacKay
   * 1992).
   */
  static double mean(double mean, double variance) {
    return of(mean / Math.sqrt(1 + Math.PI * Math.max(variance, 0) / 8));
  }
}
