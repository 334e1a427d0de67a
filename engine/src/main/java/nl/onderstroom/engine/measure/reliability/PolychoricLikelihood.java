package nl.onderstroom.engine.measure.reliability;

import java.util.Arrays;
import nl.onderstroom.engine.numeric.FisherScoring;

/**
 * Minus the mean log likelihood of a two-way table under a normal pair cut into levels. Parameters:
 * ρ, and when fitted jointly the thresholds of x, then of y. The information is the expected one, Σ
 * (∂P)(∂P)'/P over cells.
 */
final class PolychoricLikelihood implements FisherScoring.Objective {
  /** Cells are at least this probable, so that rounding cannot make one impossible. */
  private static final double LEAST_PROBABILITY = 1e-16;

  private static final double MOST_CORRELATION = 0.99999;

  private final double[][] shares;
  private final double[] cutsX;
  private final double[] cutsY;
  private final boolean jointly;

  /**
   * @param shares [levels of x][levels of y], sum 1, no row or column of 0
   */
  PolychoricLikelihood(double[][] shares, double[] cutsX, double[] cutsY, boolean jointly) {
    this.shares = shares;
    this.cutsX = cutsX;
    this.cutsY = cutsY;
    this.jointly = jointly;
  }

  /** With the thresholds of the margins. */
  double[] parameters(double rho) {
    double[] parameters = new double[jointly ? 1 + cutsX.length + cutsY.length : 1];
    parameters[0] = rho;
    if (jointly) {
      System.arraycopy(cutsX, 0, parameters, 1, cutsX.length);
      System.arraycopy(cutsY, 0, parameters, 1 + cutsX.length, cutsY.length);
    }
    return parameters;
  }

  double[] cutsX(double[] parameters) {
    return jointly ? Arrays.copyOfRange(parameters, 1, 1 + cutsX.length) : cutsX;
  }

  double[] cutsY(double[] parameters) {
    return jointly ? Arrays.copyOfRange(parameters, 1 + cutsX.length, parameters.length) : cutsY;
  }

  @Override
  public double value(double[] parameters) {
    double[] a = edges(cutsX(parameters));
    double[] b = edges(cutsY(parameters));
    if (Math.abs(parameters[0]) > MOST_CORRELATION || !ascending(a) || !ascending(b)) {
      return Double.NaN;
    }
    double[][] below = corners(new BivariateNormal(parameters[0]), a, b);
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      for (int j = 0; j < shares[i].length; j++) {
        if (shares[i][j] > 0) {
          sum -= shares[i][j] * Math.log(probability(below, i, j));
        }
      }
    }
    return sum;
  }

  @Override
  public void derive(double[] parameters, double[] gradient, double[][] information) {
    double[] a = edges(cutsX(parameters));
    double[] b = edges(cutsY(parameters));
    BivariateNormal normal = new BivariateNormal(parameters[0]);
    double[][] below = corners(normal, a, b);
    Arrays.fill(gradient, 0);
    for (double[] row : information) {
      Arrays.fill(row, 0);
    }
    for (int i = 0; i < shares.length; i++) {
      for (int j = 0; j < shares[i].length; j++) {
        double p = probability(below, i, j);
        double[] slopes = slopes(normal, a, b, i, j, parameters.length);
        for (int r = 0; r < slopes.length; r++) {
          gradient[r] -= shares[i][j] * slopes[r] / p;
          for (int s = 0; s < slopes.length; s++) {
            information[r][s] += slopes[r] * slopes[s] / p;
          }
        }
      }
    }
  }

  /** Of the probability of a cell, by each parameter. */
  private double[] slopes(
      BivariateNormal normal, double[] a, double[] b, int i, int j, int parameters) {
    double[] slopes = new double[parameters];
    slopes[0] =
        normal.density(a[i + 1], b[j + 1])
            - normal.density(a[i], b[j + 1])
            - normal.density(a[i + 1], b[j])
            + normal.density(a[i], b[j]);
    if (jointly) {
      for (int side = 0; side <= 1; side++) {
        double sign = side == 0 ? -1 : 1;
        int x = i + side;
        int y = j + side;
        if (x > 0 && x < a.length - 1) {
          slopes[x] = sign * (normal.slope(a[x], b[j + 1]) - normal.slope(a[x], b[j]));
        }
        if (y > 0 && y < b.length - 1) {
          slopes[cutsX.length + y] =
              sign * (normal.slope(b[y], a[i + 1]) - normal.slope(b[y], a[i]));
        }
      }
    }
    return slopes;
  }

  private static double probability(double[][] below, int i, int j) {
    double p = below[i + 1][j + 1] - below[i][j + 1] - below[i + 1][j] + below[i][j];
    return Math.max(LEAST_PROBABILITY, p);
  }

  private static double[][] corners(BivariateNormal normal, double[] a, double[] b) {
    double[][] below = new double[a.length][b.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        below[i][j] = normal.below(a[i], b[j]);
      }
    }
    return below;
  }

  private static double[] edges(double[] cuts) {
    double[] edges = new double[cuts.length + 2];
    edges[0] = Double.NEGATIVE_INFINITY;
    System.arraycopy(cuts, 0, edges, 1, cuts.length);
    edges[edges.length - 1] = Double.POSITIVE_INFINITY;
    return edges;
  }

  private static boolean ascending(double[] edges) {
    for (int i = 1; i < edges.length; i++) {
      if (!(edges[i] > edges[i - 1])) {
        return false;
      }
    }
    return true;
  }
}
