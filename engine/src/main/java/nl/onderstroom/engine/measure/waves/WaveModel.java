package nl.onderstroom.engine.measure.waves;

import java.util.List;
import nl.onderstroom.engine.numeric.Minimum;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * Two or more unlinked waves together: an answer is the wave's effect + the team's + the team's in
 * that wave + the person's; the last three random. Restricted maximum likelihood, from team×wave
 * sums alone: the cell means and the squares within cells are sufficient.
 *
 * <p>With θ₁ = team and θ₂ = team×wave variance over that of a person, a team's cell means have
 * covariance σ²(θ₁J + diag(θ₂ + 1/n)); σ² is profiled out and the deviance is searched over both
 * θ/(1 + θ) from 0 to 1. Cost: about 7,000 × teams × waves² operations.
 */
public final class WaveModel {
  private static final double NEAR_ONE = 1 - 1e-9;

  private final List<List<Sample>> teams;
  private final int waves;
  private final long people;
  private final double squaresWithin;
  private final double teamRatio;
  private final double teamWaveRatio;
  private final Fit fit;

  private record Fit(double deviance, double variance, double[] effects, RealMatrix precision) {}

  private WaveModel(List<List<Sample>> teams, int waves) {
    this.teams = teams;
    this.waves = waves;
    this.people = teams.stream().flatMap(List::stream).mapToLong(Sample::n).sum();
    this.squaresWithin = teams.stream().flatMap(List::stream).mapToDouble(Sample::squares).sum();
    if (people <= waves || !(squaresWithin > 0)) {
      throw new IllegalArgumentException(
          "%d answers with Σ(x − mean)² = %s within teams; expected more than %d and above 0"
              .formatted(people, squaresWithin, waves));
    }
    double share = Minimum.of(one -> bestTeamWave(one).deviance(), 0, NEAR_ONE);
    this.teamRatio = ratio(share);
    this.teamWaveRatio = ratio(bestTeamWaveShare(share));
    this.fit = fit(teamRatio, teamWaveRatio);
  }

  /**
   * @param teams of each team one sample a wave, {@link Sample#EMPTY} where nobody answered
   * @throws IllegalArgumentException if there are fewer than two waves or teams, a wave has no
   *     answers, or nobody differs within a team
   */
  public static WaveModel fit(List<List<Sample>> teams) {
    int waves = teams.isEmpty() ? 0 : teams.getFirst().size();
    if (teams.size() < 2 || waves < 2) {
      throw new IllegalArgumentException(
          "%d teams at %d waves; expected at least 2 of both".formatted(teams.size(), waves));
    }
    for (int wave = 0; wave < waves; wave++) {
      int at = wave;
      if (teams.stream().allMatch(team -> team.get(at).n() == 0)) {
        throw new IllegalArgumentException("nobody answered at wave " + wave);
      }
    }
    return new WaveModel(teams.stream().map(List::copyOf).toList(), waves);
  }

  /** The mean at the first wave, then each later wave's difference from the first. */
  public double[] effects() {
    return fit.effects.clone();
  }

  /** Of {@link #effects}. */
  public double[] standardErrors() {
    RealMatrix covariance = new CholeskyDecomposition(fit.precision).getSolver().getInverse();
    double[] errors = new double[waves];
    for (int i = 0; i < waves; i++) {
      errors[i] = Math.sqrt(covariance.getEntry(i, i) * fit.variance);
    }
    return errors;
  }

  /** Between teams, the same at every wave. */
  public double teamVariance() {
    return teamRatio * fit.variance;
  }

  /** Of a team from wave to wave; 0 when teams move no more than their people explain. */
  public double teamWaveVariance() {
    return teamWaveRatio * fit.variance;
  }

  /** Between people of a team at a wave. */
  public double personVariance() {
    return fit.variance;
  }

  /** Restricted, as lme4 gives it. */
  public double logLikelihood() {
    return -fit.deviance / 2;
  }

  private static double ratio(double share) {
    return share / (1 - share);
  }

  private double bestTeamWaveShare(double teamShare) {
    return Minimum.of(two -> fit(ratio(teamShare), ratio(two)).deviance(), 0, NEAR_ONE);
  }

  private Fit bestTeamWave(double teamShare) {
    return fit(ratio(teamShare), ratio(bestTeamWaveShare(teamShare)));
  }

  private Fit fit(double theta1, double theta2) {
    double[][] precision = new double[waves][waves];
    double[] products = new double[waves];
    double squares = squaresWithin;
    double logDeterminant = 0;
    for (List<Sample> team : teams) {
      double[] weights = new double[waves];
      double sum = 0;
      double sumOfMeans = 0;
      for (int wave = 0; wave < waves; wave++) {
        Sample cell = team.get(wave);
        if (cell.n() > 0) {
          double spread = theta2 + 1.0 / cell.n();
          weights[wave] = 1 / spread;
          sum += weights[wave];
          sumOfMeans += weights[wave] * cell.mean();
          squares += weights[wave] * cell.mean() * cell.mean();
          logDeterminant += Math.log(cell.n() * spread);
        }
      }
      double shared = theta1 / (1 + theta1 * sum);
      logDeterminant += Math.log1p(theta1 * sum);
      squares -= shared * sumOfMeans * sumOfMeans;
      for (int wave = 0; wave < waves; wave++) {
        if (weights[wave] > 0) {
          products[wave] += weights[wave] * (team.get(wave).mean() - shared * sumOfMeans);
          precision[wave][wave] += weights[wave];
          for (int other = 0; other < waves; other++) {
            precision[wave][other] -= shared * (weights[wave] * weights[other]);
          }
        }
      }
    }
    return profiled(fromFirstWave(precision), fromFirstWave(products), squares, logDeterminant);
  }

  private Fit profiled(
      RealMatrix precision, double[] products, double squares, double logDeterminant) {
    CholeskyDecomposition cholesky = new CholeskyDecomposition(precision);
    double[] effects =
        cholesky
            .getSolver()
            .solve(new org.hipparchus.linear.ArrayRealVector(products, false))
            .toArray();
    double explained = 0;
    for (int i = 0; i < waves; i++) {
      explained += effects[i] * products[i];
    }
    double df = people - waves;
    double variance = (squares - explained) / df;
    double deviance =
        df * (Math.log(2 * Math.PI * variance) + 1)
            + logDeterminant
            + Math.log(cholesky.getDeterminant());
    return new Fit(deviance, variance, effects, precision);
  }

  /** From one mean a wave to a mean and differences: the first column of X is all ones. */
  private RealMatrix fromFirstWave(double[][] perWave) {
    double[][] turned = new double[waves][];
    for (int row = 0; row < waves; row++) {
      turned[row] = fromFirstWave(perWave[row]);
    }
    double[] first = new double[waves];
    for (double[] row : turned) {
      for (int column = 0; column < waves; column++) {
        first[column] += row[column];
      }
    }
    turned[0] = first;
    // The sums along the first row and column are the same but for rounding.
    for (int wave = 1; wave < waves; wave++) {
      turned[wave][0] = first[wave];
    }
    return new Array2DRowRealMatrix(turned, false);
  }

  private static double[] fromFirstWave(double[] perWave) {
    double[] turned = perWave.clone();
    for (int wave = 1; wave < perWave.length; wave++) {
      turned[0] += perWave[wave];
    }
    return turned;
  }
}
