package nl.onderstroom.engine.landscape;

import static nl.onderstroom.engine.landscape.PackedCholesky.cell;
import static nl.onderstroom.engine.landscape.PackedCholesky.cells;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Where each person stands: mean and covariance of (y, u) given the votes, see {@link
 * OpinionSpace}. Of a person who has not been placed yet all is zero.
 */
final class Places {
  private final int order;
  private final double[] means;
  private final double[] covariances;

  Places(int people, int dimensions) {
    order = dimensions + 1;
    means = new double[people * order];
    covariances = new double[people * cells(order)];
  }

  private Places(int order, double[] means, double[] covariances) {
    this.order = order;
    this.means = means;
    this.covariances = covariances;
  }

  /** Those of the first people. */
  Places first(int people) {
    return people == people()
        ? this
        : new Places(
            order,
            Arrays.copyOf(means, people * order),
            Arrays.copyOf(covariances, people * cells(order)));
  }

  Places copy() {
    return copy(people());
  }

  /** Those of the same people and of more, who have not been placed yet. */
  Places copy(int people) {
    return new Places(
        order,
        Arrays.copyOf(means, people * order),
        Arrays.copyOf(covariances, people * cells(order)));
  }

  /** How many coordinates: participant effect and dimensions. */
  int order() {
    return order;
  }

  int people() {
    return means.length / order;
  }

  double yeaSaying(int person) {
    return means[person * order];
  }

  double coordinate(int person, int dimension) {
    return means[person * order + 1 + dimension];
  }

  boolean placed(int person) {
    return covariances[person * cells(order)] > 0;
  }

  void read(int person, double[] mean, double[] covariance) {
    System.arraycopy(means, person * order, mean, 0, order);
    System.arraycopy(covariances, person * cells(order), covariance, 0, cells(order));
  }

  void write(int person, double[] mean, double[] covariance) {
    System.arraycopy(mean, 0, means, person * order, order);
    System.arraycopy(covariance, 0, covariances, person * cells(order), cells(order));
  }

  /**
   * Second moments of (1, y, u) of somebody, packed; of nobody known, those of the prior.
   *
   * @param yeaSayingVariance of the prior
   */
  double[] moments(OptionalInt person, double yeaSayingVariance) {
    double[] mean = new double[order];
    double[] covariance = new double[cells(order)];
    if (person.isPresent()) {
      read(person.getAsInt(), mean, covariance);
    } else {
      for (int at = 0; at < order; at++) {
        covariance[cell(at, at)] = at == 0 ? yeaSayingVariance : 1;
      }
    }
    return moments(mean, covariance);
  }

  /** E[z zᵀ] of z = (1, y, u), packed. */
  static double[] moments(double[] mean, double[] covariance) {
    double[] moments = new double[cells(mean.length + 1)];
    moments(mean, covariance, moments);
    return moments;
  }

  static void moments(double[] mean, double[] covariance, double[] into) {
    into[0] = 1;
    int at = 1;
    int from = 0;
    for (int row = 0; row < mean.length; row++) {
      into[at++] = mean[row];
      for (int column = 0; column <= row; column++) {
        into[at++] = mean[row] * mean[column] + covariance[from++];
      }
    }
  }
}
