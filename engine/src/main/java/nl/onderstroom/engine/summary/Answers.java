package nl.onderstroom.engine.summary;

/**
 * What a number of people answered to one quantity. All counts are of people.
 *
 * <p>{@code merge} is pure, associative and commutative, and refuses answers of another kind.
 */
public sealed interface Answers permits Histogram, TickCounts, Moments {
  /** People who answered. */
  long n();

  /** People who did not. */
  long missing();

  /**
   * @throws IllegalArgumentException if the other is of another kind, range or number of decimals
   */
  Answers merge(Answers other);

  /** Nobody's answers. */
  static Answers empty(Quantity quantity) {
    return switch (quantity) {
      case Quantity.Levels levels -> new Histogram(levels.min(), new long[levels.cells()], 0);
      case Quantity.Ticks ticks -> new TickCounts(0, new long[ticks.options()], 0);
      case Quantity.Decimal decimal -> Moments.empty(decimal.decimals());
    };
  }
}
