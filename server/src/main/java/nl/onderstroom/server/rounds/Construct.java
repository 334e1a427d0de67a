package nl.onderstroom.server.rounds;

import java.util.Locale;

/**
 * What a question asks about, and where that lies on the iceberg.
 *
 * <p>Job threat and keeping up are two constructs: the fear to lose one's job and the doubt whether
 * one can follow have other causes and other answers. Expectancy and threat are two axes and not
 * the ends of one line: who is high on both is torn, who is low on both is unmoved.
 */
public enum Construct {
  /** Using AI in one's own work. */
  USE(Layer.ABOVE),
  /** Having tried something new with AI. */
  TRYING(Layer.ABOVE),
  /** A vision of AI that people can follow. */
  VISION(Layer.INSPIRE),
  /** Leaders who show their own learning. */
  EXAMPLE(Layer.INSPIRE),
  /** Getting the training one needs. */
  TRAINING(Layer.DEVELOP),
  /** Daring to experiment. */
  DARING(Layer.DEVELOP),
  /** Worries can be spoken of in the team. */
  SAFETY(Layer.CONVERSE),
  /** "Will I lose my job?" High is worried. */
  JOB_THREAT(Layer.BELOW),
  /** "Can I keep up?" High is confident. */
  KEEPING_UP(Layer.BELOW),
  /** Expecting good of AI for one's own work. High is hopeful. */
  EXPECTANCY(Layer.BELOW),
  /** Feeling threatened by AI as such. High is threatened. */
  THREAT(Layer.BELOW),
  /** The words people choose for what they feel. */
  FEELINGS(Layer.BELOW),
  /** How people name their own stance. */
  STANCE(Layer.BELOW),
  /** What people think of a statement that somebody in the organisation wrote. */
  OPINION(Layer.CONVERSE),
  /** Being there for each other in the team. */
  CONNECTION(Layer.FLOURISH),
  /** Growing in one's work. */
  GROWTH(Layer.FLOURISH),
  /** Getting up again after a setback. */
  RESILIENCE(Layer.FLOURISH),
  /** Joy in the work. */
  JOY(Layer.FLOURISH),
  /** Owning the change. */
  OWNERSHIP(Layer.OUTCOME),
  /** Engagement with the work. */
  ENGAGEMENT(Layer.OUTCOME),
  /** One's own view of how the work goes. */
  PERFORMANCE(Layer.OUTCOME);

  private final Layer layer;

  Construct(Layer layer) {
    this.layer = layer;
  }

  public Layer layer() {
    return layer;
  }

  /** The stable name in messages and exports: {@code job-threat}, {@code vision} … */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Message key of the construct's short name. */
  public String nameKey() {
    return "rounds.construct." + code();
  }

  /** Message key of one sentence on what the construct is about. */
  public String aboutKey() {
    return nameKey() + ".about";
  }
}
