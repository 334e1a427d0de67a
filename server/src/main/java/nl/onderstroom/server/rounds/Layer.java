package nl.onderstroom.server.rounds;

import java.util.Locale;

/**
 * Where a construct lies on the iceberg, from what everyone can see, through the three pillars,
 * down to what is felt, and on to what it is all for. Declared in the order in which pages show
 * them.
 */
public enum Layer {
  /** What people visibly do. */
  ABOVE,
  /** Pillar 1: inspire and set the example. */
  INSPIRE,
  /** Pillar 2: train and develop. */
  DEVELOP,
  /** Pillar 3: room for the human conversation. */
  CONVERSE,
  /** What people believe, fear, hope and feel. */
  BELOW,
  /** Connection, growth, resilience and joy in the team. */
  FLOURISH,
  /** Ownership, engagement, own view of the work. */
  OUTCOME;

  /** The stable name in messages and exports: {@code above}, {@code inspire} … */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Message key of the layer's name. */
  public String nameKey() {
    return "rounds.layer." + code();
  }

  /** Message key of one sentence on what the layer holds. */
  public String aboutKey() {
    return nameKey() + ".about";
  }
}
