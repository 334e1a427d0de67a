package nl.onderstroom.quality.landscape;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nl.onderstroom.engine.landscape.LandscapeFit;
import nl.onderstroom.engine.landscape.NextStatement;
import nl.onderstroom.engine.landscape.Vote;
import org.jspecify.annotations.Nullable;

/** Which statement somebody is asked about next. Deterministic, given the seed of each draw. */
interface AskingOrder {
  String name();

  /** Learns from all votes so far; called now and then. */
  void learn(Conversation votes, LandscapeFit fit);

  /**
   * @param own votes of the person so far, by statement; −1 where there is none
   * @param offered statements they may be asked about; at least one
   * @return one of those
   */
  int next(byte[] own, int[] offered, long seed);

  /** Each statement as likely as any. */
  static AskingOrder random() {
    return new AskingOrder() {
      @Override
      public String name() {
        return "random";
      }

      @Override
      public void learn(Conversation votes, LandscapeFit fit) {}

      @Override
      public int next(byte[] own, int[] offered, long seed) {
        return offered[new SplittableRandom(seed).nextInt(offered.length)];
      }
    };
  }

  /** The engine's: the first of its ranking, or a draw among the best. */
  final class Ours implements AskingOrder {
    private final boolean drawn;
    private @Nullable NextStatement rule;

    Ours(boolean drawn) {
      this.drawn = drawn;
    }

    @Override
    public String name() {
      return drawn ? "ours, drawn" : "ours, first";
    }

    @Override
    public void learn(Conversation votes, LandscapeFit fit) {
      rule = fit.nextStatement();
    }

    @Override
    public int next(byte[] own, int[] offered, long seed) {
      if (rule == null) {
        return random().next(own, offered, seed);
      }
      Map<String, Vote> cast = new HashMap<>();
      for (int s = 0; s < own.length; s++) {
        if (own[s] >= 0) {
          cast.put(Integer.toString(s), Vote.of(own[s] - 1));
        }
      }
      List<String> ids = Arrays.stream(offered).mapToObj(Integer::toString).toList();
      String asked =
          drawn
              ? rule.draw(cast, ids, seed).orElseThrow()
              : rule.ranking(cast, ids).getFirst().statement();
      return Integer.parseInt(asked);
    }
  }

  /**
   * After the description of what Polis does: at random, with weights [(1 − p)(E + 1)a(1 +
   * 8·2<sup>−S/5</sup>)]², p = (P + 1)/(S + 2) of passes, a = (A + 1)/(S + 2) of agreement, S votes
   * on the statement; E is how far from the middle a person stands who agreed with it and said
   * nothing else, on two principal axes of the votes with means for what is missing.
   */
  final class Polis implements AskingOrder {
    private static final int POWER_ROUNDS = 60;
    private double[] weights = {};

    @Override
    public String name() {
      return "Polis";
    }

    @Override
    public void learn(Conversation votes, LandscapeFit fit) {
      int statements = votes.statements();
      double[] all = new double[statements];
      double[] sums = new double[statements];
      double[] passes = new double[statements];
      double[] agrees = new double[statements];
      for (int entry = 0; entry < votes.votes(); entry++) {
        int s = votes.statement(entry);
        all[s]++;
        sums[s] += votes.vote(entry) - 1;
        passes[s] += votes.vote(entry) == Conversation.PASS ? 1 : 0;
        agrees[s] += votes.vote(entry) == Conversation.AGREE ? 1 : 0;
      }
      double[] mean = new double[statements];
      Arrays.setAll(mean, s -> sums[s] / Math.max(1, all[s]));
      double[][] axes = axes(votes, mean);
      weights = new double[statements];
      for (int s = 0; s < statements; s++) {
        double extremity =
            Math.sqrt(statements) * (1 - mean[s]) * Math.hypot(axes[0][s], axes[1][s]);
        double pass = (passes[s] + 1) / (all[s] + 2);
        double agree = (agrees[s] + 1) / (all[s] + 2);
        double fresh = 1 + 8 * Math.pow(2, -all[s] / 5);
        weights[s] = Math.pow((1 - pass) * (extremity + 1) * agree * fresh, 2);
      }
    }

    private static double[][] axes(Conversation votes, double[] mean) {
      double[][] axes = new double[2][mean.length];
      for (int axis = 0; axis < axes.length; axis++) {
        double[] now = new double[mean.length];
        Arrays.setAll(now, s -> 1 + 0.01 * s);
        for (int round = 0; round < POWER_ROUNDS; round++) {
          double[] next = new double[mean.length];
          for (int person = 0; person < votes.people(); person++) {
            double along = 0;
            for (int at = votes.start(person); at < votes.end(person); at++) {
              along += (votes.vote(at) - 1 - mean[votes.statement(at)]) * now[votes.statement(at)];
            }
            for (int at = votes.start(person); at < votes.end(person); at++) {
              next[votes.statement(at)] += (votes.vote(at) - 1 - mean[votes.statement(at)]) * along;
            }
          }
          double shared = axis == 0 ? 0 : dot(next, axes[0]);
          double[] first = axes[0];
          Arrays.setAll(next, s -> next[s] - shared * first[s]);
          double size = Math.sqrt(dot(next, next)) + 1e-300;
          now = Arrays.stream(next).map(x -> x / size).toArray();
        }
        axes[axis] = now;
      }
      return axes;
    }

    private static double dot(double[] one, double[] other) {
      return IntStream.range(0, one.length).mapToDouble(at -> one[at] * other[at]).sum();
    }

    @Override
    public int next(byte[] own, int[] offered, long seed) {
      if (weights.length == 0) {
        return random().next(own, offered, seed);
      }
      double sum = Arrays.stream(offered).mapToDouble(s -> weights[s]).sum();
      double left = sum * new SplittableRandom(seed).nextDouble();
      for (int s : offered) {
        left -= weights[s];
        if (left < 0) {
          return s;
        }
      }
      return offered[offered.length - 1];
    }
  }
}
