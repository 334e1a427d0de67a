package nl.onderstroom.engine.measure.waves;

import nl.onderstroom.engine.measure.Interval;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.hipparchus.special.Gamma;

/**
 * The change of a mean between two groups of people who are not linked: Welch's t test (1947) and
 * Hedges' g. It takes the people as independent; where most of them answered both times the
 * interval is wider than needed, which errs on the safe side.
 *
 * @param before at least two people
 * @param after at least two people
 */
public record MeanChange(Sample before, Sample after) {
  public MeanChange {
    if (before.n() < 2 || after.n() < 2) {
      throw new IllegalArgumentException(
          "a change from %d people to %d; expected at least 2 both times"
              .formatted(before.n(), after.n()));
    }
  }

  /** After minus before. */
  public double difference() {
    return after.mean() - before.mean();
  }

  /** √(s₁²/n₁ + s₂²/n₂). */
  public double standardError() {
    return Math.sqrt(squaredError(before) + squaredError(after));
  }

  /** NaN when nobody differs from anybody. */
  public double t() {
    return difference() / standardError();
  }

  /** Welch's and Satterthwaite's; n₁ + n₂ − 2 when nobody differs within either group. */
  public double degreesOfFreedom() {
    double first = squaredError(before);
    double second = squaredError(after);
    double sum = first + second;
    return sum == 0
        ? before.n() + after.n() - 2.0
        : sum * sum / (first * first / (before.n() - 1) + second * second / (after.n() - 1));
  }

  /** Two-sided; 1 when nobody differs from anybody. */
  public double p() {
    double t = t();
    return Double.isNaN(t)
        ? 1
        : 2 * TDistribution.of(degreesOfFreedom()).survivalProbability(Math.abs(t));
  }

  /** Of the difference, 95%. */
  public Interval interval() {
    double margin =
        TDistribution.of(degreesOfFreedom()).inverseSurvivalProbability(0.025) * standardError();
    return new Interval(difference() - margin, difference() + margin);
  }

  /** √(((n₁ − 1)s₁² + (n₂ − 1)s₂²) / (n₁ + n₂ − 2)). */
  public double pooledStandardDeviation() {
    return Math.sqrt((before.squares() + after.squares()) / (before.n() + after.n() - 2));
  }

  /** Cohen's d: the difference in pooled standard deviations; NaN when there is no deviation. */
  public double cohensD() {
    return difference() / pooledStandardDeviation();
  }

  /** Hedges' g (1981): d without its bias in small samples, by the exact J. */
  public double hedgesG() {
    return smallSampleCorrection(before.n() + after.n() - 2.0) * cohensD();
  }

  /** √(1/n₁ + 1/n₂ + g²/(2(n₁ + n₂))). */
  public double hedgesGError() {
    double g = hedgesG();
    return Math.sqrt(1.0 / before.n() + 1.0 / after.n() + g * g / (2 * (before.n() + after.n())));
  }

  /** g ± 1.96 errors: 95% in large samples; NaN has none, so people must differ. */
  public Interval hedgesGInterval() {
    double margin = NormalDistribution.of(0, 1).inverseSurvivalProbability(0.025) * hedgesGError();
    return new Interval(hedgesG() - margin, hedgesG() + margin);
  }

  /** J(m) = Γ(m/2) / (√(m/2)·Γ((m − 1)/2)) for m degrees of freedom, m &gt; 1. */
  static double smallSampleCorrection(double m) {
    return Math.exp(
        Gamma.logGamma(m / 2) - Math.log(Math.sqrt(m / 2)) - Gamma.logGamma((m - 1) / 2));
  }

  private static double squaredError(Sample sample) {
    return sample.variance() / sample.n();
  }
}
