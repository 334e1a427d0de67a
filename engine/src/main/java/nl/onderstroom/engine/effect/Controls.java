package nl.onderstroom.engine.effect;

/** With whom teams that acted are compared. */
public enum Controls {
  /** Teams that never act in the waves seen. */
  NEVER_ACTING,
  /** Teams that have not acted yet at the wave looked at; those that never act among them. */
  NOT_YET_ACTING
}
