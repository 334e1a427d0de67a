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
  private final StatementTable table;
  private final Votes votes;
  private final Reading reading;
  private final int order;
  private final PackedCholesky cholesky;
  private final double[] precision;
  private final double[] information;

  /** (1, y, u) of the person, in a row of the table's length. */
  private final double[] person = new double[StatementTable.MEANS];

  private final Gathered all = new Gathered();

  /** Mean of (y, u) of the person last placed. */
  final double[] mean;

  /** Covariance of (y, u), packed. */
  final double[] covariance;

  /** How many votes of the person say something. */
  int size;

  /** Of each of those the statement. */
  int[] statements = new int[64];

  /** Of each of those 2λ in {@link Logistic#WEIGHT_UNIT}. */
  double[] weights = new double[64];

  /** Of each of those 1 for yes, −1 for no. */
  double[] signs = new double[64];

  Placing(OpinionSpace space, Votes votes, Reading reading) {
    this.space = space;
    this.votes = votes;
    this.reading = reading;
    table = space.table();
    order = space.dimensions() + 1;
    cholesky = new PackedCholesky(order);
    precision = new double[cells(order)];
    information = new double[order];
    mean = new double[order];
    covariance = new double[cells(order)];
  }

  /** What some votes say of a place: sums over votes. */
  static final class Gathered {
    final double[] moments = new double[StatementTable.MOMENTS];
    final double[] means = new double[StatementTable.MEANS];

    void clear() {
      Arrays.fill(moments, 0);
      Arrays.fill(means, 0);
    }

    void add(Gathered other) {
      for (int at = 0; at < moments.length; at++) {
        moments[at] += other.moments[at];
      }
      for (int at = 0; at < means.length; at++) {
        means[at] += other.means[at];
      }
    }

    /** Writes this without the votes of {@code part}. */
    void less(Gathered part, Gathered into) {
      for (int at = 0; at < moments.length; at++) {
        into.moments[at] = moments[at] - part.moments[at];
      }
      for (int at = 0; at < means.length; at++) {
        into.means[at] = means[at] - part.means[at];
      }
    }
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
  void place(int who, int times) {
    read(who);
    for (int time = 0; time < times; time++) {
      weigh();
      all.clear();
      gather(0, size, all);
      conclude(all);
    }
  }

  /** Takes the votes of a person that say something. */
  void read(int who) {
    int most = votes.size(who);
    if (weights.length <= most) {
      weights = new double[2 * most];
      signs = new double[2 * most];
      statements = new int[2 * most];
    }
    size = 0;
    for (int entry = votes.start(who); entry < votes.end(who); entry++) {
      int sign = reading.sign(votes.code(entry));
      statements[size] = votes.statement(entry);
      signs[size] = sign;
      // Without a branch: who passes when cannot be foretold.
      size += sign & 1;
    }
  }

  /** Computes {@link #weights} from where the person stands. */
  void weigh() {
    person[0] = 1;
    System.arraycopy(mean, 0, person, 1, order);
    double variance = table.logitVariance(covariance);
    for (int at = 0; at < size; at++) {
      double logit = table.logit(statements[at], person);
      weights[at] = Logistic.weight(logit * logit + variance);
    }
  }

  /** Adds the votes {@code from} … {@code to} − 1 of those that say something. */
  void gather(int from, int to, Gathered into) {
    table.addMoments(statements, weights, from, to, into.moments);
    table.addMeans(statements, signs, from, to, into.means);
  }

  /** Takes the votes gathered and the prior together. */
  void conclude(Gathered gathered) {
    for (int row = 0; row < order; row++) {
      information[row] =
          gathered.means[row + 1] / 2 - gathered.moments[cell(row + 1, 0)] * Logistic.WEIGHT_UNIT;
      for (int column = 0; column <= row; column++) {
        precision[cell(row, column)] =
            gathered.moments[cell(row + 1, column + 1)] * Logistic.WEIGHT_UNIT;
      }
      precision[cell(row, row)] += row == 0 ? 1 / space.yeaSayingVariance() : 1;
    }
    cholesky.factor(precision).solve(information, mean);
    cholesky.inverse(covariance);
  }

  /** Writes the second moments of (1, y, u) of the person last placed. */
  void moments(double[] into) {
    Places.moments(mean, covariance, into);
  }
}
