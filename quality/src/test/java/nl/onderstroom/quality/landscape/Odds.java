package nl.onderstroom.quality.landscape;

/** Chances and their logits. */
final class Odds {
  private Odds() {}

  static double chance(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /** The logarithm of the chance. */
  static double logChance(double logit) {
    return logit < 0 ? logit - Math.log1p(Math.exp(logit)) : -Math.log1p(Math.exp(-logit));
  }
}
