package nl.onderstroom.server.demo;

import java.util.Locale;
import java.util.Map;

/**
 * Something the company does, and what that changes under the waterline. The effects are the
 * simulation's planted truth: full strength, in standard deviations, on someone who responds as
 * most do.
 */
public enum Action {
  /** "We start with AI", said in a hurry and without a story; it wears off by itself, slowly. */
  ANNOUNCEMENT(
      Map.of(
          Latent.THREAT, 0.8,
          Latent.JOB_THREAT, 1.0,
          Latent.EXPECTANCY, -0.5,
          Latent.KEEPING_UP, -0.4)),
  /** A vision people can retell, and a plain answer on jobs. */
  VISION(
      Map.of(
          Latent.CLARITY, 1.0,
          Latent.EXPECTANCY, 0.3,
          Latent.JOB_THREAT, -0.4,
          Latent.THREAT, -0.2)),
  /** Conversations in which worries are heard, led by leads who say what they do not know. */
  LISTENING(
      Map.of(
          Latent.SAFETY, 0.6,
          Latent.EXAMPLE, 0.4,
          Latent.THREAT, -0.4,
          Latent.JOB_THREAT, -0.3)),
  /** Training at one's own pace, and colleagues who help. */
  TRAINING(
      Map.of(
          Latent.SUPPORT, 1.0,
          Latent.KEEPING_UP, 0.7,
          Latent.PRACTICE, 0.4,
          Latent.THREAT, -0.1)),
  /** Small experiments of the team's own, failed ones told too. */
  EXPERIMENTS(
      Map.of(
          Latent.PRACTICE, 0.7,
          Latent.OPENNESS, 0.4,
          Latent.EXPECTANCY, 0.4));

  private static final double[] WEARING_OFF = {1, 0.95, 0.75, 0.6, 0.5};
  private static final double[] SETTLING_IN = {0.7, 1};

  @SuppressWarnings(
      "ImmutableEnumChecker") // Map.copyOf cannot change; the checker does not see it.
  private final Map<Latent, Double> effects;

  Action(Map<Latent, Double> effects) {
    this.effects = Map.copyOf(effects);
  }

  /** The change of each latent it touches, at full strength, in standard deviations. */
  Map<Latent, Double> effects() {
    return effects;
  }

  /**
   * Which part of the effect there is, 0 to 1.
   *
   * @param rounds since the action began: 0 in its first round
   */
  double strength(int rounds) {
    double[] course = this == ANNOUNCEMENT ? WEARING_OFF : SETTLING_IN;
    return course[Math.min(rounds, course.length - 1)];
  }

  /** Message key of the action's name. */
  public String nameKey() {
    return "demo.action." + name().toLowerCase(Locale.ROOT);
  }
}
