package nl.onderstroom.engine.landscape;

import java.util.Arrays;

/**
 * The Cholesky factor of a small symmetric positive definite matrix, whose lower triangle is packed
 * by rows: the cell (i, j), j ≤ i, stands at i(i + 1)/2 + j. Keeps its working space, so it is not
 * for two threads at once. O(order³).
 */
final class PackedCholesky {
  private final int order;
  private final double[] factor;
  private final double[] inverseFactor;

  PackedCholesky(int order) {
    this.order = order;
    this.factor = new double[cells(order)];
    this.inverseFactor = new double[cells(order)];
  }

  static int cells(int order) {
    return order * (order + 1) / 2;
  }

  static int cell(int one, int other) {
    return one >= other ? one * (one + 1) / 2 + other : other * (other + 1) / 2 + one;
  }

  /** A pivot that rounding made too small counts as a very small one. */
  PackedCholesky factor(double[] matrix) {
    for (int i = 0; i < order; i++) {
      int row = i * (i + 1) / 2;
      for (int j = 0; j <= i; j++) {
        int other = j * (j + 1) / 2;
        double sum = matrix[row + j];
        for (int k = 0; k < j; k++) {
          sum -= factor[row + k] * factor[other + k];
        }
        factor[row + j] = i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / factor[other + j];
      }
    }
    invert();
    return this;
  }

  private void invert() {
    for (int i = 0; i < order; i++) {
      int row = i * (i + 1) / 2;
      inverseFactor[row + i] = 1 / factor[row + i];
      for (int j = 0; j < i; j++) {
        double sum = 0;
        for (int k = j; k < i; k++) {
          sum -= factor[row + k] * inverseFactor[k * (k + 1) / 2 + j];
        }
        inverseFactor[row + j] = sum * inverseFactor[row + i];
      }
    }
  }

  /** Writes the inverse of the matrix, packed. */
  void inverse(double[] into) {
    for (int i = 0; i < order; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int k = i; k < order; k++) {
          int row = k * (k + 1) / 2;
          sum += inverseFactor[row + i] * inverseFactor[row + j];
        }
        into[i * (i + 1) / 2 + j] = sum;
      }
    }
  }

  /** Writes matrix⁻¹ · right. */
  void solve(double[] right, double[] into) {
    Arrays.fill(into, 0, order, 0);
    for (int i = 0; i < order; i++) {
      int row = i * (i + 1) / 2;
      double sum = 0;
      for (int k = 0; k <= i; k++) {
        sum += inverseFactor[row + k] * right[k];
      }
      for (int k = 0; k <= i; k++) {
        into[k] += inverseFactor[row + k] * sum;
      }
    }
  }

  double logDeterminant() {
    double product = 1;
    for (int i = 0; i < order; i++) {
      product *= factor[i * (i + 1) / 2 + i];
    }
    return 2 * Math.log(product);
  }

  /** The lower factor's cell (i, j), j ≤ i. */
  double lower(int i, int j) {
    return factor[i * (i + 1) / 2 + j];
  }

  /** The inverse of the lower factor, its cell (i, j), j ≤ i. */
  double lowerInverse(int i, int j) {
    return inverseFactor[i * (i + 1) / 2 + j];
  }
}
