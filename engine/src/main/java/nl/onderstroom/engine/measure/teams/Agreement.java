package nl.onderstroom.engine.measure.teams;

import java.util.List;
import nl.onderstroom.engine.summary.Histogram;

/**
 * How much people of one team agree on the items of a scale. Whether items are reversed makes no
 * difference.
 *
 * <p>rwg and rwg(j): L. R. James, R. G. Demaree and G. Wolf (1984), Journal of Applied Psychology
 * 69; r*wg(j): M. K. Lindell, C. J. Brandt and D. J. Whitney (1999), Applied Psychological
 * Measurement 23; AD: M. J. Burke, L. M. Finkelstein and M. S. Dusig (1999), Organizational
 * Research Methods 2.
 *
 * @param items J, at least 1
 * @param meanVariance over items of the variance with divisor n − 1, in squared levels
 * @param averageDeviation AD(mean): over items, people's mean absolute distance from the team's
 *     mean, in levels
 */
public record Agreement(int items, double meanVariance, double averageDeviation)
    implements TeamAgreement {
  public Agreement {
    if (items < 1 || !(meanVariance >= 0) || !(averageDeviation >= 0)) {
      throw new IllegalArgumentException(
          "%d items with variance %s and deviation %s; expected at least 1, 0 and 0"
              .formatted(items, meanVariance, averageDeviation));
    }
  }

  /**
   * However few the people: for computing with, not for showing.
   *
   * @throws IllegalArgumentException if there is no item, or fewer than 2 people answered one
   */
  public static Agreement of(List<Histogram> items) {
    return new Agreement(
        items.size(),
        items.stream().mapToDouble(Histogram::variance).average().orElse(Double.NaN),
        items.stream().mapToDouble(Agreement::deviation).average().orElse(Double.NaN));
  }

  /** rwg(j), from 0 (no agreement) to 1; rwg where there is one item. Grows with the items. */
  public double rwg(ExpectedVariance expected) {
    return expected.rwg(meanVariance, items);
  }

  /**
   * r*wg(j): 1 where all agree, 0 as without agreement, below it where answers are further apart
   * than that. Does not grow with the number of items.
   */
  public double rwgStar(ExpectedVariance expected) {
    return expected.rwgStar(meanVariance);
  }

  private static double deviation(Histogram item) {
    double mean = item.mean();
    double sum = 0;
    for (int level = item.min(); level <= item.max(); level++) {
      sum += item.count(level) * Math.abs(level - mean);
    }
    return sum / item.n();
  }
}
