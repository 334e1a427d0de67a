package nl.onderstroom.bench.measure;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Scores of people in teams that never were, in no order. How likely a team is to be somebody's is
 * lognormal, with ½ for the standard deviation of its logarithm. A score is 3.5 + N(0, .3²) a team
 * + N(0, .9²) a person, rounded to hundredths.
 */
final class MadeTeams {
  private static final double SIZE_SPREAD = 0.5;
  private static final double MEAN = 350;
  private static final double TEAM_SPREAD = 30;
  private static final double PERSON_SPREAD = 90;

  private final int[] team;
  private final long[] hundredths;

  private MadeTeams(int[] team, long[] hundredths) {
    this.team = team;
    this.hundredths = hundredths;
  }

  /**
   * @param people at least 0
   * @param teams at least 1
   * @param seed the same scores for the same seed
   */
  static MadeTeams of(int people, int teams, long seed) {
    var random = new SplittableRandom(seed);
    double[] upTo = new double[teams];
    double[] means = new double[teams];
    double all = 0;
    for (int each = 0; each < teams; each++) {
      all += Math.exp(SIZE_SPREAD * random.nextGaussian());
      upTo[each] = all;
      means[each] = MEAN + TEAM_SPREAD * random.nextGaussian();
    }
    int[] team = new int[people];
    long[] hundredths = new long[people];
    for (int person = 0; person < people; person++) {
      int place = Arrays.binarySearch(upTo, random.nextDouble() * all);
      team[person] = place < 0 ? -place - 1 : place;
      hundredths[person] = Math.round(means[team[person]] + PERSON_SPREAD * random.nextGaussian());
    }
    return new MadeTeams(team, hundredths);
  }

  /** {@code [people]}, from 0. */
  int[] team() {
    return team;
  }

  /** {@code [people]} */
  long[] hundredths() {
    return hundredths;
  }

  /** {@code [people]}, with their decimals. */
  double[] scores() {
    return Arrays.stream(hundredths).mapToDouble(score -> score / 100.0).toArray();
  }
}
