package nl.onderstroom.engine.effect;

import java.util.Arrays;
import nl.onderstroom.engine.measure.teams.RandomInterceptRegression;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * Something that happened to all teams at once: did the level step, and did the slope bend
 * (discontinuous growth, Bliese and Ployhart 2002)? With t = wave − start + 1, the outcome is a
 * level + slope·t before; from {@code start} on a step is added, and a bend × (waves since start).
 *
 * <p>There is nobody to compare with: whatever else happened at the same time is in the step too.
 * It is a description, and never a verdict.
 *
 * @param random with a level for each team drawn from one distribution (REML)
 * @param within with a fixed level for each team, errors clustered by team (CR1, team levels
 *     counted as coefficients)
 * @param groupVariance between teams, of {@code random}
 * @param residualVariance of {@code random}
 * @param level of {@code random} at t = 0, the last wave before start when waves are numbers
 */
public record InterruptedTimeSeries(
    Segments random,
    Segments within,
    EffectEstimate level,
    double groupVariance,
    double residualVariance,
    int rows,
    int teams) {
  /** Waves on each side without which a slope is not known. */
  public static final int LEAST_WAVES = 2;

  /**
   * @param slope a wave, before
   * @param step at start, above what the slope would have given
   * @param bend change of the slope, a wave, from start on
   */
  public record Segments(EffectEstimate slope, EffectEstimate step, EffectEstimate bend) {}

  /**
   * @param teams number of each row's team, from 0
   * @param waves of each row, as a number in any unit of time
   * @param outcome one a row
   * @param start the first wave after
   * @throws IllegalArgumentException if lengths differ, there are fewer than two teams, or fewer
   *     than {@link #LEAST_WAVES} distinct waves before start or as many from it on
   */
  public static InterruptedTimeSeries fit(
      int[] teams, double[] waves, double[] outcome, double start) {
    if (teams.length != waves.length || teams.length != outcome.length) {
      throw new IllegalArgumentException(
          "%d teams, %d waves and %d outcomes; expected as many"
              .formatted(teams.length, waves.length, outcome.length));
    }
    long before = Arrays.stream(waves).filter(wave -> wave < start).distinct().count();
    long after = Arrays.stream(waves).filter(wave -> wave >= start).distinct().count();
    long groups = Arrays.stream(teams).distinct().count();
    if (before < LEAST_WAVES || after < LEAST_WAVES || groups < 2) {
      throw new IllegalArgumentException(
          "%d waves before, %d after, %d teams; expected at least %d, %d and 2"
              .formatted(before, after, groups, LEAST_WAVES, LEAST_WAVES));
    }
    double[][] predictors = new double[waves.length][];
    for (int row = 0; row < waves.length; row++) {
      double since = waves[row] - start;
      predictors[row] = new double[] {1, since + 1, since >= 0 ? 1 : 0, Math.max(0, since)};
    }
    RandomInterceptRegression random = RandomInterceptRegression.fit(teams, predictors, outcome);
    double[] values = random.coefficients();
    double[] errors = random.standardErrors();
    return new InterruptedTimeSeries(
        segments(Arrays.copyOfRange(values, 1, 4), Arrays.copyOfRange(errors, 1, 4)),
        within(teams, predictors, outcome, (int) groups),
        new EffectEstimate(values[0], errors[0]),
        random.groupVariance(),
        random.residualVariance(),
        waves.length,
        (int) groups);
  }

  private static Segments segments(double[] values, double[] errors) {
    return new Segments(
        new EffectEstimate(values[0], errors[0]),
        new EffectEstimate(values[1], errors[1]),
        new EffectEstimate(values[2], errors[2]));
  }

  private static Segments within(int[] teams, double[][] predictors, double[] outcome, int groups) {
    double[][] rows = new double[outcome.length][];
    for (int row = 0; row < rows.length; row++) {
      double[] each = predictors[row];
      rows[row] = new double[] {each[1], each[2], each[3], outcome[row]};
    }
    centre(teams, rows);
    RealMatrix table = new Array2DRowRealMatrix(rows, false);
    RealMatrix all = table.transpose().multiply(table);
    CholeskyDecomposition cholesky = new CholeskyDecomposition(all.getSubMatrix(0, 2, 0, 2));
    double[] towards = Arrays.copyOf(all.getColumn(3), 3);
    double[] values = cholesky.getSolver().solve(new ArrayRealVector(towards, false)).toArray();
    double[][] scores = new double[Arrays.stream(teams).max().orElseThrow() + 1][3];
    for (int row = 0; row < rows.length; row++) {
      double residual = rows[row][3];
      for (int i = 0; i < 3; i++) {
        residual -= values[i] * rows[row][i];
      }
      for (int i = 0; i < 3; i++) {
        scores[teams[row]][i] += residual * rows[row][i];
      }
    }
    RealMatrix score = new Array2DRowRealMatrix(scores, false);
    RealMatrix inverse = cholesky.getSolver().getInverse();
    RealMatrix covariance = inverse.multiply(score.transpose().multiply(score)).multiply(inverse);
    double correction =
        groups / (groups - 1.0) * (rows.length - 1.0) / (rows.length - 3.0 - groups);
    double[] errors = new double[3];
    Arrays.setAll(errors, i -> Math.sqrt(correction * covariance.getEntry(i, i)));
    return segments(values, errors);
  }

  private static void centre(int[] teams, double[][] rows) {
    int last = Arrays.stream(teams).max().orElseThrow();
    double[][] sums = new double[last + 1][4];
    double[] sizes = new double[last + 1];
    for (int row = 0; row < rows.length; row++) {
      sizes[teams[row]]++;
      for (int i = 0; i < 4; i++) {
        sums[teams[row]][i] += rows[row][i];
      }
    }
    for (int row = 0; row < rows.length; row++) {
      for (int i = 0; i < 4; i++) {
        rows[row][i] -= sums[teams[row]][i] / sizes[teams[row]];
      }
    }
  }
}
