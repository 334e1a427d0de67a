package nl.onderstroom.engine.measure.teams;

import nl.onderstroom.engine.measure.Interval;

/**
 * A team's mean, drawn towards the organisation's as far as its own answers leave open.
 *
 * @param n people who answered
 * @param rawMean of their answers; NaN when n = 0
 * @param mean what the team would score if it were asked without end: the best guess
 * @param standardError of {@code mean}, in which is reckoned that the organisation's mean, the
 *     differences between teams and those within are estimates too
 * @param weight of the team's own answers in {@code mean}, 0 to 1; the rest is the organisation's
 * @param probabilityAbove that the team lies above the mean of teams, 0 to 1; it lies below with
 *     one minus this
 */
public record ShrunkenMean(
    long n,
    double rawMean,
    double mean,
    double standardError,
    double weight,
    double probabilityAbove)
    implements TeamMean {
  private static final double Z = 1.959963984540054;

  /** 95%, for what the team would score if it were asked without end. */
  public Interval interval() {
    return new Interval(mean - Z * standardError, mean + Z * standardError);
  }

  /**
   * 95%, for the mean of other people of the same team.
   *
   * @param people at least 1
   * @param sigma2 the variance within teams
   */
  public Interval intervalOfOthers(long people, double sigma2) {
    if (people < 1 || !(sigma2 >= 0)) {
      throw new IllegalArgumentException(
          "%d other people with variance %s; expected at least 1 and 0".formatted(people, sigma2));
    }
    double margin = Z * Math.sqrt(standardError * standardError + sigma2 / people);
    return new Interval(mean - margin, mean + margin);
  }

  /** That the team lies below the mean of teams, 0 to 1. */
  public double probabilityBelow() {
    return 1 - probabilityAbove;
  }
}
