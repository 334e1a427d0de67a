package nl.onderstroom.engine.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The pulse of De Vries Bakkerijen: three items, words for feelings, a score of an earlier survey.
 */
final class ExampleShape {
  static final SummaryShape PULSE =
      new SummaryShape(
          List.of(
              new Quantity.Levels("vision", 1, 5),
              new Quantity.Levels("safety", -2, 2),
              new Quantity.Levels("site", 0, 12),
              new Quantity.Ticks("feelings", 8),
              new Quantity.Ticks("every.bit", 62),
              new Quantity.Decimal("earlier", 10)),
          List.of("vision", "safety"));

  private ExampleShape() {}

  static List<long[]> people(int number, RandomGenerator random) {
    List<long[]> people = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      people.add(PULSE.quantities().stream().mapToLong(q -> value(q, random)).toArray());
    }
    return people;
  }

  static Summary summary(List<long[]> people) {
    Tally tally = new Tally(PULSE);
    people.forEach(tally::add);
    return tally.summary();
  }

  private static long value(Quantity quantity, RandomGenerator random) {
    if (random.nextInt(5) == 0) {
      return Tally.MISSING;
    }
    return switch (quantity) {
      case Quantity.Levels levels -> random.nextInt(levels.min(), levels.max() + 1);
      case Quantity.Ticks ticks -> random.nextLong() & ((1L << ticks.options()) - 1);
      case Quantity.Decimal decimal ->
          random.nextLong(-Quantity.Decimal.GREATEST, Quantity.Decimal.GREATEST + 1);
    };
  }
}
