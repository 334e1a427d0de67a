package nl.onderstroom.engine.measure.waves;

import nl.onderstroom.engine.measure.Interval;
import nl.onderstroom.engine.summary.Histogram;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The change of answers as ranks, from the counts of two waves: Cliff's delta (1993) and the test
 * of Mann and Whitney (1947). For answers of which only the order counts.
 *
 * @param delta chance that someone after answers higher than someone before, less the chance that
 *     they answer lower; −1 to 1
 * @param interval of delta, 95%: Cliff's unbiased variance and his asymmetric bounds
 * @param p of Mann and Whitney, two-sided, normal with ties counted and no continuity correction
 */
public record RankChange(double delta, Interval interval, double p) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /**
   * Cost: O(levels).
   *
   * @param before at least two people
   * @param after at least two people, with the same levels
   */
  public static RankChange of(Histogram before, Histogram after) {
    if (before.min() != after.min() || before.max() != after.max()) {
      throw new IllegalArgumentException(
          "levels %d to %d before and %d to %d after; expected the same"
              .formatted(before.min(), before.max(), after.min(), after.max()));
    }
    if (before.n() < 2 || after.n() < 2) {
      throw new IllegalArgumentException(
          "%d people before and %d after; expected at least 2".formatted(before.n(), after.n()));
    }
    double n = (double) before.n() * after.n();
    double sum = dominance(after, before);
    double delta = sum / n;
    return new RankChange(delta, interval(before, after, delta), mannWhitney(before, after, sum));
  }

  /** Σ over pairs of sign(mine − theirs). */
  private static double dominance(Histogram mine, Histogram theirs) {
    double sum = 0;
    for (int level = mine.min(); level <= mine.max(); level++) {
      sum += mine.count(level) * above(theirs, level);
    }
    return sum;
  }

  /** Σ over people of sign(level − theirs). */
  private static double above(Histogram people, int level) {
    double sum = 0;
    for (int other = people.min(); other <= people.max(); other++) {
      sum += Integer.signum(level - other) * (double) people.count(other);
    }
    return sum;
  }

  /** W − n₁n₂/2 is half the dominance; its variance n₁n₂/12·(n + 1 − Σ(t³ − t)/(n(n − 1))). */
  private static double mannWhitney(Histogram before, Histogram after, double dominance) {
    double all = before.n() + after.n();
    double ties = 0;
    for (int level = before.min(); level <= before.max(); level++) {
      double tied = before.count(level) + after.count(level);
      ties += tied * tied * tied - tied;
    }
    double pairs = (double) before.n() * after.n();
    double variance = pairs / 12 * (all + 1 - ties / (all * (all - 1)));
    return variance <= 0
        ? 1
        : 2 * NORMAL.survivalProbability(Math.abs(dominance / 2) / Math.sqrt(variance));
  }

  private static Interval interval(Histogram before, Histogram after, double delta) {
    double n1 = before.n();
    double n2 = after.n();
    double rows = spread(after, before, delta);
    double columns = spread(before, after, -delta);
    double cells = 0;
    for (int one = before.min(); one <= before.max(); one++) {
      for (int two = after.min(); two <= after.max(); two++) {
        double off = Integer.signum(two - one) - delta;
        cells += off * off * before.count(one) * after.count(two);
      }
    }
    double unbiased =
        (n1 * n1 * rows + n2 * n2 * columns - cells) / (n1 * n2 * (n1 - 1) * (n2 - 1));
    double variance = Math.max(unbiased, (1 - delta * delta) / (n1 * n2 - 1));
    double z = NORMAL.inverseSurvivalProbability(0.025);
    double square = delta * delta;
    double margin =
        z * Math.sqrt(variance) * Math.sqrt((1 - square) * (1 - square) + z * z * variance);
    double divisor = 1 - square + z * z * variance;
    if (divisor <= 0) {
      return new Interval(delta, delta);
    }
    double middle = delta - delta * square;
    return new Interval((middle - margin) / divisor, (middle + margin) / divisor);
  }

  /** Σ over mine of (mean sign against theirs − delta)². */
  private static double spread(Histogram mine, Histogram theirs, double delta) {
    double sum = 0;
    for (int level = mine.min(); level <= mine.max(); level++) {
      double off = above(theirs, level) / theirs.n() - delta;
      sum += mine.count(level) * off * off;
    }
    return sum;
  }
}
