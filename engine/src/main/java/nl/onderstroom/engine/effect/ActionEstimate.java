package nl.onderstroom.engine.effect;

/**
 * The effect over all teams that acted, each counted once ({@link GroupTimeEffects#overall}), with
 * controls that have not acted yet and errors for few teams. A wave at which too few controls are
 * left is not looked at.
 */
final class ActionEstimate {
  private final double beforeAfter;
  private final Influenced effect;
  private final int fewestTeams;

  private ActionEstimate(double beforeAfter, Influenced effect, int fewestTeams) {
    this.beforeAfter = beforeAfter;
    this.effect = effect;
    this.fewestTeams = fewestTeams;
  }

  /** NaN when no cohort can be compared. */
  static ActionEstimate of(Panel panel, boolean adjusted) {
    Influenced effect = Influenced.zero(panel.teams());
    double beforeAfter = 0;
    int acted = 0;
    int fewestControls = Integer.MAX_VALUE;
    for (int cohort : panel.cohorts()) {
      Influenced sum = Influenced.zero(panel.teams());
      double changes = 0;
      int waves = 0;
      int size = 0;
      for (int wave = cohort; wave < panel.waves(); wave++) {
        Comparison comparison = new Comparison(panel, cohort, wave, Controls.NOT_YET_ACTING);
        if (comparison.acted() > 0 && comparison.controls() >= ActionEffect.LEAST_CONTROLS) {
          sum = sum.plus(1, comparison.effect(adjusted, Comparison.Errors.FEW_TEAMS));
          changes += comparison.beforeAfter();
          fewestControls = Math.min(fewestControls, comparison.controls());
          size = Math.max(size, comparison.acted());
          waves++;
        }
      }
      if (waves > 0) {
        effect = effect.plus((double) size / waves, sum);
        beforeAfter += changes * size / waves;
        acted += size;
      }
    }
    return acted == 0
        ? new ActionEstimate(Double.NaN, new Influenced(Double.NaN, new double[1]), 0)
        : new ActionEstimate(
            beforeAfter / acted,
            Influenced.zero(panel.teams()).plus(1.0 / acted, effect),
            Math.min(acted, fewestControls));
  }

  /** The effect over its error; NaN when neither varies. */
  static double t(Panel panel, boolean adjusted) {
    ActionEstimate estimate = of(panel, adjusted);
    return estimate.effect.value() / estimate.effect.standardError();
  }

  /** How the teams that acted changed from before to after, compared with nobody. */
  double beforeAfter() {
    return beforeAfter;
  }

  /** Teams that acted, or controls at any wave, whichever are fewer. */
  int fewestTeams() {
    return fewestTeams;
  }

  EffectEstimate effect() {
    return effect.estimate();
  }
}
