package nl.onderstroom.server.insight;

import java.util.Locale;
import nl.onderstroom.server.rounds.Layer;

/** How deep something lies, from the top down. */
enum Zone {
  /** What people do, and others can see. */
  SEEN,
  /** What people meet at work: the three pillars, the team, what comes of it. */
  LIVED,
  /** What people believe, hope and fear. */
  BELIEVED;

  static Zone of(Layer layer) {
    return switch (layer) {
      case ABOVE -> SEEN;
      case INSPIRE, DEVELOP, CONVERSE, FLOURISH, OUTCOME -> LIVED;
      case BELOW -> BELIEVED;
    };
  }

  String wordsKey() {
    return "insight.zone." + name().toLowerCase(Locale.ROOT);
  }
}
