package nl.onderstroom.engine.landscape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

/** Votes of people whose groups are known: by group, statement and how readily one agrees. */
final class SyntheticVotes {
  private final SplittableRandom random;
  private final double[] weights;
  private final double[][] logits;
  private final double yeaSaying;
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Integer> truth = new HashMap<>();

  record Row(String person, String statement, Vote vote, long time) {}

  /**
   * @param weights of the groups, adding up to 1
   * @param apart standard deviation of groups on a statement, in logits
   * @param yeaSaying standard deviation of people, in logits
   */
  SyntheticVotes(double[] weights, int statements, double apart, double yeaSaying, long seed) {
    random = new SplittableRandom(seed);
    this.weights = weights;
    this.yeaSaying = yeaSaying;
    logits = new double[weights.length][statements];
    for (int statement = 0; statement < statements; statement++) {
      double base = 0.8 * random.nextGaussian();
      for (double[] group : logits) {
        group[statement] = base + apart * random.nextGaussian();
      }
    }
  }

  /** The groups do not differ on the first statements. */
  SyntheticVotes alikeOn(int statements) {
    for (double[] group : logits) {
      System.arraycopy(logits[0], 0, group, 0, statements);
    }
    return this;
  }

  /**
   * @param votes each person casts, on average
   */
  SyntheticVotes people(int people, double votes) {
    for (int person = 0; person < people; person++) {
      int group = group();
      double yes = yeaSaying * random.nextGaussian();
      truth.put("p" + person, group);
      for (int statement = 0; statement < logits[0].length; statement++) {
        if (random.nextDouble() < votes / logits[0].length) {
          rows.add(row(person, statement, logits[group][statement] + yes));
        }
      }
    }
    return this;
  }

  private Row row(int person, int statement, double logit) {
    Vote vote = random.nextDouble() < 1 / (1 + Math.exp(-logit)) ? Vote.AGREE : Vote.DISAGREE;
    Vote cast = random.nextDouble() < 0.1 ? Vote.PASS : vote;
    return new Row("p" + person, "s" + statement, cast, 1);
  }

  private int group() {
    double left = random.nextDouble();
    int group = 0;
    while (group < weights.length - 1 && left > weights[group]) {
      left -= weights[group++];
    }
    return group;
  }

  List<Row> rows() {
    return rows;
  }

  Votes votes() {
    return votes(rows);
  }

  static Votes votes(List<Row> rows) {
    VotesBuilder builder = new VotesBuilder();
    rows.forEach(row -> builder.add(row.person(), row.statement(), row.vote(), row.time()));
    return builder.build();
  }

  List<Row> shuffled(long seed) {
    List<Row> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }

  /** Adjusted Rand index between the groups found and the true ones. */
  double recovered(Landscape landscape) {
    int[] found =
        landscape.participants().stream().mapToInt(one -> one.group().orElse(-1)).toArray();
    int[] known =
        landscape.participants().stream()
            .mapToInt(one -> truth.getOrDefault(one.id(), -1))
            .toArray();
    return AdjustedRandIndex.of(found, known);
  }
}
