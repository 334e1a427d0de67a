package nl.onderstroom.bench.landscape;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import nl.onderstroom.engine.landscape.Vote;
import nl.onderstroom.engine.landscape.Votes;
import nl.onderstroom.engine.landscape.VotesBuilder;

/**
 * Votes of people that never were, one person after another: nothing of them is kept, so there may
 * be a million.
 *
 * <p>Four groups hold .4, .3, .2 and .1 of the people. Statement s has a logit b[s] ~ N(0, .8²) and
 * in group g a deviation d[g, s] ~ N(0, .8²); person i says yes to more or less of everything by
 * y[i] ~ N(0, .7²). Of the votes a tenth passes; the others agree with chance 1 / (1 + exp(−(b[s] +
 * d[g, s] + y[i]))). Every statement is as likely to be voted on; how many votes somebody casts is
 * lognormal, with ½ for the standard deviation of its logarithm, and at least one.
 *
 * @param people at least 1
 * @param statements at least 1
 * @param votesEach on average, at most half of the statements or fewer come out
 * @param seed the same votes for the same seed
 */
record SyntheticConversation(int people, int statements, double votesEach, long seed) {
  private static final double[] SHARES = {0.4, 0.3, 0.2, 0.1};
  private static final double STATEMENT_SPREAD = 0.8;
  private static final double GROUP_SPREAD = 0.8;
  private static final double YEA_SAYING = 0.7;
  private static final double EFFORT_SPREAD = 0.5;
  private static final double PASSING = 0.1;

  SyntheticConversation {
    if (people < 1 || statements < 1 || !(votesEach >= 1 && votesEach <= statements)) {
      throw new IllegalArgumentException(
          "%d people, %d statements, %f votes each; expected 1 or more, and no more votes than statements"
              .formatted(people, statements, votesEach));
    }
  }

  /** Where the votes go. */
  interface Sink {
    /**
     * The votes of the next person.
     *
     * @param statements on which, ascending; the first {@code count} count
     * @param votes of each, what they said
     */
    void person(int[] statements, Vote[] votes, int count) throws IOException;
  }

  /** All of them, for who wants them in memory. */
  Votes votes() throws IOException {
    var builder = new VotesBuilder();
    int[] statement = new int[statements];
    for (int at = 0; at < statements; at++) {
      statement[at] = builder.statement(Integer.toString(at));
    }
    int[] person = new int[1];
    writeTo((on, votes, count) -> {
      int who = builder.person(Integer.toString(person[0]++));
      for (int at = 0; at < count; at++) {
        builder.add(who, statement[on[at]], votes[at], 0);
      }
    });
    return builder.build();
  }

  /** Person by person. */
  void writeTo(Sink sink) throws IOException {
    var random = new SplittableRandom(seed);
    double[][] logits = logits(random);
    int[] on = new int[statements];
    Vote[] votes = new Vote[statements];
    Arrays.fill(votes, Vote.PASS);
    for (int person = 0; person < people; person++) {
      double[] group = logits[group(random)];
      double yes = YEA_SAYING * random.nextGaussian();
      int count = choose(random, on);
      for (int at = 0; at < count; at++) {
        votes[at] = vote(random, group[on[at]] + yes);
      }
      sink.person(on, votes, count);
    }
  }

  private double[][] logits(SplittableRandom random) {
    double[][] logits = new double[SHARES.length][statements];
    for (int statement = 0; statement < statements; statement++) {
      double base = STATEMENT_SPREAD * random.nextGaussian();
      for (double[] group : logits) {
        group[statement] = base + GROUP_SPREAD * random.nextGaussian();
      }
    }
    return logits;
  }

  private static int group(SplittableRandom random) {
    double left = random.nextDouble();
    int group = 0;
    while (group < SHARES.length - 1 && left > SHARES[group]) {
      left -= SHARES[group++];
    }
    return group;
  }

  /** Leaps from one statement that is voted on to the next: geometric, so each is as likely. */
  private int choose(SplittableRandom random, int[] on) {
    double mean =
        votesEach
            * Math.exp(EFFORT_SPREAD * random.nextGaussian() - EFFORT_SPREAD * EFFORT_SPREAD / 2);
    double staying = Math.log1p(-Math.min(mean / statements, 1 - 1e-9));
    int count = 0;
    double next = leap(random, staying) - 1;
    while (next < statements) {
      on[count++] = (int) next;
      next += leap(random, staying);
    }
    if (count == 0) {
      on[count++] = random.nextInt(statements);
    }
    return count;
  }

  private static double leap(SplittableRandom random, double staying) {
    return 1 + Math.floor(Math.log(1 - random.nextDouble()) / staying);
  }

  private static Vote vote(SplittableRandom random, double logit) {
    if (random.nextDouble() < PASSING) {
      return Vote.PASS;
    }
    return random.nextDouble() < 1 / (1 + Math.exp(-logit)) ? Vote.AGREE : Vote.DISAGREE;
  }
}
