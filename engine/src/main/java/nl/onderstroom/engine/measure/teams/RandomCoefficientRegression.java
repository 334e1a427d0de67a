package nl.onderstroom.engine.measure.teams;

import java.util.Optional;
import nl.onderstroom.engine.numeric.FisherScoring;
import org.hipparchus.linear.RealMatrix;

/**
 * A regression in which each group has some coefficients of its own, such as its level and its
 * trend over three or more waves, drawn together from a normal distribution: outcome = Xβ +
 * Zb<sub>group</sub> + error, by restricted maximum likelihood (Laird and Ware 1982). Z is the
 * first columns of X. For a level alone {@link RandomInterceptRegression} always finds its best.
 *
 * <p>Where groups differ less than their rows explain, the covariance of b is singular, as when all
 * trends are equal.
 */
public final class RandomCoefficientRegression {
  private final RandomCoefficientDeviance.At best;

  private RandomCoefficientRegression(RandomCoefficientDeviance.At best) {
    this.best = best;
  }

  /**
   * Cost: O(rows × predictors²) once, then about 100 × groups × predictors².
   *
   * @param groups number of each row's group, from 0
   * @param predictors {@code [row][predictor]}; a column of ones for the intercept
   * @param outcome one a row
   * @param random how many of the predictors, the first ones, have coefficients by group
   * @return empty where predictors depend on each other, nothing is left to chance or no best was
   *     reached
   * @throws IllegalArgumentException if lengths differ, there are no more rows than predictors or
   *     {@code random} is not 1 to the number of predictors
   */
  public static Optional<RandomCoefficientRegression> find(
      int[] groups, double[][] predictors, double[] outcome, int random) {
    boolean alike = groups.length == outcome.length && predictors.length == outcome.length;
    if (!alike || outcome.length == 0 || outcome.length <= predictors[0].length) {
      throw new IllegalArgumentException(
          "%d groups, %d rows of predictors and %d outcomes; expected as many, and more than predictors"
              .formatted(groups.length, predictors.length, outcome.length));
    }
    if (random < 1 || random > predictors[0].length) {
      throw new IllegalArgumentException(
          "%d random of %d coefficients; expected 1 to all"
              .formatted(random, predictors[0].length));
    }
    RandomCoefficientDeviance deviance =
        new RandomCoefficientDeviance(groups, predictors, outcome, random);
    return FisherScoring.minimise(deviance, deviance.start())
        .flatMap(deviance::at)
        .map(RandomCoefficientRegression::new);
  }

  /** One a predictor. */
  public double[] coefficients() {
    return best.effects().toArray();
  }

  /** Of {@link #coefficients}. */
  public double[] standardErrors() {
    RealMatrix covariance = best.precision().getSolver().getInverse();
    double[] errors = new double[covariance.getColumnDimension()];
    for (int i = 0; i < errors.length; i++) {
      errors[i] = Math.sqrt(covariance.getEntry(i, i) * best.variance());
    }
    return errors;
  }

  /** Between groups, of their own coefficients: [random][random]. */
  public double[][] groupCovariance() {
    return best.ratios().scalarMultiply(best.variance()).getData();
  }

  /** Between rows of a group. */
  public double residualVariance() {
    return best.variance();
  }

  /** Restricted, as lme4 gives it. */
  public double logLikelihood() {
    return -best.deviance() / 2;
  }

  /**
   * How far the group's own coefficients are from those of all, drawn towards 0 the more the less
   * its rows say: the best linear unbiased prediction of b. Zeros for a group without rows.
   */
  public double[] deviations(int group) {
    return best.ratios().operate(best.residual(group)).toArray();
  }
}
