package nl.onderstroom.engine.landscape;

import static nl.onderstroom.engine.landscape.PackedCholesky.cell;
import static nl.onderstroom.engine.landscape.PackedCholesky.cells;

import java.util.Arrays;

/** {@link PackedCholesky} of {@link Lanes#COUNT} matrices at once: {@code [cell][lane]}. */
final class LaneCholesky {
  private final int order;
  private final double[][] factor;
  private final double[][] inverseFactor;
  private final double[] work = new double[Lanes.COUNT];

  /** Of each lane the root of the matrix's determinant. */
  final double[] rootDeterminant = new double[Lanes.COUNT];

  LaneCholesky(int order) {
    this.order = order;
    factor = Lanes.rows(cells(order));
    inverseFactor = Lanes.rows(cells(order));
  }

  LaneCholesky factor(double[][] matrix) {
    Arrays.fill(rootDeterminant, 1);
    for (int i = 0; i < order; i++) {
      for (int j = 0; j <= i; j++) {
        System.arraycopy(matrix[cell(i, j)], 0, work, 0, Lanes.COUNT);
        for (int k = 0; k < j; k++) {
          Lanes.subtractProduct(factor[cell(i, k)], factor[cell(j, k)], work);
        }
        if (i == j) {
          Lanes.root(work, factor[cell(i, i)]);
          Lanes.reciprocal(factor[cell(i, i)], inverseFactor[cell(i, i)]);
          Lanes.product(rootDeterminant, factor[cell(i, i)], rootDeterminant);
        } else {
          Lanes.product(work, inverseFactor[cell(j, j)], factor[cell(i, j)]);
        }
      }
    }
    invert();
    return this;
  }

  private void invert() {
    for (int i = 0; i < order; i++) {
      for (int j = 0; j < i; j++) {
        Arrays.fill(work, 0);
        for (int k = j; k < i; k++) {
          Lanes.subtractProduct(factor[cell(i, k)], inverseFactor[cell(k, j)], work);
        }
        Lanes.product(work, inverseFactor[cell(i, i)], inverseFactor[cell(i, j)]);
      }
    }
  }

  /** Writes the inverses. */
  void inverse(double[][] into) {
    for (int i = 0; i < order; i++) {
      for (int j = 0; j <= i; j++) {
        Arrays.fill(into[cell(i, j)], 0);
        for (int k = i; k < order; k++) {
          Lanes.addProduct(inverseFactor[cell(k, i)], inverseFactor[cell(k, j)], into[cell(i, j)]);
        }
      }
    }
  }

  /** Writes L⁻¹ · right: its squares add up to rightᵀ · matrix⁻¹ · right. */
  void half(double[][] right, double[][] into) {
    for (int i = 0; i < order; i++) {
      Arrays.fill(into[i], 0);
      for (int k = 0; k <= i; k++) {
        Lanes.addProduct(inverseFactor[cell(i, k)], right[k], into[i]);
      }
    }
  }

  /** Writes matrix⁻¹ · right, of what {@link #half} wrote. */
  void solve(double[][] half, double[][] into) {
    for (int i = 0; i < order; i++) {
      Arrays.fill(into[i], 0);
      for (int k = i; k < order; k++) {
        Lanes.addProduct(inverseFactor[cell(k, i)], half[k], into[i]);
      }
    }
  }
}
