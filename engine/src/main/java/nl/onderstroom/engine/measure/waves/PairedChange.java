package nl.onderstroom.engine.measure.waves;

import nl.onderstroom.engine.measure.Interval;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The change of a mean when each unit was seen both times: the paired t test. Onderstroom never
 * links people, so this is for teams and organisations, of which the mean is known at each wave.
 *
 * @param n units seen both times, at least 2
 * @param difference mean of after minus before
 * @param differenceDeviation standard deviation of the differences
 * @param before of the units seen both times
 * @param after of the units seen both times
 * @param correlation between both times; NaN when all are equal at one of them
 */
public record PairedChange(
    long n,
    double difference,
    double differenceDeviation,
    Sample before,
    Sample after,
    double correlation) {
  public PairedChange {
    if (n < 2) {
      throw new IllegalArgumentException(n + " pairs; expected at least 2");
    }
  }

  /**
   * @param before one number a unit; NaN where it is not known, and the unit is left out
   * @param after of the same units in the same order
   */
  public static PairedChange of(double[] before, double[] after) {
    if (before.length != after.length) {
      throw new IllegalArgumentException(
          "%d units before and %d after; expected the same".formatted(before.length, after.length));
    }
    double[] first = before.clone();
    double[] second = after.clone();
    double[] differences = new double[before.length];
    for (int i = 0; i < before.length; i++) {
      differences[i] = after[i] - before[i];
      if (Double.isNaN(differences[i])) {
        first[i] = Double.NaN;
        second[i] = Double.NaN;
      }
    }
    Sample one = Sample.of(first);
    Sample two = Sample.of(second);
    Sample difference = Sample.of(differences);
    double covariance = (one.variance() + two.variance() - difference.variance()) / 2;
    return new PairedChange(
        difference.n(),
        difference.mean(),
        Math.sqrt(difference.variance()),
        one,
        two,
        covariance / Math.sqrt(one.variance() * two.variance()));
  }

  /** NaN when no unit changed; infinite when all changed alike. */
  public double t() {
    return difference / (differenceDeviation / Math.sqrt((double) n));
  }

  /** Two-sided, on n − 1 degrees of freedom; 1 when no unit changed. */
  public double p() {
    double t = t();
    return Double.isNaN(t) ? 1 : 2 * TDistribution.of(n - 1.0).survivalProbability(Math.abs(t));
  }

  /** Of the mean difference, 95%. */
  public Interval interval() {
    return Interval.ofMean(n, difference, differenceDeviation);
  }

  /** The difference in standard deviations of the differences. */
  public double dOfDifferences() {
    return difference / differenceDeviation;
  }

  /** The difference in standard deviations of a wave, √((s₁² + s₂²)/2): comparable with d. */
  public double dOfWaves() {
    return difference / Math.sqrt((before.variance() + after.variance()) / 2);
  }

  /** {@link #dOfWaves} without its bias, by the exact J on n − 1 degrees of freedom. */
  public double hedgesG() {
    return MeanChange.smallSampleCorrection(n - 1.0) * dOfWaves();
  }
}
