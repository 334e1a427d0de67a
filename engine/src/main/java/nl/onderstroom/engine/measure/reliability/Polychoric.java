package nl.onderstroom.engine.measure.reliability;

import java.util.Arrays;
import java.util.Optional;
import nl.onderstroom.engine.numeric.FisherScoring;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The polychoric correlation: of the two normal variables that are thought to lie behind the levels
 * of two items (Olsson 1979). A diagnostic beside Pearson's, which is too low when levels are few
 * or skewed. Levels that nobody gave are left out. Immutable.
 *
 * <p>Cost: some ten steps of one bivariate normal probability a cell.
 */
public final class Polychoric {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final double correlation;
  private final double[] thresholdsX;
  private final double[] thresholdsY;

  private Polychoric(double correlation, double[] thresholdsX, double[] thresholdsY) {
    this.correlation = correlation;
    this.thresholdsX = thresholdsX;
    this.thresholdsY = thresholdsY;
  }

  /** In two steps: thresholds from each item alone, then the correlation by likelihood. */
  public static Polychoric twoStep(TwoWayTable table) {
    return of(table, false);
  }

  /** Thresholds and correlation together by likelihood. */
  public static Polychoric jointly(TwoWayTable table) {
    return of(table, true);
  }

  /** NaN where an item has one level, or the likelihood has no highest point inside −1 to 1. */
  public double correlation() {
    return correlation;
  }

  /** Where the normal variable behind x is cut, ascending: one fewer than levels given. */
  public double[] thresholdsX() {
    return thresholdsX.clone();
  }

  /** Where the normal variable behind y is cut, ascending: one fewer than levels given. */
  public double[] thresholdsY() {
    return thresholdsY.clone();
  }

  private static Polychoric of(TwoWayTable table, boolean jointly) {
    double[][] counts = table.used();
    int rows = counts.length;
    int columns = rows == 0 ? 0 : counts[0].length;
    double n = table.n();
    double[] x = new double[rows];
    double[] y = new double[columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        counts[i][j] /= n;
        x[i] += counts[i][j];
        y[j] += counts[i][j];
      }
    }
    double[] cutsX = cuts(x);
    double[] cutsY = cuts(y);
    if (rows < 2 || columns < 2) {
      return new Polychoric(Double.NaN, cutsX, cutsY);
    }
    PolychoricLikelihood likelihood = new PolychoricLikelihood(counts, cutsX, cutsY, jointly);
    double start = Math.clamp(table.pearson(), -0.9, 0.9);
    Optional<double[]> found = FisherScoring.minimise(likelihood, likelihood.parameters(start));
    double correlation = found.map(parameters -> parameters[0]).orElse(Double.NaN);
    if (jointly && found.isPresent()) {
      return new Polychoric(
          correlation, likelihood.cutsX(found.get()), likelihood.cutsY(found.get()));
    }
    return new Polychoric(correlation, cutsX, cutsY);
  }

  private static double[] cuts(double[] shares) {
    double[] cuts = new double[Math.max(0, shares.length - 1)];
    double below = 0;
    for (int i = 0; i < cuts.length; i++) {
      below += shares[i];
      cuts[i] = NORMAL.inverseCumulativeProbability(Math.min(1, below));
    }
    return cuts;
  }

  @Override
  public String toString() {
    return "Polychoric "
        + correlation
        + ", thresholds "
        + Arrays.toString(thresholdsX)
        + " and "
        + Arrays.toString(thresholdsY);
  }
}
