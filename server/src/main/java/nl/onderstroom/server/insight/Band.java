package nl.onderstroom.server.insight;

import nl.onderstroom.server.rounds.Question;

/** One question at its depth. */
record Band(Question question, Zone zone, Reading reading) {
  String key() {
    return question.key();
  }

  /** How far the berg reaches to the left: what weighs. Above the water only doing is seen. */
  Span left() {
    return switch (reading) {
      case Reading.Sides sides when zone == Zone.SEEN -> sides.carries().span().half();
      case Reading.Sides sides -> sides.weighs().span();
      case Reading.Level level when isEven(level) -> level.place().half();
      case Reading.Level level when level.lean() == Reading.Lean.WEIGHS -> level.place();
      case Reading.Level level -> level.place().rest();
      case Reading.Fog fog -> Span.NONE;
    };
  }

  /** How far it reaches to the right: what carries. */
  Span right() {
    return switch (reading) {
      case Reading.Sides sides when zone == Zone.SEEN -> sides.carries().span().half();
      case Reading.Sides sides -> sides.carries().span();
      case Reading.Level level when isEven(level) -> level.place().half();
      case Reading.Level level when level.lean() == Reading.Lean.WEIGHS -> level.place().rest();
      case Reading.Level level -> level.place();
      case Reading.Fog fog -> Span.NONE;
    };
  }

  boolean isFog() {
    return reading instanceof Reading.Fog;
  }

  private boolean isEven(Reading.Level level) {
    return zone == Zone.SEEN || level.lean() == Reading.Lean.NEITHER;
  }
}
