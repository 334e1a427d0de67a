package nl.onderstroom.engine.disclosure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.OptionalLong;
import java.util.SequencedMap;

/** What is shown of one unit. */
public sealed interface UnitRelease {
  /**
   * @param respondents people in the unit and below who handed in answers; empty where that would
   *     tell of all, or all but one, of some people on the roster whether they did
   * @param figures per question key, in the order of the questions
   */
  record Shown(OptionalLong respondents, SequencedMap<String, Figure> figures)
      implements UnitRelease {
    public Shown {
      figures = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(figures));
    }

    /**
     * @throws IllegalArgumentException if there is no such question
     */
    public Figure figure(String key) {
      Figure figure = figures.get(key);
      if (figure == null) {
        throw new IllegalArgumentException(
            "no figure of \"" + key + "\"; there are: " + figures.keySet());
      }
      return figure;
    }
  }

  /** Nothing, not even how many people answered, and why. */
  record Withheld(Reason reason) implements UnitRelease {}
}
