package nl.onderstroom.engine.effect;

/**
 * An estimate and what each team did to it: estimate − truth ≈ Σ influence / teams, so that the
 * error is √Σ influence² / teams.
 *
 * @param influence one a team
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves the package, never compared
record Influenced(double value, double[] influence) {
  static Influenced zero(int teams) {
    return new Influenced(0, new double[teams]);
  }

  /** This + weight × other. */
  Influenced plus(double weight, Influenced other) {
    double[] sum = influence.clone();
    for (int team = 0; team < sum.length; team++) {
      sum[team] += weight * other.influence[team];
    }
    return new Influenced(value + weight * other.value, sum);
  }

  double standardError() {
    double squares = 0;
    for (double each : influence) {
      squares += each * each;
    }
    return Math.sqrt(squares) / influence.length;
  }

  EffectEstimate estimate() {
    return new EffectEstimate(value, standardError());
  }
}
