package nl.onderstroom.engine.measure.reliability;

import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;

/**
 * How badly one factor explains a group's covariances and means: half of F = ln|Σ| + tr(SΣ⁻¹) −
 * ln|S| − p + (m − μ)'Σ⁻¹(m − μ), with Σ = λλ' + diag(ψ) (Jöreskog 1969, 1971), and its derivatives
 * by λ, ψ and μ.
 *
 * <p>With W = Σ⁻¹, a = Wλ, c = λ'a and T = S + (m − μ)(m − μ)', the slopes of F/2 are (W(Σ − T)a,
 * diag(W(Σ − T)W)/2, −W(m − μ)), and the information is aa' + cW for λλ, W·a for λψ, W∘W/2 for ψψ
 * and W for μμ.
 */
final class FactorLikelihood {
  private final double[][] covariances;
  private final double[] means;
  private final double logDeterminant;

  private FactorLikelihood(double[][] covariances, double[] means, double logDeterminant) {
    this.covariances = covariances;
    this.means = means;
    this.logDeterminant = logDeterminant;
  }

  /** NaN log determinant where the covariances are not positive definite. */
  static FactorLikelihood of(double[][] covariances, double[] means) {
    double logDeterminant = Double.NaN;
    try {
      logDeterminant = logDeterminant(decompose(covariances));
    } catch (MathIllegalArgumentException notPositiveDefinite) {
      // Stays NaN: an item follows from the others.
    }
    return new FactorLikelihood(covariances, means, logDeterminant);
  }

  boolean positiveDefinite() {
    return !Double.isNaN(logDeterminant);
  }

  int items() {
    return means.length;
  }

  double[] means() {
    return means;
  }

  double[][] covariances() {
    return covariances;
  }

  /** ln|S|. */
  double logDeterminant() {
    return logDeterminant;
  }

  /** F/2, at least 0; NaN where Σ is not positive definite. */
  double value(double[] loadings, double[] uniquenesses, double[] means) {
    int p = items();
    try {
      CholeskyDecomposition sigma = decompose(implied(loadings, uniquenesses));
      double[][] w = sigma.getSolver().getInverse().getData();
      double trace = 0;
      for (int i = 0; i < p; i++) {
        for (int j = 0; j < p; j++) {
          trace += w[i][j] * target(i, j, means);
        }
      }
      return (logDeterminant(sigma) + trace - logDeterminant - p) / 2;
    } catch (MathIllegalArgumentException notPositiveDefinite) {
      return Double.NaN;
    }
  }

  /**
   * At a point where {@link #value} is a number.
   *
   * @param gradient is filled, [3 · items]: by λ, ψ, μ
   * @param information is filled, [3 · items][3 · items]
   */
  void derive(
      double[] loadings,
      double[] uniquenesses,
      double[] means,
      double[] gradient,
      double[][] information) {
    int p = items();
    double[][] sigma = implied(loadings, uniquenesses);
    double[][] w = decompose(sigma).getSolver().getInverse().getData();
    double[] a = times(w, loadings);
    double c = dot(loadings, a);
    double[][] wd = new double[p][p];
    double[] off = new double[p];
    for (int i = 0; i < p; i++) {
      off[i] = this.means[i] - means[i];
      for (int j = 0; j < p; j++) {
        for (int k = 0; k < p; k++) {
          wd[i][j] += w[i][k] * (sigma[k][j] - target(k, j, means));
        }
      }
    }
    for (int i = 0; i < p; i++) {
      gradient[i] = dot(wd[i], a);
      gradient[p + i] = dot(wd[i], w[i]) / 2;
      gradient[2 * p + i] = -dot(w[i], off);
      for (int j = 0; j < p; j++) {
        information[i][j] = a[i] * a[j] + c * w[i][j];
        information[i][p + j] = w[i][j] * a[j];
        information[p + j][i] = information[i][p + j];
        information[p + i][p + j] = w[i][j] * w[i][j] / 2;
        information[2 * p + i][2 * p + j] = w[i][j];
      }
    }
  }

  /** Σ = λλ' + diag(ψ). */
  static double[][] implied(double[] loadings, double[] uniquenesses) {
    int p = loadings.length;
    double[][] sigma = new double[p][p];
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < p; j++) {
        sigma[i][j] = loadings[i] * loadings[j];
      }
      sigma[i][i] += uniquenesses[i];
    }
    return sigma;
  }

  private double target(int i, int j, double[] means) {
    return covariances[i][j] + (this.means[i] - means[i]) * (this.means[j] - means[j]);
  }

  private static CholeskyDecomposition decompose(double[][] matrix) {
    return new CholeskyDecomposition(new Array2DRowRealMatrix(matrix, false), 1e-9, 1e-12);
  }

  private static double logDeterminant(CholeskyDecomposition matrix) {
    double sum = 0;
    for (int i = 0; i < matrix.getL().getRowDimension(); i++) {
      sum += 2 * Math.log(matrix.getL().getEntry(i, i));
    }
    return sum;
  }

  private static double[] times(double[][] matrix, double[] x) {
    double[] product = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      product[i] = dot(matrix[i], x);
    }
    return product;
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }
}
