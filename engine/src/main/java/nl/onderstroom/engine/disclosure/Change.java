package nl.onderstroom.engine.disclosure;

import nl.onderstroom.engine.measure.waves.WaveChange;

/** What is told of one question in one unit between two waves. */
public sealed interface Change {
  /**
   * @param verdict after Holm over all of the trend
   */
  record Told(WaveChange verdict) implements Change {}

  /** Nothing, and why. */
  record Untold(Why why) implements Change {}

  /** Why a change is not told. */
  enum Why {
    /** One of the waves does not show it. */
    NOT_SHOWN_BOTH_TIMES,
    /**
     * So few joined or left, here or in a group that could be worked out, that it is about them.
     */
    FEW_CAME_OR_WENT
  }
}
