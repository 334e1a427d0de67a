package nl.onderstroom.engine.landscape;

import static nl.onderstroom.engine.landscape.PackedCholesky.cells;

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

  Places copy() {
    return new Places(order, means.clone(), covariances.clone());
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
}
