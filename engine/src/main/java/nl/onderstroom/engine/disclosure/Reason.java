package nl.onderstroom.engine.disclosure;

/** Why something is not shown. The order is fixed: releases at rest hold the place. */
public enum Reason {
  /** Fewer people than the floor. */
  TOO_FEW_RESPONDENTS,
  /** Its own people are enough; together with other figures it would lay bare a smaller group. */
  WOULD_REVEAL_REMAINDER,
  /** Nobody in the unit answered this question. */
  NO_ANSWERS,
  /** All, or all but one, answered alike: a figure about the group would be one about each. */
  SAMENESS,
  /** The score that this item belongs to is hidden. */
  SCORE_HIDDEN
}
