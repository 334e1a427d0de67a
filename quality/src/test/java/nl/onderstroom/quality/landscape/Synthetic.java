package nl.onderstroom.quality.landscape;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A conversation whose groups are known. Person i of group g, with participant effect y, agrees
 * with statement j with logit b(j) + d(g, j) + y unless they pass.
 *
 * @param groups true group of each person
 * @param logits b + d, of each group and statement
 */
@SuppressWarnings("ArrayRecordComponent") // read here only
record Synthetic(Conversation conversation, int[] groups, double[][] logits, Regime regime) {
  private static final double STATEMENT_SPREAD = 0.8;
  private static final int NODES = 41;

  /**
   * How people differ.
   *
   * @param shares of the groups
   * @param deviation standard deviation of d, in logits
   * @param yeaSaying standard deviation of y, in logits
   * @param meanVotes of a person
   * @param voteSpread standard deviation of the logarithm of somebody's number of votes; 0 when all
   *     vote alike often
   */
  @SuppressWarnings("ArrayRecordComponent") // read here only
  record Regime(
      int people,
      int statements,
      double[] shares,
      double deviation,
      double yeaSaying,
      double meanVotes,
      double voteSpread) {
    static Regime fourGroups(int people, double deviation, double voteSpread) {
      return new Regime(
          people, 500, new double[] {0.4, 0.3, 0.2, 0.1}, deviation, 0.7, 195, voteSpread);
    }

    /** One group: statements differ, and people in nothing but how easily they say yes. */
    static Regime oneGroup(int people, int statements, double yeaSaying, double meanVotes) {
      return new Regime(people, statements, new double[] {1}, 0, yeaSaying, meanVotes, 0);
    }
  }

  static Synthetic of(Regime regime, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] logits = new double[regime.shares().length][regime.statements()];
    double[] passing = new double[regime.statements()];
    for (int statement = 0; statement < passing.length; statement++) {
      double base = STATEMENT_SPREAD * random.nextGaussian();
      passing[statement] = 0.05 + 0.2 * random.nextDouble();
      for (double[] group : logits) {
        group[statement] = base + regime.deviation() * random.nextGaussian();
      }
    }
    int[] groups = new int[regime.people()];
    int[] starts = new int[regime.people() + 1];
    int[] entries = new int[1024];
    int out = 0;
    for (int person = 0; person < groups.length; person++) {
      groups[person] = drawn(regime.shares(), random);
      double yea = regime.yeaSaying() * random.nextGaussian();
      double density = density(regime, random);
      for (int statement = 0; statement < passing.length; statement++) {
        if (random.nextDouble() < density) {
          entries = out < entries.length ? entries : Arrays.copyOf(entries, 2 * out);
          int opinion =
              random.nextDouble() < Odds.chance(logits[groups[person]][statement] + yea)
                  ? Conversation.AGREE
                  : Conversation.DISAGREE;
          int vote = random.nextDouble() < passing[statement] ? Conversation.PASS : opinion;
          entries[out++] = statement << 2 | vote;
        }
      }
      starts[person + 1] = out;
    }
    Conversation votes = new Conversation(regime.statements(), starts, Arrays.copyOf(entries, out));
    return new Synthetic(votes, groups, logits, regime);
  }

  /** Everybody votes at random: no statement, no person and no group differs from another. */
  static Conversation noise(int people, int statements, double meanVotes, long seed) {
    Conversation shape = of(Regime.oneGroup(people, statements, 0, meanVotes), seed).conversation();
    SplittableRandom random = new SplittableRandom(~seed);
    int[] votes = new int[shape.votes()];
    Arrays.setAll(votes, _ -> random.nextInt(3));
    return shape.withVotes(votes);
  }

  private static int drawn(double[] shares, SplittableRandom random) {
    double left = random.nextDouble();
    int group = 0;
    while (group + 1 < shares.length && left > shares[group]) {
      left -= shares[group++];
    }
    return group;
  }

  private static double density(Regime regime, SplittableRandom random) {
    double spread = regime.voteSpread();
    double factor = Math.exp(spread * random.nextGaussian() - spread * spread / 2);
    return Math.min(1, regime.meanVotes() / regime.statements() * factor);
  }

  /**
   * The best anybody can do: the likeliest group of each person by Bayes' rule from the true
   * parameters, the participant effect integrated out.
   */
  int[] oracle() {
    int[] likeliest = new int[groups.length];
    for (int person = 0; person < likeliest.length; person++) {
      double best = Double.NEGATIVE_INFINITY;
      for (int group = 0; group < logits.length; group++) {
        double evidence = Math.log(regime.shares()[group]) + evidence(person, logits[group]);
        if (evidence > best) {
          best = evidence;
          likeliest[person] = group;
        }
      }
    }
    return likeliest;
  }

  /** Up to a constant: the logarithm of the chance of somebody's votes. */
  private double evidence(int person, double[] group) {
    double[] logs = new double[NODES];
    for (int node = 0; node < NODES; node++) {
      double yea = (node - NODES / 2) / 5.0;
      logs[node] = -yea * yea / 2;
      for (int at = conversation.start(person); at < conversation.end(person); at++) {
        int sign = conversation.vote(at) - 1;
        double logit = group[conversation.statement(at)] + regime.yeaSaying() * yea;
        logs[node] += sign == 0 ? 0 : Odds.logChance(sign * logit);
      }
    }
    double most = Arrays.stream(logs).max().orElse(0);
    return most + Math.log(Arrays.stream(logs).map(log -> Math.exp(log - most)).sum());
  }
}
