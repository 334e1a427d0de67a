package nl.onderstroom.engine.landscape;

import static nl.onderstroom.engine.landscape.PackedCholesky.cell;
import static nl.onderstroom.engine.landscape.PackedCholesky.cells;

import java.util.Arrays;

/**
 * Places one person after another in an {@link OpinionSpace}: the normal posterior of (y, u) under
 * Jaakkola and Jordan's bound. Keeps its working space; one thread each. O(votes · dimensions²) a
 * person.
 */
final class Placing {
  private final OpinionSpace space;
  private final Votes votes;
  private final Reading reading;
  private final int order;
  private final int momentCells;
  private final PackedCholesky cholesky;
  private final double[] precision;
  private final double[] information;
  private final double[] gathered;
  private final double[] linear;

  /** Mean of (y, u) of the person last placed. */
  final double[] mean;

  /** Covariance of (y, u), packed. */
  final double[] covariance;

  /** E[c cᵀ] of an average statement, off the diagonal doubled; c = (1, w). */
  private final double[] typical;

  /** Of each vote of the person, 2λ in {@link Logistic#WEIGHT_UNIT}; 0 where it does not say. */
  double[] weights = new double[64];

  Placing(OpinionSpace space, Votes votes, Reading reading) {
    this.space = space;
    this.votes = votes;
    this.reading = reading;
    order = space.dimensions() + 1;
    momentCells = space.momentCells();
    cholesky = new PackedCholesky(order);
    precision = new double[cells(order)];
    information = new double[order];
    gathered = new double[momentCells];
    linear = new double[order];
    mean = new double[order];
    covariance = new double[cells(order)];
    typical = typical(space);
  }

  /** Begins at the prior. */
  void beginAnywhere() {
    Arrays.fill(mean, 0);
    Arrays.fill(covariance, 0);
    covariance[0] = space.yeaSayingVariance();
    for (int at = 1; at < order; at++) {
      covariance[cell(at, at)] = 1;
    }
  }

  /** Begins where the person stood. */
  void beginAt(Places places, int person) {
    places.read(person, mean, covariance);
  }

  /** Improves the place of a person by their votes, {@code times} over. */
  void place(int person, int times) {
    for (int time = 0; time < times; time++) {
      gather(person);
      conclude();
    }
  }

  private void gather(int person) {
    double[] moments = space.moments();
    int from = votes.start(person);
    int to = votes.end(person);
    if (weights.length < to - from) {
      weights = new double[2 * (to - from)];
    }
    double variance = logitVariance();
    Arrays.fill(gathered, 0);
    Arrays.fill(linear, 0);
    for (int entry = from; entry < to; entry++) {
      int sign = reading.sign(votes.code(entry));
      if (sign == 0) {
        weights[entry - from] = 0;
        continue;
      }
      int offset = votes.statement(entry) * momentCells;
      double logit = meanLogit(moments, offset);
      double weight = Logistic.weight(logit * logit + variance);
      weights[entry - from] = weight;
      addScaled(moments, offset, weight, gathered);
      for (int at = 0; at < order; at++) {
        linear[at] += sign * moments[offset + (at + 1) * (at + 2) / 2 + 1];
      }
    }
  }

  /** Takes the votes gathered and the prior together. */
  private void conclude() {
    for (int row = 0; row < order; row++) {
      information[row] = linear[row] / 2 - gathered[cell(row + 1, 0)] * Logistic.WEIGHT_UNIT;
      for (int column = 0; column <= row; column++) {
        precision[cell(row, column)] = gathered[cell(row + 1, column + 1)] * Logistic.WEIGHT_UNIT;
      }
      precision[cell(row, row)] += row == 0 ? 1 / space.yeaSayingVariance() : 1;
    }
    cholesky.factor(precision).solve(information, mean);
    cholesky.inverse(covariance);
  }

  /**
   * How uncertain the person's logit is on an average statement. The bound holds for every ξ; this
   * one costs no quadratic form for each vote.
   */
  private double logitVariance() {
    double sum = 0;
    for (int at = 0; at < typical.length; at++) {
      sum += typical[at] * covariance[at];
    }
    return Math.max(0, sum);
  }

  private static double[] typical(OpinionSpace space) {
    int order = space.dimensions() + 1;
    double[] sum = new double[cells(order)];
    for (int statement = 0; statement < space.statements(); statement++) {
      int offset = statement * space.momentCells();
      for (int row = 0; row < order; row++) {
        for (int column = 0; column <= row; column++) {
          double moment = space.moments()[offset + cell(row + 1, column + 1)];
          sum[cell(row, column)] += (row == column ? 1 : 2) * moment / space.statements();
        }
      }
    }
    return sum;
  }

  /** Writes the second moments of (1, y, u) of the person last placed. */
  void moments(double[] into) {
    Places.moments(mean, covariance, into);
  }

  /** E[η] of this person on the statement whose moments begin at {@code offset}. */
  private double meanLogit(double[] moments, int offset) {
    double logit = moments[offset + 1] + mean[0];
    for (int at = 1; at < order; at++) {
      logit += moments[offset + (at + 1) * (at + 2) / 2 + 1] * mean[at];
    }
    return logit;
  }

  static void addScaled(double[] from, int offset, double scale, double[] into) {
    for (int at = 0; at < into.length; at++) {
      into[at] += scale * from[offset + at];
    }
  }
}
