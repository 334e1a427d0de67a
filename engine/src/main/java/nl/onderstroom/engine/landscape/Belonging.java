package nl.onderstroom.engine.landscape;

import static nl.onderstroom.engine.landscape.PackedCholesky.cells;

import java.util.Arrays;

/**
 * To which group the people of one block after another belong, and where in it they stand: the
 * posterior under a {@link Mixture} of what their messages say. Keeps its working space; one thread
 * each. O(groups · dimensions² + dimensions³) a person.
 */
final class Belonging {
  private final Messages messages;
  private final int dimensions;
  private final double[] spreadInverse;
  private final double[][] weighted;
  private final double[] constants;
  private final LaneCholesky cholesky;
  private final double[][] precision;
  private final double[][] right;
  private final double[][] half;
  private final double[] largest = new double[Lanes.COUNT];
  private final double[] sum = new double[Lanes.COUNT];

  /** Chance of belonging to each group: {@code [group][lane]}. */
  final double[][] chances;

  /** Where each stands, given each group: {@code [group][dimension][lane]}. */
  final double[][][] places;

  /** How uncertain that is; the same for every group: {@code [cell][lane]}. */
  final double[][] covariance;

  /** The log-likelihood of each message, up to what does not depend on the mixture. */
  final double[] logLikelihood = new double[Lanes.COUNT];

  Belonging(Messages messages, Mixture mixture) {
    this.messages = messages;
    dimensions = mixture.dimensions();
    int groups = mixture.groups();
    cholesky = new LaneCholesky(dimensions);
    precision = Lanes.rows(cells(dimensions));
    covariance = Lanes.rows(cells(dimensions));
    right = Lanes.rows(dimensions);
    half = Lanes.rows(dimensions);
    chances = Lanes.rows(groups);
    places = new double[groups][][];
    spreadInverse = new double[cells(dimensions)];
    weighted = new double[groups][dimensions];
    constants = new double[groups];
    PackedCholesky spread = new PackedCholesky(dimensions).factor(mixture.spread());
    spread.inverse(spreadInverse);
    for (int group = 0; group < groups; group++) {
      places[group] = Lanes.rows(dimensions);
      double[] centre = mixture.centres()[group];
      spread.solve(centre, weighted[group]);
      constants[group] = Math.log(mixture.shares()[group]) - spread.logDeterminant() / 2;
      for (int d = 0; d < dimensions; d++) {
        constants[group] -= centre[d] * weighted[group][d] / 2;
      }
    }
  }

  /** Computes what is above of the people of a block. */
  void of(int block) {
    for (int cell = 0; cell < precision.length; cell++) {
      Lanes.plus(messages.precision(block, cell), spreadInverse[cell], precision[cell]);
    }
    cholesky.factor(precision).inverse(covariance);
    for (int group = 0; group < chances.length; group++) {
      place(block, group);
    }
    conclude();
  }

  /** Places the people given the group; the log of its weight, not yet normalised. */
  private void place(int block, int group) {
    for (int d = 0; d < dimensions; d++) {
      Lanes.plus(messages.information(block, d), weighted[group][d], right[d]);
    }
    cholesky.half(right, half);
    cholesky.solve(half, places[group]);
    double[] form = chances[group];
    Arrays.fill(form, 0);
    for (double[] row : half) {
      Lanes.addProduct(row, row, form);
    }
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      form[lane] = constants[group] + form[lane] / 2;
    }
  }

  private void conclude() {
    Arrays.fill(largest, Double.NEGATIVE_INFINITY);
    Arrays.fill(sum, 0);
    for (double[] logs : chances) {
      Lanes.largest(logs, largest);
    }
    for (double[] logs : chances) {
      for (int lane = 0; lane < Lanes.COUNT; lane++) {
        logs[lane] = Math.exp(logs[lane] - largest[lane]);
        sum[lane] += logs[lane];
      }
    }
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      logLikelihood[lane] = largest[lane] + Math.log(sum[lane] / cholesky.rootDeterminant[lane]);
    }
    Lanes.reciprocal(sum, sum);
    for (double[] group : chances) {
      Lanes.product(group, sum, group);
    }
  }

  /** The likeliest group of one of the people last looked at. */
  int likeliest(int lane) {
    int best = 0;
    for (int group = 1; group < chances.length; group++) {
      best = chances[group][lane] > chances[best][lane] ? group : best;
    }
    return best;
  }
}
