package nl.onderstroom.engine.effect;

/**
 * Teams that first acted at one wave against teams that had not acted, from one wave to another: a
 * group-time effect, plain or adjusted for where teams stood at the first of both waves.
 *
 * <p>Adjusted: the change is regressed on the outcome at the base wave with one slope for both
 * arms. That is right when teams were chosen by that outcome, for then its luck will not last;
 * plain difference-in-differences is right when they were chosen by what they durably are.
 */
final class Comparison {
  /** Whether the error is that of many teams, or corrected for few. */
  enum Errors {
    /** Divisor n, as Callaway and Sant'Anna. */
    MANY_TEAMS,
    /** Each residual over √(1 − leverage) (MacKinnon and White's HC2). */
    FEW_TEAMS
  }

  private final Panel panel;
  private final int base;
  private final int wave;
  private final int[] acted;
  private final int[] controls;

  /**
   * @param cohort first wave of the teams that acted
   * @param wave the wave looked at; before the cohort acted it is compared with the wave before it
   */
  Comparison(Panel panel, int cohort, int wave, Controls kind) {
    this.panel = panel;
    this.wave = wave;
    this.base = wave >= cohort ? cohort - 1 : wave - 1;
    int teams = panel.teams();
    int latest = Math.max(wave, base);
    int[] arm = new int[teams];
    int actedCount = 0;
    int controlCount = 0;
    for (int team = 0; team < teams; team++) {
      int first = panel.firstWave(team);
      if (Double.isNaN(change(team))) {
        continue;
      }
      if (first == cohort) {
        arm[team] = 1;
        actedCount++;
      } else if (kind == Controls.NEVER_ACTING ? first == Panel.NEVER : first > latest) {
        arm[team] = -1;
        controlCount++;
      }
    }
    this.acted = new int[actedCount];
    this.controls = new int[controlCount];
    int atActed = 0;
    int atControl = 0;
    for (int team = 0; team < teams; team++) {
      if (arm[team] > 0) {
        acted[atActed++] = team;
      } else if (arm[team] < 0) {
        controls[atControl++] = team;
      }
    }
  }

  int acted() {
    return acted.length;
  }

  int controls() {
    return controls.length;
  }

  boolean isPossible() {
    return acted.length > 0 && controls.length > 0;
  }

  /** How the teams that acted changed, with no comparison: before and after. */
  double beforeAfter() {
    return change(acted);
  }

  /** The effect, when {@link #isPossible}. */
  Influenced effect(boolean adjusted, Errors errors) {
    int teams = panel.teams();
    double actedChange = beforeAfter();
    double controlChange = change(controls);
    double actedBase = base(acted);
    double controlBase = base(controls);
    double squares = adjusted ? squares(acted, actedBase) + squares(controls, controlBase) : 0;
    double slope = 0;
    if (squares > 0) {
      double products =
          products(acted, actedBase, actedChange) + products(controls, controlBase, controlChange);
      slope = products / squares;
    }
    double apart = squares > 0 ? actedBase - controlBase : 0;
    double[] influence = new double[teams];
    double[] squaresPerArm = new double[2];
    for (boolean isActed : new boolean[] {true, false}) {
      int[] arm = isActed ? acted : controls;
      double changeMean = isActed ? actedChange : controlChange;
      double baseMean = isActed ? actedBase : controlBase;
      for (int team : arm) {
        double off = panel.outcome(team, base) - baseMean;
        double residual = change(team) - changeMean - slope * off;
        double leverage = 1.0 / arm.length + (squares > 0 ? off * off / squares : 0);
        double scaled = errors == Errors.FEW_TEAMS ? scaled(residual, leverage) : residual;
        double weight = (isActed ? 1.0 : -1.0) / arm.length;
        weight -= squares > 0 ? apart * off / squares : 0;
        influence[team] = teams * weight * scaled;
        squaresPerArm[isActed ? 0 : 1] += scaled * scaled;
      }
    }
    if (errors == Errors.FEW_TEAMS) {
      // An arm of one team tells nothing of spread: it is taken to be as that of the other arm.
      if (acted.length == 1) {
        influence[acted[0]] = teams * Math.sqrt(squaresPerArm[1] / controls.length);
      } else if (controls.length == 1) {
        influence[controls[0]] = teams * Math.sqrt(squaresPerArm[0] / acted.length);
      }
    }
    return new Influenced(actedChange - controlChange - slope * apart, influence);
  }

  private static double scaled(double residual, double leverage) {
    double left = 1 - leverage;
    return left > 1e-9 ? residual / Math.sqrt(left) : 0;
  }

  private double change(int team) {
    return panel.outcome(team, wave) - panel.outcome(team, base);
  }

  private double change(int[] arm) {
    double sum = 0;
    for (int team : arm) {
      sum += change(team);
    }
    return sum / arm.length;
  }

  private double base(int[] arm) {
    double sum = 0;
    for (int team : arm) {
      sum += panel.outcome(team, base);
    }
    return sum / arm.length;
  }

  private double squares(int[] arm, double mean) {
    double sum = 0;
    for (int team : arm) {
      double off = panel.outcome(team, base) - mean;
      sum += off * off;
    }
    return sum;
  }

  private double products(int[] arm, double baseMean, double changeMean) {
    double sum = 0;
    for (int team : arm) {
      sum += (panel.outcome(team, base) - baseMean) * (change(team) - changeMean);
    }
    return sum;
  }
}
