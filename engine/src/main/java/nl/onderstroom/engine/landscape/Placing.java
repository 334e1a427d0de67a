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

  /** Second moments of (1, y, u), packed; off the diagonal doubled. */
  private final double[] doubled;

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
    doubled = new double[momentCells];
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
      gather(person, Ballots.ALL);
      conclude();
    }
  }

  /** The same, of the votes in {@code kept} only. */
  void place(int person, int times, Ballots kept) {
    for (int time = 0; time < times; time++) {
      gather(person, kept);
      conclude();
    }
  }

  /** Which votes count. */
  @FunctionalInterface
  interface Ballots {
    Ballots ALL = _ -> true;

    boolean contains(int entry);
  }

  private void gather(int person, Ballots kept) {
    double[] moments = space.moments();
    int from = votes.start(person);
    int to = votes.end(person);
    if (weights.length < to - from) {
      weights = new double[2 * (to - from)];
    }
    fillDoubled();
    Arrays.fill(gathered, 0);
    Arrays.fill(linear, 0);
    for (int entry = from; entry < to; entry++) {
      int sign = kept.contains(entry) ? reading.sign(votes.code(entry)) : 0;
      if (sign == 0) {
        weights[entry - from] = 0;
        continue;
      }
      int offset = votes.statement(entry) * momentCells;
      double weight = Logistic.weight(dot(moments, offset, doubled));
      weights[entry - from] = weight;
      addScaled(moments, offset, weight, gathered);
      for (int at = 0; at < order; at++) {
        linear[at] += sign * moments[offset + cell(at + 1, 1)];
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

  private void fillDoubled() {
    doubled[0] = 1;
    for (int row = 0; row < order; row++) {
      doubled[cell(row + 1, 0)] = 2 * mean[row];
      for (int column = 0; column <= row; column++) {
        double moment = mean[row] * mean[column] + covariance[cell(row, column)];
        doubled[cell(row + 1, column + 1)] = row == column ? moment : 2 * moment;
      }
    }
  }

  /** Writes the second moments of (1, y, u) of the person last placed. */
  void moments(double[] into) {
    into[0] = 1;
    for (int row = 0; row < order; row++) {
      into[cell(row + 1, 0)] = mean[row];
      for (int column = 0; column <= row; column++) {
        into[cell(row + 1, column + 1)] = mean[row] * mean[column] + covariance[cell(row, column)];
      }
    }
  }

  private static double dot(double[] left, int offset, double[] right) {
    double even = 0;
    double odd = 0;
    int at = 0;
    for (; at + 1 < right.length; at += 2) {
      even += left[offset + at] * right[at];
      odd += left[offset + at + 1] * right[at + 1];
    }
    return Math.max(0, even + odd + (at < right.length ? left[offset + at] * right[at] : 0));
  }

  static void addScaled(double[] from, int offset, double scale, double[] into) {
    for (int at = 0; at < into.length; at++) {
      into[at] += scale * from[offset + at];
    }
  }
}
