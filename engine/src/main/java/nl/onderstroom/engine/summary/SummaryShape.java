package nl.onderstroom.engine.summary;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a summary is about: its quantities in the order of a person's record, which of them are
 * crossed, and which are computed from others. Two summaries merge only if their shapes are equal.
 *
 * @param quantities 1 to 1,000, with unique keys and at most 100,000 counters together
 * @param crossed keys of {@link Quantity.Levels} whose sums of products are kept; at most 100,
 *     unique, in the order that {@link CrossProducts} uses
 * @param composites which quantities are computed from which; an item feeds one score at most,
 *     because two scores over the same items could be subtracted
 */
public record SummaryShape(
    List<Quantity> quantities, List<String> crossed, List<Composite> composites) {
  static final int MOST_QUANTITIES = 1000;
  static final int MOST_CROSSED = 100;
  private static final int MOST_CELLS = 100_000;

  public SummaryShape {
    quantities = List.copyOf(quantities);
    crossed = List.copyOf(crossed);
    composites = List.copyOf(composites);
    requireBetween("quantities", quantities.size(), 1, MOST_QUANTITIES);
    requireBetween("crossed quantities", crossed.size(), 0, MOST_CROSSED);
    requireBetween("counters", quantities.stream().mapToInt(Quantity::cells).sum(), 1, MOST_CELLS);
    requireUnique("quantity", quantities.stream().map(Quantity::key).toList());
    requireUnique("crossed quantity", crossed);
    for (String key : crossed) {
      requireLevels(quantities, key, "crossed");
    }
    requireComposites(quantities, composites);
  }

  /** A shape without composites. */
  public SummaryShape(List<Quantity> quantities, List<String> crossed) {
    this(quantities, crossed, List.of());
  }

  /** A shape without cross-products and composites. */
  public static SummaryShape of(Quantity... quantities) {
    return new SummaryShape(List.of(quantities), List.of());
  }

  /**
   * The place of the quantity in a record, from 0. Cost: linear in the number of quantities.
   *
   * @throws IllegalArgumentException if the shape has no such key
   */
  public int index(String key) {
    return index(quantities, key);
  }

  private static int index(List<Quantity> quantities, String key) {
    for (int i = 0; i < quantities.size(); i++) {
      if (quantities.get(i).key().equals(key)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "no quantity \"%s\"; there are: %s"
            .formatted(key, quantities.stream().map(Quantity::key).limit(20).toList()));
  }

  private static void requireBetween(String what, int size, int least, int most) {
    if (size < least || size > most) {
      throw new IllegalArgumentException(
          "a summary of %d %s; expected %d to %d".formatted(size, what, least, most));
    }
  }

  private static void requireUnique(String what, List<String> keys) {
    Set<String> seen = new HashSet<>();
    for (String key : keys) {
      if (!seen.add(key)) {
        throw new IllegalArgumentException(
            what + " \"" + key + "\" is there twice; give each its own key");
      }
    }
  }

  private static Quantity.Levels requireLevels(List<Quantity> quantities, String key, String use) {
    if (quantities.get(index(quantities, key)) instanceof Quantity.Levels levels) {
      return levels;
    }
    throw new IllegalArgumentException(
        "\"%s\" cannot be %s: only quantities with levels can".formatted(key, use));
  }

  private static void requireComposites(List<Quantity> quantities, List<Composite> composites) {
    requireBetween("composites", composites.size(), 0, MOST_QUANTITIES);
    requireUnique("score", composites.stream().map(Composite::score).toList());
    requireUnique("partial count", composites.stream().map(Composite::partial).toList());
    requireUnique("item", composites.stream().flatMap(c -> c.items().stream()).toList());
    for (Composite composite : composites) {
      if (!(quantities.get(index(quantities, composite.score())) instanceof Quantity.Decimal)) {
        throw new IllegalArgumentException(
            "the score \"" + composite.score() + "\" has levels or words; expected a decimal");
      }
      composite.items().forEach(item -> requireLevels(quantities, item, "an item of a score"));
      Quantity.Levels partial = requireLevels(quantities, composite.partial(), "a partial count");
      if (partial.min() != 0 || partial.max() != 1) {
        throw new IllegalArgumentException(
            "the partial count \"%s\" has levels %d to %d; expected 0 to 1"
                .formatted(partial.key(), partial.min(), partial.max()));
      }
    }
  }
}
