package nl.onderstroom.quality.landscape;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Expectation–maximisation for a latent-class model: in a class, each statement has a chance to be
 * passed and a logit of agreement, to which a person's own effect y ~ N(0, s²) is added. The effect
 * is integrated out on {@value #NODES} nodes. How far a class may stand from what everybody says is
 * estimated too (empirical Bayes): normal deviations of the logits, beta ones of the passes.
 */
final class LatentClassFit {
  private static final int NODES = 13;
  private static final double[] NODE =
      IntStream.range(0, NODES).mapToDouble(node -> (node - NODES / 2) / 2.0).toArray();
  private static final double[] WEIGHT =
      Arrays.stream(NODE).map(y -> Math.exp(-y * y / 2) / 2 / Math.sqrt(2 * Math.PI)).toArray();

  private static final double SPLIT_SURENESS = 0.9;

  final Conversation votes;
  final int classes;
  private final int width;
  private final double[] usualPass;
  private final double[] usualLogit;
  private final double[] shares;
  private final double[] pass;
  private final double[] logit;

  /**
   * Of each class and statement, what the votes tell of its logit, and how many votes there are.
   */
  private final double[] information;

  private final double[] seen;
  private double effect = 0.5;

  /** Variance of a class's logits around everybody's, squared logits. */
  private double variance = 0.5;

  /** So many votes weighs everybody's share of passes. */
  private double passVotes = 10;

  /** Of each statement and vote, by class and node: logarithms of chances, then expected counts. */
  private final double[] table;

  /** Of each person, the chance of each class and node. */
  private final double[] belonging;

  double logLikelihood;

  private LatentClassFit(Conversation votes, int classes, double[] usualPass, double[] usualLogit) {
    this.votes = votes;
    this.classes = classes;
    this.usualPass = usualPass;
    this.usualLogit = usualLogit;
    width = classes * NODES;
    shares = new double[classes];
    pass = new double[votes.statements() * classes];
    logit = new double[votes.statements() * classes];
    table = new double[votes.statements() * 3 * width];
    belonging = new double[votes.people() * width];
    information = new double[logit.length];
    seen = new double[logit.length];
    for (int at = 0; at < logit.length; at++) {
      pass[at] = usualPass[at / classes];
      logit[at] = usualLogit[at / classes];
    }
  }

  /** Everybody in one class. */
  static LatentClassFit one(Conversation votes) {
    double[][] counts = new double[3][votes.statements()];
    for (int entry = 0; entry < votes.votes(); entry++) {
      counts[votes.vote(entry)][votes.statement(entry)]++;
    }
    double[] pass = new double[votes.statements()];
    double[] logit = new double[votes.statements()];
    for (int s = 0; s < pass.length; s++) {
      double all = counts[0][s] + counts[1][s] + counts[2][s];
      pass[s] = (counts[Conversation.PASS][s] + 0.5) / (all + 2);
      logit[s] =
          Math.log((counts[Conversation.AGREE][s] + 1) / (counts[Conversation.DISAGREE][s] + 1));
    }
    LatentClassFit fit = new LatentClassFit(votes, 1, pass, logit);
    fit.shares[0] = 1;
    fit.variance = 4;
    fit.passVotes = 1;
    return fit;
  }

  /** Of the same people by fewer votes, from this fit on. */
  LatentClassFit again(Conversation fewer, int steps) {
    LatentClassFit next = new LatentClassFit(fewer, classes, usualPass, usualLogit);
    System.arraycopy(shares, 0, next.shares, 0, classes);
    System.arraycopy(pass, 0, next.pass, 0, pass.length);
    System.arraycopy(logit, 0, next.logit, 0, logit.length);
    next.effect = effect;
    next.variance = variance;
    next.passVotes = passVotes;
    return next.settle(steps, 0);
  }

  /** One class more: {@code split} in two along the direction in which its people differ most. */
  LatentClassFit more(int split) {
    LatentClassFit next =
        new LatentClassFit(
            votes, classes + 1, classes == 1 ? pass : usualPass, classes == 1 ? logit : usualLogit);
    next.effect = effect;
    next.variance = variance;
    next.passVotes = passVotes;
    for (int s = 0; s < votes.statements(); s++) {
      for (int c = 0; c <= classes; c++) {
        next.logit[s * next.classes + c] = logit[s * classes + (c == classes ? split : c)];
      }
    }
    double[] side = new ClassDirection(this, split).places();
    for (int person = 0; person < votes.people(); person++) {
      for (int c = 0; c < classes; c++) {
        for (int node = 0; node < NODES; node++) {
          double here = belonging[person * width + c * NODES + node];
          double part = c != split ? 1 : side[person] < 0 ? SPLIT_SURENESS : 1 - SPLIT_SURENESS;
          next.belonging[person * next.width + c * NODES + node] = here * part;
          if (c == split) {
            next.belonging[person * next.width + width + node] = here * (1 - part);
          }
        }
      }
    }
    next.maximise();
    return next;
  }

  /** Steps until one gains less than {@code least} log-likelihood a person. */
  LatentClassFit settle(int most, double least) {
    double before = Double.NEGATIVE_INFINITY;
    for (int step = 0; step < most && !(logLikelihood - before < least * votes.people()); step++) {
      before = step == 0 ? before : logLikelihood;
      expect();
      maximise();
    }
    expect();
    return this;
  }

  private void expect() {
    for (int s = 0; s < votes.statements(); s++) {
      for (int at = 0; at < width; at++) {
        double passing = pass[s * classes + at / NODES];
        double odds = logit[s * classes + at / NODES] + effect * NODE[at % NODES];
        int row = s * 3 * width + at;
        table[row + Conversation.DISAGREE * width] = Math.log1p(-passing) + Odds.logChance(-odds);
        table[row + Conversation.PASS * width] = Math.log(passing);
        table[row + Conversation.AGREE * width] = Math.log1p(-passing) + Odds.logChance(odds);
      }
    }
    logLikelihood = 0;
    double[] logs = new double[width];
    for (int person = 0; person < votes.people(); person++) {
      for (int at = 0; at < width; at++) {
        logs[at] = Math.log(shares[at / NODES] * WEIGHT[at % NODES]);
      }
      for (int entry = votes.start(person); entry < votes.end(person); entry++) {
        int row = (votes.statement(entry) * 3 + votes.vote(entry)) * width;
        for (int at = 0; at < width; at++) {
          logs[at] += table[row + at];
        }
      }
      double most = Arrays.stream(logs).max().orElse(0);
      double sum = 0;
      for (int at = 0; at < width; at++) {
        belonging[person * width + at] = Math.exp(logs[at] - most);
        sum += belonging[person * width + at];
      }
      for (int at = 0; at < width; at++) {
        belonging[person * width + at] /= sum;
      }
      logLikelihood += most + Math.log(sum);
    }
  }

  private void maximise() {
    Arrays.fill(table, 0);
    double[] total = new double[width];
    for (int person = 0; person < votes.people(); person++) {
      int who = person * width;
      for (int at = 0; at < width; at++) {
        total[at] += belonging[who + at];
      }
      for (int entry = votes.start(person); entry < votes.end(person); entry++) {
        int row = (votes.statement(entry) * 3 + votes.vote(entry)) * width;
        for (int at = 0; at < width; at++) {
          table[row + at] += belonging[who + at];
        }
      }
    }
    double square = 0;
    for (int c = 0; c < classes; c++) {
      double people = 0;
      for (int node = 0; node < NODES; node++) {
        people += total[c * NODES + node];
        square += total[c * NODES + node] * NODE[node] * NODE[node];
      }
      shares[c] = (people + 1) / (votes.people() + classes);
    }
    effect = Math.max(0.05, effect * Math.sqrt(square / votes.people()));
    for (int at = 0; at < logit.length; at++) {
      statement(at / classes, at % classes);
    }
    if (classes > 1) {
      estimateSpread();
    }
  }

  /** Newton's steps for one logit, from the expected counts. */
  private void statement(int s, int c) {
    int cell = s * classes + c;
    double passes = counted(s, Conversation.PASS, c);
    seen[cell] = counted(s, 0, c) + counted(s, 1, c) + counted(s, 2, c);
    pass[cell] = (passes + passVotes * usualPass[s]) / (seen[cell] + passVotes);
    double at = logit[cell];
    for (int step = 0; step < 3; step++) {
      double slope = (usualLogit[s] - at) / variance;
      double curve = 0;
      for (int node = 0; node < NODES; node++) {
        double agree = table[row(s, Conversation.AGREE, c) + node];
        double opinions = agree + table[row(s, Conversation.DISAGREE, c) + node];
        double here = Odds.chance(at + effect * NODE[node]);
        slope += agree - opinions * here;
        curve += opinions * here * (1 - here);
      }
      information[cell] = curve;
      at += Math.clamp(slope / (curve + 1 / variance), -1, 1);
    }
    logit[cell] = at;
  }

  private void estimateSpread() {
    double squares = 0;
    double passSquares = 0;
    for (int cell = 0; cell < logit.length; cell++) {
      double apart = logit[cell] - usualLogit[cell / classes];
      squares += apart * apart + 1 / (information[cell] + 1 / variance);
      double usual = usualPass[cell / classes];
      double passApart = pass[cell] - usual;
      passSquares +=
          passApart * passApart / (usual * (1 - usual)) + 1 / (seen[cell] + passVotes + 1);
    }
    variance = Math.max(1e-3, squares / logit.length);
    passVotes = Math.clamp(logit.length / passSquares - 1, 1, 1e4);
  }

  /**
   * −2 log evidence, up to what all numbers of classes share, by Laplace's approximation: a
   * deviation costs what it stands apart and what its votes tell of it.
   *
   * @param people who count
   */
  double cost(int people) {
    double cost = (classes - 1) * Math.log(Math.max(2, people)) - 2 * logLikelihood;
    for (int cell = 0; classes > 1 && cell < logit.length; cell++) {
      double apart = logit[cell] - usualLogit[cell / classes];
      double usual = usualPass[cell / classes];
      double surprise =
          usual * Math.log(usual / pass[cell])
              + (1 - usual) * Math.log((1 - usual) / (1 - pass[cell]));
      cost += apart * apart / variance + Math.log1p(information[cell] * variance);
      cost += 2 * passVotes * surprise + Math.log1p(seen[cell] / passVotes);
    }
    return cost;
  }

  private int row(int s, int vote, int c) {
    return (s * 3 + vote) * width + c * NODES;
  }

  private double counted(int s, int vote, int c) {
    int from = row(s, vote, c);
    return IntStream.range(from, from + NODES).mapToDouble(at -> table[at]).sum();
  }

  double shareAgreeing(int s, int c, double yeaSaying) {
    return Odds.chance(logit[s * classes + c] + yeaSaying);
  }

  /** Somebody's own effect, as a member of a class. */
  double yeaSaying(int person, int c) {
    double sum = 0;
    for (int node = 0; node < NODES; node++) {
      sum += belonging[person * width + c * NODES + node] * NODE[node] * effect;
    }
    return sum / Math.max(1e-9, inClass(person, c));
  }

  double inClass(int person, int c) {
    int from = person * width + c * NODES;
    return IntStream.range(from, from + NODES).mapToDouble(at -> belonging[at]).sum();
  }

  double agreement(int person, int s) {
    double chance = 0;
    for (int at = 0; at < width; at++) {
      int cell = s * classes + at / NODES;
      chance +=
          belonging[person * width + at]
              * (1 - pass[cell])
              * Odds.chance(logit[cell] + effect * NODE[at % NODES]);
    }
    return chance;
  }
}
