package nl.onderstroom.engine.landscape;

import static nl.onderstroom.engine.landscape.PackedCholesky.cell;
import static nl.onderstroom.engine.landscape.PackedCholesky.cells;

/**
 * To which group one person after another belongs, and where in it they stand: the posterior under
 * a {@link Mixture} of what their message says. Keeps its working space; one thread each. O(groups
 * · dimensions² + dimensions³) a person.
 */
final class Belonging {
  private final Messages messages;
  private final int dimensions;
  private final double[] spreadInverse;
  private final double[][] weighted;
  private final double[] constants;
  private final PackedCholesky cholesky;
  private final double[] precision;
  private final double[] right;
  private final double[] products;

  /** Chance of belonging to each group. */
  final double[] chances;

  /** Where the person stands, given each group. */
  final double[][] places;

  /** How uncertain that is, packed; the same for every group. */
  final double[] covariance;

  Belonging(Messages messages, Mixture mixture) {
    this.messages = messages;
    dimensions = mixture.dimensions();
    int groups = mixture.groups();
    cholesky = new PackedCholesky(dimensions);
    precision = new double[cells(dimensions)];
    covariance = new double[cells(dimensions)];
    right = new double[dimensions];
    products = new double[cells(dimensions)];
    spreadInverse = new double[cells(dimensions)];
    cholesky.factor(mixture.spread()).inverse(spreadInverse);
    double logDeterminant = cholesky.logDeterminant();
    weighted = new double[groups][dimensions];
    constants = new double[groups];
    chances = new double[groups];
    places = new double[groups][dimensions];
    for (int group = 0; group < groups; group++) {
      double[] centre = mixture.centres()[group];
      cholesky.solve(centre, weighted[group]);
      constants[group] = Math.log(mixture.shares()[group]) - logDeterminant / 2;
      for (int d = 0; d < dimensions; d++) {
        constants[group] -= centre[d] * weighted[group][d] / 2;
      }
    }
  }

  /**
   * Computes {@link #chances}, {@link #places} and {@link #covariance} of a person.
   *
   * @return the log-likelihood of the person's message, up to what does not depend on the mixture
   */
  double of(int person) {
    messages.precisionPlus(person, spreadInverse, precision);
    cholesky.factor(precision).inverse(covariance);
    double largest = Double.NEGATIVE_INFINITY;
    for (int group = 0; group < chances.length; group++) {
      chances[group] = constants[group] + half(person, group);
      largest = Math.max(largest, chances[group]);
    }
    double sum = 0;
    for (int group = 0; group < chances.length; group++) {
      chances[group] = Math.exp(chances[group] - largest);
      sum += chances[group];
    }
    for (int group = 0; group < chances.length; group++) {
      chances[group] /= sum;
    }
    return largest + Math.log(sum) - cholesky.logDeterminant() / 2;
  }

  /** Places the person given the group; half of the quadratic form of that. */
  private double half(int person, int group) {
    for (int d = 0; d < dimensions; d++) {
      right[d] = messages.information(person, d) + weighted[group][d];
    }
    double form = 0;
    for (int row = 0; row < dimensions; row++) {
      double sum = 0;
      for (int column = 0; column < dimensions; column++) {
        sum += covariance[cell(row, column)] * right[column];
      }
      places[group][row] = sum;
      form += sum * right[row];
    }
    return form / 2;
  }

  /** E[u uᵀ] of the person last looked at, packed. */
  double[] products() {
    System.arraycopy(covariance, 0, products, 0, products.length);
    for (int group = 0; group < chances.length; group++) {
      double[] place = places[group];
      for (int row = 0, at = 0; row < dimensions; row++) {
        double weighed = chances[group] * place[row];
        for (int column = 0; column <= row; column++, at++) {
          products[at] += weighed * place[column];
        }
      }
    }
    return products;
  }

  /** The most likely group of the person last looked at. */
  int likeliest() {
    int best = 0;
    for (int group = 1; group < chances.length; group++) {
      best = chances[group] > chances[best] ? group : best;
    }
    return best;
  }
}
