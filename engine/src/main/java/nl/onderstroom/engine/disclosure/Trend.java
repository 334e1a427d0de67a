package nl.onderstroom.engine.disclosure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What changed between two releases, as far as it may be told. Immutable. Only {@link Gate} makes
 * one, of releases alone: it holds nothing that could not be worked out from both.
 */
public final class Trend {
  private final Map<String, SequencedMap<String, Change>> units;

  Trend(Map<String, SequencedMap<String, Change>> units) {
    Map<String, SequencedMap<String, Change>> copy = new LinkedHashMap<>();
    units.forEach((unit, changes) ->
        copy.put(unit, Collections.unmodifiableSequencedMap(new LinkedHashMap<>(changes))));
    this.units = Collections.unmodifiableMap(copy);
  }

  /**
   * Per question that was compared, in the order asked for.
   *
   * @throws IllegalArgumentException if the later release does not have the unit
   */
  public SequencedMap<String, Change> unit(String id) {
    SequencedMap<String, Change> changes = units.get(id);
    if (changes == null) {
      throw new IllegalArgumentException("no unit \"" + id + "\" in this trend");
    }
    return changes;
  }
}
