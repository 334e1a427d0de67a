package nl.onderstroom.engine.measure.teams;

/**
 * Minus twice the log-likelihood of a random-intercept model as a function of one ratio θ = τ²/σ²,
 * with what is not fixed at its best for that ratio. N people, w = n/(1 + nθ), L = Σ log(1 + nθ), Q
 * = Σ(x − team mean)² + Σw(m − μ)².
 */
sealed interface Likelihood {
  /** Where an optimum is looked for first: powers of two about one over the typical team size. */
  int SMALLEST_POWER = -24;

  int GREATEST_POWER = 24;
  int MOST_HALVINGS = 100;
  double LOG_TWO_PI = Math.log(2 * Math.PI);

  SizeClasses sizes();

  double deviance(double ratio);

  /** Of {@link #deviance} in the ratio. */
  double slope(double ratio);

  /**
   * The ratio with the least deviance, 0 included. First the best of a wide grid, because a profile
   * can have two optima; from there by halving, on the sign of the slope.
   */
  default double best() {
    double unit = 1 / sizes().effectiveSize();
    double best = 0;
    double least = deviance(0);
    for (int power = SMALLEST_POWER; power <= GREATEST_POWER; power++) {
      double ratio = Math.scalb(unit, power);
      double here = deviance(ratio);
      if (here < least) {
        best = ratio;
        least = here;
      }
    }
    double low = best == Math.scalb(unit, SMALLEST_POWER) ? 0 : best / 2;
    double high = best == 0 ? Math.scalb(unit, SMALLEST_POWER) : best * 2;
    for (int i = 0; i < MOST_HALVINGS && high - low > Math.ulp(high); i++) {
      double middle = (low + high) / 2;
      if (slope(middle) > 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return best == 0 && slope(0) >= 0 ? 0 : low;
  }

  /** The least deviance. */
  default double least() {
    return deviance(best());
  }

  /** Restricted: (N − 1)(1 + log 2πQ/(N − 1)) + L + log Σw. */
  record Restricted(SizeClasses sizes) implements Likelihood {
    @Override
    public double deviance(double ratio) {
      SizeClasses.At at = sizes.at(ratio);
      double free = sizes.people() - 1.0;
      return free * (1 + LOG_TWO_PI + Math.log(at.residual() / free))
          + at.logs()
          + Math.log(at.weights());
    }

    @Override
    public double slope(double ratio) {
      SizeClasses.At at = sizes.at(ratio);
      return (sizes.people() - 1.0) * at.slope() / at.residual()
          + at.weights()
          - at.squaredWeights() / at.weights();
    }
  }

  /** N(1 + log 2πQ/N) + L. */
  record Full(SizeClasses sizes) implements Likelihood {
    @Override
    public double deviance(double ratio) {
      return of(sizes, sizes.at(ratio));
    }

    @Override
    public double slope(double ratio) {
      return slopeOf(sizes, sizes.at(ratio));
    }

    static double of(SizeClasses sizes, SizeClasses.At at) {
      double people = sizes.people();
      return people * (1 + LOG_TWO_PI + Math.log(at.residual() / people)) + at.logs();
    }

    static double slopeOf(SizeClasses sizes, SizeClasses.At at) {
      return sizes.people() * at.slope() / at.residual() + at.weights();
    }
  }

  /** As {@link Full}, for a given μ. */
  record GivenMu(SizeClasses sizes, double mu) implements Likelihood {
    @Override
    public double deviance(double ratio) {
      return Full.of(sizes, sizes.at(ratio, mu));
    }

    @Override
    public double slope(double ratio) {
      return Full.slopeOf(sizes, sizes.at(ratio, mu));
    }
  }

  /** For a given σ²: N log 2πσ² + L + Q/σ². */
  record GivenSigma2(SizeClasses sizes, double sigma2) implements Likelihood {
    @Override
    public double deviance(double ratio) {
      SizeClasses.At at = sizes.at(ratio);
      return sizes.people() * (LOG_TWO_PI + Math.log(sigma2)) + at.logs() + at.residual() / sigma2;
    }

    @Override
    public double slope(double ratio) {
      SizeClasses.At at = sizes.at(ratio);
      return at.weights() + at.slope() / sigma2;
    }
  }

  /** For a given τ² above 0, with σ² = τ²/θ: N log 2πτ²/θ + L + Qθ/τ². */
  record GivenTau2(SizeClasses sizes, double tau2) implements Likelihood {
    @Override
    public double deviance(double ratio) {
      if (ratio == 0) {
        return Double.POSITIVE_INFINITY;
      }
      SizeClasses.At at = sizes.at(ratio);
      return sizes.people() * (LOG_TWO_PI + Math.log(tau2 / ratio))
          + at.logs()
          + at.residual() * ratio / tau2;
    }

    @Override
    public double slope(double ratio) {
      SizeClasses.At at = sizes.at(ratio);
      return at.weights() - sizes.people() / ratio + (at.residual() + ratio * at.slope()) / tau2;
    }
  }
}
