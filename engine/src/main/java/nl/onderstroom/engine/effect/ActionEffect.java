package nl.onderstroom.engine.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.onderstroom.engine.measure.Holm;
import nl.onderstroom.engine.measure.Interval;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Whether an action helped, when several actions and scales are looked at together.
 *
 * <p><b>Two estimates.</b> Plain difference-in-differences is right when teams were chosen by what
 * they durably are; when they were chosen because their last score was low, part of that was bad
 * luck, they rise by themselves and it promises too much. Adjusted for the outcome at the base wave
 * it is right then, and too modest in the first case. The truth lies between (Ding and Li 2019),
 * and nobody needs to know how teams were chosen.
 *
 * <p><b>Rule.</b> <b>Helped</b>: both estimates point the wanted way and the larger of their p,
 * after Holm over all that is judged together, is at most .05. <b>Did not help</b>: the intervals
 * of both stay below the least effect worth having (so harm counts as this). Anything else cannot
 * be told. With fewer than {@value #MANY_TEAMS} teams on either side p and interval are those of
 * {@link RandomisationInference}; with more, Student's t on the smaller side's teams − 1.
 *
 * <p>An effect in all teams at once, or a wave in which only the teams that acted met with
 * something else, no comparison can undo.
 */
public sealed interface ActionEffect {
  /** Teams on each side from which on t is trusted. */
  int MANY_TEAMS = 10;

  /** Fewest teams to compare with. */
  int LEAST_CONTROLS = 5;

  /** The highest family-wise error rate of a claim. */
  double LEVEL = 0.05;

  /**
   * @param panel teams, waves and who acted when
   * @param moreIsBetter false for threat and the like
   * @param leastEffect worth having, above 0, in the outcome's unit; .2 standard deviation of a
   *     person if nothing better is known
   */
  record Question(Panel panel, boolean moreIsBetter, double leastEffect) {
    public Question {
      if (!(leastEffect > 0)) {
        throw new IllegalArgumentException("a least effect of " + leastEffect + "; expected > 0");
      }
    }
  }

  /**
   * @param beforeAfter how the teams that acted changed: to be shown only next to the following
   * @param expectedAnyway how they would have changed with no action: as their controls did, and
   *     back towards the mean
   * @param plain difference-in-differences
   * @param adjusted the same, adjusted for where teams stood before
   * @param interval from the lower end of both intervals to the upper, 95%
   * @param p the larger of both, two-sided, before Holm
   * @param assignments how many ways of acting p was taken over; empty when it is Student's
   */
  record Evidence(
      double beforeAfter,
      double expectedAnyway,
      EffectEstimate plain,
      EffectEstimate adjusted,
      Interval interval,
      double p,
      Optional<RandomisationInference> assignments) {
    private boolean points(double wanted) {
      return plain.value() * wanted > 0 && adjusted.value() * wanted > 0;
    }
  }

  /**
   * @param p after Holm
   */
  record Helped(Evidence evidence, double p) implements ActionEffect {}

  /**
   * @param p after Holm
   */
  record DidNotHelp(Evidence evidence, double p) implements ActionEffect {}

  /**
   * @param p after Holm
   */
  record CannotTell(Evidence evidence, double p) implements ActionEffect {}

  /**
   * There is nothing to compare.
   *
   * @param given what there is
   * @param enough what would be enough, in the unit of given
   */
  record Refused(Reason reason, double given, double enough) implements ActionEffect {}

  /** Why nothing can be compared; in brackets what is counted. */
  enum Reason {
    /** All is of one wave (waves with answers). */
    ONE_WAVE_ONLY,
    /** A wave has no answers at all (waves with answers). */
    A_WAVE_WITHOUT_ANSWERS,
    /** No team acted (teams that acted). */
    NOBODY_ACTED,
    /** All that acted had done so at the first wave (teams seen before they acted). */
    NO_WAVE_BEFORE,
    /** Teams that acted have no answers at the waves needed (teams seen before and after). */
    NO_ANSWERS_OF_THOSE_WHO_ACTED,
    /** Too few teams had not acted (controls seen at both waves). */
    TOO_FEW_CONTROLS,
    /**
     * So few teams that no result would be unusual enough (ways in which teams could have acted).
     */
    TOO_FEW_WAYS
  }

  /**
   * Judges all questions together: the more are asked at once, the stronger each effect must be.
   *
   * @param seed of the draw of assignments
   * @return one each, in order
   */
  static List<ActionEffect> judge(List<Question> questions, long seed) {
    List<Optional<Refused>> refusals =
        questions.stream().map(question -> refusal(question.panel())).toList();
    long asked = refusals.stream().filter(Optional::isEmpty).count();
    List<Optional<Evidence>> evidence = new ArrayList<>();
    double[] p = new double[questions.size()];
    for (int i = 0; i < p.length; i++) {
      Panel panel = questions.get(i).panel();
      boolean refused = refusals.get(i).isPresent();
      evidence.add(refused ? Optional.empty() : Optional.of(evidence(panel, seed)));
      p[i] = evidence.get(i).map(Evidence::p).orElse(Double.NaN);
    }
    double[] adjusted = Holm.adjusted(p);
    List<ActionEffect> effects = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      Question question = questions.get(i);
      double holm = adjusted[i];
      effects.add(
          evidence
              .get(i)
              .map(seen -> judge(question, seen, holm, asked))
              .orElseGet(refusals.get(i)::orElseThrow));
    }
    return List.copyOf(effects);
  }

  private static ActionEffect judge(Question question, Evidence evidence, double p, long asked) {
    double wanted = question.moreIsBetter() ? 1 : -1;
    if (p <= LEVEL && evidence.points(wanted)) {
      return new Helped(evidence, p);
    }
    Interval interval = evidence.interval();
    double best = question.moreIsBetter() ? interval.high() : -interval.low();
    if (best < question.leastEffect()) {
      return new DidNotHelp(evidence, p);
    }
    double enough = asked / LEVEL;
    if (evidence.assignments().filter(ways -> ways.assignments() < enough).isPresent()) {
      return new Refused(
          Reason.TOO_FEW_WAYS, evidence.assignments().orElseThrow().assignments(), enough);
    }
    return new CannotTell(evidence, p);
  }

  private static Evidence evidence(Panel panel, long seed) {
    ActionEstimate plain = ActionEstimate.of(panel, false);
    ActionEstimate adjusted = ActionEstimate.of(panel, true);
    int fewer = plain.fewestTeams();
    return fewer >= MANY_TEAMS
        ? byStudent(plain, adjusted, TDistribution.of(fewer - 1.0))
        : byAssignment(panel, plain, adjusted, seed);
  }

  private static Evidence byStudent(
      ActionEstimate plain, ActionEstimate adjusted, TDistribution student) {
    double point = student.inverseSurvivalProbability(0.025);
    return evidence(
        plain,
        adjusted,
        Math.max(p(plain.effect(), student), p(adjusted.effect(), student)),
        plain.effect().interval(point),
        adjusted.effect().interval(point),
        Optional.empty());
  }

  private static double p(EffectEstimate effect, TDistribution student) {
    double t = effect.value() / effect.standardError();
    return Double.isNaN(t) ? 1 : 2 * student.survivalProbability(Math.abs(t));
  }

  private static Evidence byAssignment(
      Panel panel, ActionEstimate plain, ActionEstimate adjusted, long seed) {
    RandomisationInference ofPlain =
        RandomisationInference.of(panel, other -> ActionEstimate.t(other, false), seed);
    RandomisationInference ofAdjusted =
        RandomisationInference.of(panel, other -> ActionEstimate.t(other, true), seed);
    return evidence(
        plain,
        adjusted,
        Math.max(ofPlain.p(), ofAdjusted.p()),
        plain.effect().interval(ofPlain.point()),
        adjusted.effect().interval(ofAdjusted.point()),
        Optional.of(ofPlain.p() >= ofAdjusted.p() ? ofPlain : ofAdjusted));
  }

  private static Evidence evidence(
      ActionEstimate plain,
      ActionEstimate adjusted,
      double p,
      Interval ofPlain,
      Interval ofAdjusted,
      Optional<RandomisationInference> assignments) {
    return new Evidence(
        plain.beforeAfter(),
        adjusted.beforeAfter() - adjusted.effect().value(),
        plain.effect(),
        adjusted.effect(),
        new Interval(
            Math.min(ofPlain.low(), ofAdjusted.low()), Math.max(ofPlain.high(), ofAdjusted.high())),
        p,
        assignments);
  }

  private static Optional<Refused> refusal(Panel panel) {
    int answered = 0;
    for (int wave = 0; wave < panel.waves(); wave++) {
      boolean any = false;
      for (int team = 0; team < panel.teams(); team++) {
        any |= !Double.isNaN(panel.outcome(team, wave));
      }
      answered += any ? 1 : 0;
    }
    int acted = 0;
    int seenBefore = 0;
    for (int team = 0; team < panel.teams(); team++) {
      acted += panel.firstWave(team) != Panel.NEVER ? 1 : 0;
      seenBefore += panel.firstWave(team) != Panel.NEVER && panel.firstWave(team) > 0 ? 1 : 0;
    }
    if (panel.waves() < 2) {
      return Optional.of(new Refused(Reason.ONE_WAVE_ONLY, answered, 2));
    }
    if (answered < panel.waves()) {
      return Optional.of(new Refused(Reason.A_WAVE_WITHOUT_ANSWERS, answered, panel.waves()));
    }
    if (acted == 0) {
      return Optional.of(new Refused(Reason.NOBODY_ACTED, 0, 1));
    }
    if (seenBefore == 0) {
      return Optional.of(new Refused(Reason.NO_WAVE_BEFORE, 0, 1));
    }
    int controls = fewestControls(panel);
    if (controls == Integer.MAX_VALUE) {
      return Optional.of(new Refused(Reason.NO_ANSWERS_OF_THOSE_WHO_ACTED, 0, 1));
    }
    return controls < LEAST_CONTROLS
        ? Optional.of(new Refused(Reason.TOO_FEW_CONTROLS, controls, LEAST_CONTROLS))
        : Optional.empty();
  }

  /** Of each cohort that answered, at its first wave; the fewest of all. */
  private static int fewestControls(Panel panel) {
    int fewest = Integer.MAX_VALUE;
    for (int cohort : panel.cohorts()) {
      Comparison comparison = new Comparison(panel, cohort, cohort, Controls.NOT_YET_ACTING);
      if (comparison.acted() > 0) {
        fewest = Math.min(fewest, comparison.controls());
      }
    }
    return fewest;
  }
}
