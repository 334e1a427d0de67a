package nl.onderstroom.engine.disclosure;

/** Why something is not shown. */
public enum Reason {
  /** Fewer people than the floor. */
  TOO_FEW_RESPONDENTS(0),
  /** Its own people are enough; together with other figures it would lay bare a smaller group. */
  WOULD_REVEAL_REMAINDER(1),
  /** Nobody in the unit answered this question. */
  NO_ANSWERS(2),
  /** All, or all but one, answered alike: a figure about the group would be one about each. */
  SAMENESS(3),
  /** The score that this item belongs to is hidden. */
  SCORE_HIDDEN(4);

  private final int code;

  Reason(int code) {
    this.code = code;
  }

  /** What releases at rest hold; never given to another reason. */
  int code() {
    return code;
  }

  static Reason ofCode(long code) {
    for (Reason reason : values()) {
      if (reason.code == code) {
        return reason;
      }
    }
    throw new IllegalArgumentException("no reason has the code " + code);
  }
}
