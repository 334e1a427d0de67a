package nl.onderstroom.engine.measure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.onderstroom.engine.summary.Tally;

/**
 * Items that measure one thing together.
 *
 * @param name key of the score
 * @param items keys of the items, 1 to 100, unique
 * @param reversed those of the items where agreeing means less of it; x counts as {@code min + max
 *     − x}
 * @param min lowest level of every item, −1,000 to 1,000
 * @param max highest level of every item, above {@code min}, at most 1,000
 */
public record Scale(String name, List<String> items, Set<String> reversed, int min, int max) {
  /** Digits after the point of a score. */
  public static final int DECIMALS = 10;

  private static final long UNIT = 10_000_000_000L;
  private static final int MOST_ITEMS = 100;
  private static final int GREATEST = 1000;

  public Scale {
    items = List.copyOf(items);
    reversed = Set.copyOf(reversed);
    if (items.isEmpty() || items.size() > MOST_ITEMS) {
      throw new IllegalArgumentException(
          "%s: %d items; expected 1 to %d".formatted(name, items.size(), MOST_ITEMS));
    }
    if (new HashSet<>(items).size() < items.size()) {
      throw new IllegalArgumentException(name + ": an item is named twice in " + items);
    }
    for (String item : reversed) {
      if (!items.contains(item)) {
        throw new IllegalArgumentException(
            name + ": \"" + item + "\" is reversed but not an item; items are " + items);
      }
    }
    if (min >= max || min < -GREATEST || max > GREATEST) {
      throw new IllegalArgumentException(
          "%s: levels %d to %d; expected lowest < highest, both within −%d to %d"
              .formatted(name, min, max, GREATEST, GREATEST));
    }
  }

  /**
   * A person's score: the mean of the answered items in units of 10<sup>-10</sup>, between {@code
   * min} and {@code max}; {@link Tally#MISSING} when fewer than half the items are answered.
   *
   * @param answers one level for each item, in order; {@link Tally#MISSING} where not answered
   * @throws IllegalArgumentException if the length differs or a level does not exist
   */
  public long score(long[] answers) {
    if (answers.length != items.size()) {
      throw new IllegalArgumentException(
          "%s: %d answers; expected %d, one for each item"
              .formatted(name, answers.length, items.size()));
    }
    long sum = 0;
    int answered = 0;
    for (int i = 0; i < answers.length; i++) {
      if (answers[i] != Tally.MISSING) {
        sum += recoded(items.get(i), answers[i]);
        answered++;
      }
    }
    if (answered == 0 || 2 * answered < answers.length) {
      return Tally.MISSING;
    }
    return Math.floorDiv(2 * sum * UNIT + answered, 2L * answered);
  }

  private long recoded(String item, long level) {
    if (level < min || level > max) {
      throw new IllegalArgumentException(
          "%s: %d given; expected a level from %d to %d".formatted(item, level, min, max));
    }
    return reversed.contains(item) ? min + max - level : level;
  }
}
