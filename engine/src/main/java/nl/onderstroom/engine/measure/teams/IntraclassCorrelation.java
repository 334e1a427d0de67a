package nl.onderstroom.engine.measure.teams;

import nl.onderstroom.engine.measure.Interval;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * One-way analysis of variance of people in teams, and the intraclass correlations from it.
 *
 * <p>ICC(1) is the share of the variance between people that is between teams, ICC(2) the
 * reliability of a team's mean. Both may come out below 0, which means that teams differ less than
 * chance would make them. P. D. Bliese (2000), in Klein and Kozlowski (eds.), Multilevel Theory,
 * Research and Methods in Organizations; S. R. Searle (1971), Linear Models, ch. 9.
 *
 * @param teams in which somebody answered
 * @param people who answered
 * @param effectiveSize n0 = (N − Σn²/N) / (teams − 1)
 * @param meanSquareBetween of the teams' means about the mean of everybody, over teams − 1
 * @param meanSquareWithin of people about their team's mean, over people − teams; above 0
 */
public record IntraclassCorrelation(
    int teams, long people, double effectiveSize, double meanSquareBetween, double meanSquareWithin)
    implements Intraclass {
  /**
   * A team's mean that is less reliable than this says less about the team than the mean of the
   * whole organisation does.
   */
  public static final double LEAST_RELIABILITY = 0.5;

  private static final double TAIL = 0.025;

  /** What a team's own score adds to the score of the organisation. */
  public enum OwnScore {
    /** It says more about the team than the organisation's mean does. */
    ADDS,
    /** Teams do differ, but a team's own mean is too uncertain to say much about it. */
    ADDS_LITTLE,
    /** No differences between teams are shown: the interval of ICC(1) reaches 0. */
    NO_DIFFERENCES_SHOWN
  }

  public IntraclassCorrelation {
    if (teams < 2 || people <= teams || !(meanSquareWithin > 0) || !(meanSquareBetween >= 0)) {
      throw new IllegalArgumentException(
          "%d people in %d teams, mean squares %s between and %s within; expected more people than"
                  .formatted(people, teams, meanSquareBetween, meanSquareWithin)
              + " teams, at least 2 teams, and differences within teams");
    }
  }

  /** However few the teams. */
  static IntraclassCorrelation of(TeamSums sums) {
    SizeClasses sizes = new SizeClasses(sums);
    double between = sizes.at(0).residual() - sizes.within();
    int teams = sizes.teams();
    return new IntraclassCorrelation(
        teams,
        sizes.people(),
        sizes.effectiveSize(),
        between / (teams - 1.0),
        sizes.within() / (sizes.people() - teams));
  }

  /** What a team's own score adds. */
  public OwnScore ownScore() {
    if (icc1Interval().low() <= 0) {
      return OwnScore.NO_DIFFERENCES_SHOWN;
    }
    return icc2() < LEAST_RELIABILITY ? OwnScore.ADDS_LITTLE : OwnScore.ADDS;
  }

  /** People a team, on average. */
  public double meanSize() {
    return (double) people / teams;
  }

  /** The mean square between teams over that within. */
  public double f() {
    return meanSquareBetween / meanSquareWithin;
  }

  /** How probable an F of this size or more is where teams do not differ. */
  public double pValue() {
    return distribution().survivalProbability(f());
  }

  /** η²: the share of the sum of squares that is between teams; above 0 by chance alone. */
  public double etaSquared() {
    double between = meanSquareBetween * (teams - 1.0);
    return between / (between + meanSquareWithin * (people - teams));
  }

  /** ICC(1) = (F − 1) / (F + n − 1) with n the mean size (Bliese). */
  public double icc1AtMeanSize() {
    return icc1(f(), meanSize());
  }

  /** ICC(1) = (F − 1) / (F + n − 1) with n = n0. */
  public double icc1() {
    return icc1(f(), effectiveSize);
  }

  /** ICC(2) = 1 − 1/F. */
  public double icc2() {
    return 1 - 1 / f();
  }

  /** Searle's, of {@link #icc1()}: exact for teams of one size, about right for others. */
  public Interval icc1Interval() {
    return new Interval(icc1(lowF(), effectiveSize), icc1(highF(), effectiveSize));
  }

  /** Searle's, of {@link #icc2()}. */
  public Interval icc2Interval() {
    return new Interval(1 - 1 / lowF(), 1 - 1 / highF());
  }

  private static double icc1(double f, double size) {
    return (f - 1) / (f + size - 1);
  }

  private double lowF() {
    return f() / distribution().inverseSurvivalProbability(TAIL);
  }

  private double highF() {
    return f() / distribution().inverseCumulativeProbability(TAIL);
  }

  private FDistribution distribution() {
    return FDistribution.of(teams - 1.0, (double) people - teams);
  }
}
