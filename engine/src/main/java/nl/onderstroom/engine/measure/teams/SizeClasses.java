package nl.onderstroom.engine.measure.teams;

import java.util.Arrays;

/**
 * Everything that the random-intercept likelihood needs to know of the teams. Teams of one size
 * have one weight, so they are kept together: 20,000 teams are a few hundred sizes, and an
 * evaluation costs O(sizes).
 */
final class SizeClasses {

  private final long[] size;
  private final double[] count;
  private final double[] mean;
  // Of the teams' means about the mean of their size.
  private final double[] squares;
  private final long people;
  private final double within;
  private final double centre;

  SizeClasses(TeamSums sums) {
    long[] n = new long[sums.teams()];
    Arrays.setAll(n, sums::n);
    this.size = Arrays.stream(n).filter(people -> people > 0).sorted().distinct().toArray();
    this.count = new double[size.length];
    this.mean = new double[size.length];
    this.squares = new double[size.length];
    double deviations = 0;
    int[] place = new int[n.length];
    for (int team = 0; team < n.length; team++) {
      if (n[team] > 0) {
        int at = Arrays.binarySearch(size, n[team]);
        place[team] = at;
        count[at]++;
        mean[at] += sums.mean(team);
        deviations += sums.deviation(team);
      }
    }
    Arrays.setAll(mean, at -> mean[at] / count[at]);
    for (int team = 0; team < n.length; team++) {
      if (n[team] > 0) {
        double difference = sums.mean(team) - mean[place[team]];
        squares[place[team]] += difference * difference;
      }
    }
    this.people = Arrays.stream(n).sum();
    this.within = deviations;
    this.centre = at(0).mu();
  }

  int teams() {
    return (int) Arrays.stream(count).sum();
  }

  /** Everybody who answered. */
  long people() {
    return people;
  }

  /** Σ(x − team mean)² over everybody. */
  double within() {
    return within;
  }

  /** (N − Σn²/N) / (teams − 1): the size that unequal teams count for. */
  double effectiveSize() {
    double people = people();
    double squared = 0;
    for (int at = 0; at < size.length; at++) {
      squared += count[at] * size[at] * size[at];
    }
    return (people - squared / people) / (teams() - 1.0);
  }

  /** With the best mu for this ratio. */
  At at(double ratio) {
    double weights = 0;
    double sum = 0;
    for (int at = 0; at < size.length; at++) {
      double weight = count[at] * size[at] / (1 + size[at] * ratio);
      weights += weight;
      sum += weight * (mean[at] - centre);
    }
    return at(ratio, centre + sum / weights);
  }

  /** With this mu. */
  At at(double ratio, double mu) {
    double logs = 0;
    double weights = 0;
    double squaredWeights = 0;
    double residual = within;
    double slope = 0;
    for (int at = 0; at < size.length; at++) {
      double factor = 1 + size[at] * ratio;
      double weight = size[at] / factor;
      double difference = mean[at] - mu;
      double between = squares[at] + count[at] * difference * difference;
      weights += count[at] * weight;
      squaredWeights += count[at] * weight * weight;
      residual += weight * between;
      slope -= weight * weight * between;
      logs += count[at] * Math.log(factor);
    }
    return new At(ratio, mu, logs, weights, squaredWeights, residual, slope);
  }

  /**
   * At one ratio θ = τ²/σ², with w = n/(1 + nθ) of a team.
   *
   * @param mu Σwm / Σw, or as given
   * @param logs Σ log(1 + nθ)
   * @param weights Σw, the slope of {@code logs}
   * @param squaredWeights Σw²
   * @param residual Q = Σ(x − team mean)² + Σw(m − mu)²
   * @param slope of Q in θ: −Σw²(m − mu)²
   */
  record At(
      double ratio,
      double mu,
      double logs,
      double weights,
      double squaredWeights,
      double residual,
      double slope) {}
}
