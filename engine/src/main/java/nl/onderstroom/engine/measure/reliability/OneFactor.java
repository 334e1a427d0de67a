package nl.onderstroom.engine.measure.reliability;

import java.util.Arrays;
import java.util.Optional;
import nl.onderstroom.engine.numeric.FisherScoring;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * One factor behind at least three items, by maximum likelihood on their covariances (Jöreskog
 * 1969; Wishart likelihood, so chi-squared is (n − 1)·F): item x = mean + λ·factor + own part with
 * variance ψ. Immutable.
 *
 * <p>Fitted to the correlations, as the model does not care about units, and put back. Uniquenesses
 * are not held above 0: one at or below it (a Heywood case) tells that the model is wrong or the
 * people are few, and should be seen. Cost: about ten steps of O(items³).
 */
public final class OneFactor implements Factoring {
  /** The fewest items: the loadings of two cannot be told apart. */
  public static final int LEAST_ITEMS = 3;

  private final double[] loadings;
  private final double[] uniquenesses;
  private final double[] deviations;
  private final FactorFit fit;

  private OneFactor(double[] loadings, double[] uniquenesses, double[] deviations, FactorFit fit) {
    this.loadings = loadings;
    this.uniquenesses = uniquenesses;
    this.deviations = deviations;
    this.fit = fit;
  }

  /** Of covariances whose values are all numbers, of at least three items that all vary. */
  static Factoring of(Covariances covariances) {
    int p = covariances.size();
    double[][] correlations = covariances.correlations();
    double[] noMeans = new double[p];
    FactorLikelihood likelihood = FactorLikelihood.of(correlations, noMeans);
    if (!likelihood.positiveDefinite()) {
      return new Without(new ReliabilityRefusal.NotPositiveDefinite());
    }
    Optional<double[]> found = FisherScoring.minimise(new Single(likelihood), start(correlations));
    if (found.isEmpty()) {
      return new Without(new ReliabilityRefusal.NotConverged());
    }
    double[] lambda = Arrays.copyOfRange(found.get(), 0, p);
    double[] psi = Arrays.copyOfRange(found.get(), p, 2 * p);
    if (Arrays.stream(lambda).sum() < 0) {
      Arrays.setAll(lambda, i -> -lambda[i]);
    }
    FactorFit fit = fit(covariances, likelihood, lambda, psi);
    double[] deviations = new double[p];
    Arrays.setAll(deviations, i -> Math.sqrt(covariances.get(i, i)));
    Arrays.setAll(lambda, i -> lambda[i] * deviations[i]);
    Arrays.setAll(psi, i -> psi[i] * covariances.get(i, i));
    return new OneFactor(lambda, psi, deviations, fit);
  }

  /** λ in the units of the items, in their order; their sum is not below 0. */
  public double[] loadings() {
    return loadings.clone();
  }

  /** ψ in squared units of the items, in their order. */
  public double[] uniquenesses() {
    return uniquenesses.clone();
  }

  /** The correlation of the item at the place, from 0, with the factor. */
  public double standardizedLoading(int item) {
    return loadings[item] / deviations[item];
  }

  /** The share of the variance of the item at the place, from 0, that is its own. */
  public double standardizedUniqueness(int item) {
    return uniquenesses[item] / (deviations[item] * deviations[item]);
  }

  /** Omega total (McDonald 1999): (Σλ)² / ((Σλ)² + Σψ). */
  public double omega() {
    return omega(loadings, uniquenesses);
  }

  public FactorFit fit() {
    return fit;
  }

  static double omega(double[] loadings, double[] uniquenesses) {
    double common = Arrays.stream(loadings).sum();
    return common * common / (common * common + Arrays.stream(uniquenesses).sum());
  }

  /** The first principal axis, shrunk to what is common; ψ is what it leaves. */
  static double[] start(double[][] correlations) {
    int p = correlations.length;
    double[] start = new double[2 * p];
    Arrays.fill(start, 0.5);
    try {
      EigenDecompositionSymmetric axes =
          new EigenDecompositionSymmetric(new Array2DRowRealMatrix(correlations, false));
      double common = Math.max(0.1, (axes.getEigenvalue(0) - 1) / (p - 1) * p);
      for (int i = 0; i < p; i++) {
        start[i] = Math.clamp(axes.getEigenvector(0).getEntry(i) * Math.sqrt(common), -0.95, 0.95);
        start[p + i] = 1 - start[i] * start[i];
      }
    } catch (MathIllegalStateException noAxes) {
      // Then from the middle.
    }
    return start;
  }

  private static FactorFit fit(
      Covariances covariances, FactorLikelihood likelihood, double[] lambda, double[] psi) {
    int p = lambda.length;
    double[][] residuals = FactorLikelihood.implied(lambda, psi);
    double squares = 0;
    for (int i = 0; i < p; i++) {
      for (int j = 0; j <= i; j++) {
        double residual = likelihood.covariances()[i][j] - residuals[i][j];
        squares += residual * residual;
      }
    }
    double weight = covariances.n() - 1.0;
    int cells = p * (p + 1) / 2;
    return FactorFit.of(
        2 * weight * likelihood.value(lambda, psi, likelihood.means()),
        cells - 2 * p,
        -weight * likelihood.logDeterminant(),
        cells - p,
        weight,
        1,
        Math.sqrt(squares / cells));
  }

  /** λ and ψ of one group whose means are free, and so of no concern. */
  private record Single(FactorLikelihood likelihood) implements FisherScoring.Objective {
    @Override
    public double value(double[] parameters) {
      int p = likelihood.items();
      return likelihood.value(
          Arrays.copyOfRange(parameters, 0, p),
          Arrays.copyOfRange(parameters, p, 2 * p),
          likelihood.means());
    }

    @Override
    public void derive(double[] parameters, double[] gradient, double[][] information) {
      int p = likelihood.items();
      double[] wholeGradient = new double[3 * p];
      double[][] wholeInformation = new double[3 * p][3 * p];
      likelihood.derive(
          Arrays.copyOfRange(parameters, 0, p),
          Arrays.copyOfRange(parameters, p, 2 * p),
          likelihood.means(),
          wholeGradient,
          wholeInformation);
      System.arraycopy(wholeGradient, 0, gradient, 0, 2 * p);
      for (int i = 0; i < 2 * p; i++) {
        System.arraycopy(wholeInformation[i], 0, information[i], 0, 2 * p);
      }
    }
  }
}
