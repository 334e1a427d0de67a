package nl.onderstroom.engine.summary;

import java.util.List;

/**
 * Says that one quantity is computed from others: a scale score from its items.
 *
 * <p>Disclosure control needs to know. Where both the score and its items are shown, the score's
 * sum minus the items' sums is about those people only who answered a part of the items; if that is
 * one person, it gives that person's answer away. {@code partial} counts them.
 *
 * @param score key of the {@link Quantity.Decimal} that holds the score
 * @param items keys of the {@link Quantity.Levels} that it is computed from, at least one
 * @param partial key of a {@link Quantity.Levels} with levels 0 to 1: 1 for a person who answered
 *     some of the items and not all, else 0; never shown
 */
public record Composite(String score, List<String> items, String partial) {
  public Composite {
    items = List.copyOf(items);
    if (items.isEmpty()) {
      throw new IllegalArgumentException(
          "the score " + score + " has no items; expected at least one");
    }
  }
}
