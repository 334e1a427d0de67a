package nl.onderstroom.quality.landscape;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * People of whom everything is known: who comes when, what each would say to every statement if
 * asked, and how many they want to answer.
 *
 * @param groups true group of each person, in the order in which they come
 * @param agreement true chance that a person who does not pass agrees, by person and statement
 * @param answers what they say when asked: 0 disagree, 1 pass, 2 agree; −1 cannot be asked
 * @param patience how many statements each answers
 * @param since how many people have come before a statement is there
 */
@SuppressWarnings("ArrayRecordComponent") // read here only
record Crowd(int[] groups, double[][] agreement, byte[][] answers, int[] patience, int[] since) {
  private static final double STATEMENT_SPREAD = 0.8;

  /** Of a person on a statement, beyond what groups and directions explain. */
  private static final double WHIM = 0.4;

  /**
   * How people differ.
   *
   * @param shares of the groups
   * @param deviation standard deviation of the logits of groups on a statement
   * @param continuum standard deviation of people within a group, along two more directions
   * @param yeaSaying standard deviation of how easily people say yes, in logits
   * @param meanVotes that a person casts; lognormal, with half for the logarithm
   * @param later share of the statements that come while people do, in the first two thirds
   */
  @SuppressWarnings("ArrayRecordComponent") // read here only
  record Regime(
      String name,
      int people,
      int statements,
      double[] shares,
      double deviation,
      double continuum,
      double yeaSaying,
      double meanVotes,
      double later) {}

  static Crowd of(Regime regime, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int statements = regime.statements();
    double[] base = new double[statements];
    double[] passing = new double[statements];
    double[][] centres = new double[regime.shares().length][statements];
    double[][] directions = new double[2][statements];
    int[] since = new int[statements];
    for (int s = 0; s < statements; s++) {
      base[s] = STATEMENT_SPREAD * random.nextGaussian();
      passing[s] = 0.05 + 0.25 * random.nextDouble();
      // Most statements tell groups apart a little, few a lot.
      double telling = regime.deviation() * Math.sqrt(-Math.log(1 - random.nextDouble()));
      for (double[] centre : centres) {
        centre[s] = telling * random.nextGaussian();
      }
      for (double[] direction : directions) {
        direction[s] = regime.continuum() * random.nextGaussian();
      }
      since[s] =
          random.nextDouble() < regime.later()
              ? (int) (random.nextDouble() * regime.people() * 2 / 3)
              : 0;
    }
    int[] groups = new int[regime.people()];
    int[] patience = new int[regime.people()];
    double[][] agreement = new double[regime.people()][statements];
    byte[][] answers = new byte[regime.people()][statements];
    for (int person = 0; person < groups.length; person++) {
      groups[person] = drawn(regime.shares(), random);
      double yea = regime.yeaSaying() * random.nextGaussian();
      double[] place = {random.nextGaussian(), random.nextGaussian()};
      patience[person] = patience(regime.meanVotes(), statements, random);
      for (int s = 0; s < statements; s++) {
        double logit =
            base[s]
                + yea
                + centres[groups[person]][s]
                + place[0] * directions[0][s]
                + place[1] * directions[1][s]
                + WHIM * random.nextGaussian();
        agreement[person][s] = Odds.chance(logit);
        boolean agrees = random.nextDouble() < agreement[person][s];
        boolean passes = random.nextDouble() < passing[s];
        answers[person][s] = (byte) (passes ? 1 : agrees ? 2 : 0);
      }
    }
    return new Crowd(groups, agreement, answers, patience, since);
  }

  /**
   * Real people, in a random order, who can only be asked what they did answer, and answer fewer.
   * In place of a truth stands what is found with all their votes.
   *
   * @param found with all votes
   * @param least who cast fewer votes is left out
   */
  static Crowd of(Conversation votes, Method.Found found, int least, double meanVotes, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] chosen =
        Arrays.stream(Conversation.permutation(votes.people(), random))
            .filter(person -> votes.votes(person) >= least)
            .toArray();
    byte[][] answers = new byte[chosen.length][votes.statements()];
    double[][] agreement = new double[chosen.length][votes.statements()];
    for (int at = 0; at < chosen.length; at++) {
      int person = chosen[at];
      Arrays.fill(answers[at], (byte) -1);
      for (int entry = votes.start(person); entry < votes.end(person); entry++) {
        answers[at][votes.statement(entry)] = (byte) votes.vote(entry);
      }
      Arrays.setAll(agreement[at], s -> found.agreement().of(person, s));
    }
    return new Crowd(
        Arrays.stream(chosen).map(person -> found.groups()[person]).toArray(),
        agreement,
        answers,
        IntStream.range(0, chosen.length).map(_ -> patience(meanVotes, least, random)).toArray(),
        new int[votes.statements()]);
  }

  private static int patience(double meanVotes, int most, SplittableRandom random) {
    double many = meanVotes * Math.exp(0.5 * random.nextGaussian() - 0.125);
    return (int) Math.max(1, Math.min(most, Math.rint(many)));
  }

  private static int drawn(double[] shares, SplittableRandom random) {
    double left = random.nextDouble();
    int group = 0;
    while (group + 1 < shares.length && left > shares[group]) {
      left -= shares[group++];
    }
    return group;
  }

  int people() {
    return groups.length;
  }

  int statements() {
    return since.length;
  }

  int votes() {
    return Arrays.stream(patience).sum();
  }
}
