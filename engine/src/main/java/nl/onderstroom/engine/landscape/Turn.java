package nl.onderstroom.engine.landscape;

import static nl.onderstroom.engine.landscape.PackedCholesky.cell;
import static nl.onderstroom.engine.landscape.PackedCholesky.cells;

/**
 * A change of coordinates that changes no prediction: people u → T u, loadings w → T⁻ᵀ w. After it
 * people have unit covariance, and the dimensions are those in which the loadings differ most, the
 * largest first. Doing this after each step speeds up the fit greatly (parameter expansion, Liu,
 * Rubin and Wu 1998).
 */
final class Turn {
  private final double[][] people;
  private final double[][] loadings;

  private Turn(double[][] people, double[][] loadings) {
    this.people = people;
    this.loadings = loadings;
  }

  /**
   * @param sums over people, for their covariance
   * @param space whose loadings are to be turned
   */
  static Turn whitening(StatementSums sums, OpinionSpace space) {
    int d = space.dimensions();
    double[] covariance = new double[cells(d)];
    for (int row = 0; row < d; row++) {
      for (int column = 0; column <= row; column++) {
        covariance[cell(row, column)] = sums.meanMoment(cell(row + 2, column + 2));
      }
    }
    PackedCholesky cholesky = new PackedCholesky(d).factor(covariance);
    double[][] down = new double[d][d];
    double[][] up = new double[d][d];
    for (int row = 0; row < d; row++) {
      for (int column = 0; column <= row; column++) {
        down[row][column] = cholesky.lowerInverse(row, column);
        up[column][row] = cholesky.lower(row, column);
      }
    }
    double[][] axes = PrincipalAxes.of(spread(space, up)).vectors();
    return new Turn(product(axes, down), product(axes, up));
  }

  /** Mean of E[w wᵀ] after w → up · w. */
  private static double[][] spread(OpinionSpace space, double[][] up) {
    int d = space.dimensions();
    double[][] sum = new double[d][d];
    for (int statement = 0; statement < space.statements(); statement++) {
      int offset = statement * space.momentCells();
      for (int row = 0; row < d; row++) {
        for (int column = 0; column < d; column++) {
          sum[row][column] += space.moments()[offset + cell(row + 2, column + 2)];
        }
      }
    }
    return product(product(up, sum), transposed(up));
  }

  /** The same space in the new coordinates. */
  OpinionSpace of(OpinionSpace space) {
    int size = space.momentCells();
    double[] moments = new double[space.moments().length];
    for (int statement = 0; statement < space.statements(); statement++) {
      turn(space.moments(), moments, statement * size, 2, loadings);
    }
    return new OpinionSpace(
        space.dimensions(), space.statements(), moments, space.yeaSayingVariance());
  }

  /** Brings people into the new coordinates. */
  void apply(Places places, int from, int to) {
    int order = places.order();
    double[] mean = new double[order];
    double[] covariance = new double[cells(order)];
    double[] turned = new double[cells(order)];
    double[] turnedMean = new double[order];
    for (int person = from; person < to; person++) {
      places.read(person, mean, covariance);
      turnedMean[0] = mean[0];
      for (int row = 1; row < order; row++) {
        double sum = 0;
        for (int column = 1; column < order; column++) {
          sum += people[row - 1][column - 1] * mean[column];
        }
        turnedMean[row] = sum;
      }
      turn(covariance, turned, 0, 1, people);
      places.write(person, turnedMean, turned);
    }
  }

  /** A packed matrix M → F M Fᵀ, where F leaves the first {@code fixed} coordinates alone. */
  private static void turn(double[] from, double[] into, int offset, int fixed, double[][] matrix) {
    int d = matrix.length;
    System.arraycopy(from, offset, into, offset, cells(fixed));
    double[][] rest = new double[d][d];
    for (int row = 0; row < d; row++) {
      int packed = offset + cell(row + fixed, fixed);
      for (int column = 0; column <= row; column++) {
        rest[row][column] = from[packed + column];
        rest[column][row] = from[packed + column];
      }
    }
    double[] half = new double[d];
    for (int row = 0; row < d; row++) {
      double[] factors = matrix[row];
      int packed = offset + cell(row + fixed, 0);
      for (int column = 0; column < fixed; column++) {
        double sum = 0;
        for (int k = 0; k < d; k++) {
          sum += factors[k] * from[offset + cell(k + fixed, column)];
        }
        into[packed + column] = sum;
      }
      for (int l = 0; l < d; l++) {
        half[l] = dot(factors, rest[l]);
      }
      for (int column = 0; column <= row; column++) {
        into[packed + fixed + column] = dot(half, matrix[column]);
      }
    }
  }

  private static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int at = 0; at < left.length; at++) {
      sum += left[at] * right[at];
    }
    return sum;
  }

  private static double[][] product(double[][] left, double[][] right) {
    double[][] product = new double[left.length][left.length];
    for (int row = 0; row < left.length; row++) {
      for (int column = 0; column < left.length; column++) {
        for (int k = 0; k < left.length; k++) {
          product[row][column] += left[row][k] * right[k][column];
        }
      }
    }
    return product;
  }

  private static double[][] transposed(double[][] matrix) {
    double[][] transposed = new double[matrix.length][matrix.length];
    for (int row = 0; row < matrix.length; row++) {
      for (int column = 0; column < matrix.length; column++) {
        transposed[column][row] = matrix[row][column];
      }
    }
    return transposed;
  }
}
