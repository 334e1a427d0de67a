package nl.onderstroom.engine.measure.teams;

import java.util.SplittableRandom;

/** Made-up teams. */
final class ExampleTeams {
  private ExampleTeams() {}

  static TeamSums of(int decimals, long[]... teams) {
    TeamTally tally = new TeamTally(decimals, teams.length);
    for (int team = 0; team < teams.length; team++) {
      for (long value : teams[team]) {
        tally.add(team, value);
      }
    }
    return tally.sums();
  }

  /** Teams of 1 to 20 people with values in thousandths about 3. */
  static long[][] drawn(long seed, int teams, double tau) {
    SplittableRandom random = new SplittableRandom(seed);
    long[][] drawn = new long[teams][];
    for (int team = 0; team < teams; team++) {
      double mean = 3 + tau * random.nextGaussian();
      drawn[team] = new long[random.nextInt(1, 21)];
      for (int person = 0; person < drawn[team].length; person++) {
        drawn[team][person] = Math.round(1000 * (mean + random.nextGaussian()));
      }
    }
    return drawn;
  }

  /** Equally large teams. */
  static long[][] balanced(long seed, int teams, int size, double tau) {
    SplittableRandom random = new SplittableRandom(seed);
    long[][] drawn = new long[teams][size];
    for (long[] team : drawn) {
      double mean = 3 + tau * random.nextGaussian();
      for (int person = 0; person < size; person++) {
        team[person] = Math.round(1000 * (mean + random.nextGaussian()));
      }
    }
    return drawn;
  }
}
