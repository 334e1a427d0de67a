package nl.onderstroom.engine.measure.stance;

/** What people call their stance towards AI themselves. */
public enum NamedStance {
  EMBRACE,
  CURIOUS,
  SCARY,
  HOLD_BACK,
  /** Left open. */
  NOT_NAMED
}
