package nl.onderstroom.engine.measure.reliability;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * How well a factor model fits. A diagnostic: with many people a small misfit is significant.
 *
 * @param chiSquared the likelihood ratio against any covariances at all, at least 0
 * @param degreesOfFreedom 0 when the model fits whatever is given
 * @param cfi comparative fit index (Bentler 1990) against items that have nothing in common; 1 is
 *     perfect
 * @param tli Tucker–Lewis index (1973); 1 is perfect, may be above
 * @param rmsea root mean square error of approximation (Steiger and Lind 1980); 0 is perfect
 * @param rmseaLow lower end of its 90% interval, as is the custom
 * @param rmseaHigh upper end of its 90% interval
 * @param srmr standardised root mean square residual: of the correlations not explained
 */
public record FactorFit(
    double chiSquared,
    int degreesOfFreedom,
    double cfi,
    double tli,
    double rmsea,
    double rmseaLow,
    double rmseaHigh,
    double srmr) {
  private static final double TAIL = 0.05;

  /**
   * @param baseline likelihood ratio of items that have nothing in common
   * @param weight what F was multiplied by to give chi-squared
   * @param groups the model is about, at least 1
   */
  static FactorFit of(
      double chiSquared,
      int degreesOfFreedom,
      double baseline,
      int baselineDegrees,
      double weight,
      int groups,
      double srmr) {
    double chi = Math.max(0, chiSquared);
    int df = degreesOfFreedom;
    if (df == 0) {
      return new FactorFit(chi, 0, 1, 1, 0, 0, 0, srmr);
    }
    double excess = Math.max(0, chi - df);
    double worst = Math.max(excess, baseline - baselineDegrees);
    double perDegree = baseline / baselineDegrees;
    double unit = Math.sqrt(groups / (weight * df));
    return new FactorFit(
        chi,
        df,
        excess == 0 ? 1 : 1 - excess / worst,
        (perDegree - chi / df) / (perDegree - 1),
        unit * Math.sqrt(excess),
        unit * Math.sqrt(noncentrality(chi, df, 1 - TAIL)),
        unit * Math.sqrt(noncentrality(chi, df, TAIL)),
        srmr);
  }

  /** The probability of a chi-squared at least as large if the model were true; 1 when df = 0. */
  public double p() {
    return degreesOfFreedom == 0
        ? 1
        : ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(chiSquared);
  }

  /** The noncentrality under which a value up to chi has the probability; 0 if there is none. */
  private static double noncentrality(double chi, int df, double probability) {
    if (ChiSquaredDistribution.of(df).cumulativeProbability(chi) <= probability) {
      return 0;
    }
    double low = 0;
    double high = 2 * chi + 100;
    while (high - low > 1e-10 * high) {
      double middle = (low + high) / 2;
      if (noncentral(chi, df, middle) > probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** The noncentral chi-squared distribution: central ones, mixed by a Poisson (Fisher 1928). */
  private static double noncentral(double chi, int df, double noncentrality) {
    PoissonDistribution mixture = PoissonDistribution.of(noncentrality / 2);
    // Ten standard deviations to both sides; what lies beyond is below 1e-15.
    double reach = 10 * Math.sqrt(noncentrality / 2) + 30;
    int first = (int) Math.max(0, noncentrality / 2 - reach);
    int last = (int) (noncentrality / 2 + reach);
    double share = mixture.probability(first);
    double below = ChiSquaredDistribution.of(df + 2.0 * first).cumulativeProbability(chi);
    // Each two degrees more take 2 · (density with two degrees more) off the probability.
    double term = 2 * ChiSquaredDistribution.of(df + 2.0 * first + 2).density(chi);
    double sum = 0;
    for (int j = first; j <= last; j++) {
      sum += share * below;
      below = Math.max(0, below - term);
      term *= chi / 2 / (df / 2.0 + j + 1);
      share *= noncentrality / 2 / (j + 1);
    }
    return sum;
  }
}
