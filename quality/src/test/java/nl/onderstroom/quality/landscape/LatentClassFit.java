package nl.onderstroom.quality.landscape;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Expectation–maximisation for a latent-class model: in a class, each statement has a chance to be
 * passed and a logit of agreement, to which a person's own effect y ~ N(0, s²) is added. The effect
 * is integrated out on {@value #NODES} nodes (Gauss and Hermite); what a class says of a statement
 * is drawn to what everybody says.
 */
final class LatentClassFit {
  static final int NODES = 5;
  private static final double[] NODE = {-2.85697, -1.355626, 0, 1.355626, 2.85697};
  private static final double[] WEIGHT = {0.0112574, 0.2220759, 0.5333333, 0.2220759, 0.0112574};

  /** So many votes weighs what everybody says. */
  static final double PRIOR_VOTES = 3;

  private static final int SPLIT_ROUNDS = 6;
  private static final double SPLIT_SURENESS = 0.9;

  private final Conversation votes;
  final int classes;
  private final int width;
  private final double[] usualPass;
  private final double[] usualLogit;
  private final double[] shares;
  private final double[] pass;
  private final double[] logit;
  private double effect = 0.5;

  /** Of each statement and vote, by class and node: logarithms of chances, then expected counts. */
  private final double[] table;

  /** Of each person, the chance of each class and node. */
  final double[] belonging;

  double logLikelihood;

  private LatentClassFit(
      Conversation votes, int classes, double[] usualPass, double[] usualLogit) {
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
    return fit;
  }

  /** One class more: {@code split} in two along the direction in which its people differ most. */
  LatentClassFit more(int split) {
    LatentClassFit next = new LatentClassFit(votes, classes + 1, usualPass, usualLogit);
    next.effect = effect;
    for (int s = 0; s < votes.statements(); s++) {
      for (int c = 0; c <= classes; c++) {
        next.logit[s * next.classes + c] = logit[s * classes + (c == classes ? split : c)];
      }
    }
    double[] side = direction(split);
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

  /** First principal direction of what is left of the votes of one class; by power iteration. */
  private double[] direction(int split) {
    double[] place = new double[votes.people()];
    double[] loading = new double[votes.statements()];
    Arrays.setAll(loading, s -> Math.sin(12.9898 * (s + 1)));
    for (int round = 0; round < SPLIT_ROUNDS; round++) {
      double[] next = new double[loading.length];
      for (int person = 0; person < place.length; person++) {
        double effectHere = 0;
        double weight = 1e-9;
        for (int node = 0; node < NODES; node++) {
          double here = belonging[person * width + split * NODES + node];
          weight += here;
          effectHere += here * NODE[node] * effect;
        }
        double shift = effectHere / weight;
        place[person] = 0;
        for (int at = votes.start(person); at < votes.end(person); at++) {
          place[person] += left(at, split, shift) * loading[votes.statement(at)];
        }
        place[person] /= Math.sqrt(1 + votes.votes(person));
        for (int at = votes.start(person); at < votes.end(person); at++) {
          next[votes.statement(at)] += weight * left(at, split, shift) * place[person];
        }
      }
      double size = Math.sqrt(Arrays.stream(next).map(x -> x * x).sum()) + 1e-12;
      Arrays.setAll(loading, s -> next[s] / size);
    }
    return place;
  }

  private double left(int entry, int inClass, double shift) {
    int vote = votes.vote(entry);
    double chance = sigmoid(logit[votes.statement(entry) * classes + inClass] + shift);
    return vote == Conversation.PASS ? 0 : (vote == Conversation.AGREE ? 1 : 0) - chance;
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
        table[row + Conversation.DISAGREE * width] = Math.log1p(-passing) - softplus(odds);
        table[row + Conversation.PASS * width] = Math.log(passing);
        table[row + Conversation.AGREE * width] = Math.log1p(-passing) - softplus(-odds);
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
        sum += belonging[person * width + at] = Math.exp(logs[at] - most);
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
  }

  /** Newton's steps for one logit, from the expected counts. */
  private void statement(int s, int c) {
    double passes = counted(s, Conversation.PASS, c);
    double all = votesSeen(s, c);
    pass[s * classes + c] = (passes + PRIOR_VOTES * usualPass[s]) / (all + PRIOR_VOTES);
    double usual = sigmoid(usualLogit[s]);
    double at = logit[s * classes + c];
    for (int step = 0; step < 3; step++) {
      double chance = sigmoid(at);
      double slope = PRIOR_VOTES * (usual - chance);
      double curve = PRIOR_VOTES * chance * (1 - chance);
      for (int node = 0; node < NODES; node++) {
        double agree = table[row(s, Conversation.AGREE, c) + node];
        double opinions = agree + table[row(s, Conversation.DISAGREE, c) + node];
        double here = sigmoid(at + effect * NODE[node]);
        slope += agree - opinions * here;
        curve += opinions * here * (1 - here);
      }
      at += Math.clamp(slope / (curve + 1e-9), -1, 1);
    }
    logit[s * classes + c] = Math.clamp(at, -8, 8);
  }

  private int row(int s, int vote, int c) {
    return (s * 3 + vote) * width + c * NODES;
  }

  private double counted(int s, int vote, int c) {
    int from = row(s, vote, c);
    return IntStream.range(from, from + NODES).mapToDouble(at -> table[at]).sum();
  }

  private double votesSeen(int s, int c) {
    return counted(s, 0, c) + counted(s, 1, c) + counted(s, 2, c);
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
              * sigmoid(logit[cell] + effect * NODE[at % NODES]);
    }
    return chance;
  }

  private static double sigmoid(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  private static double softplus(double x) {
    return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
  }
}
