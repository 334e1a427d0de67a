package nl.onderstroom.engine.disclosure;

import org.jspecify.annotations.Nullable;

/**
 * People who went from one unit to another between two waves, or stayed.
 *
 * @param from the unit in whose figures they counted at the first wave; null for nowhere
 * @param to likewise at the second; the same for those who stayed
 * @param people at least 0
 */
public record Move(@Nullable String from, @Nullable String to, long people) {
  public Move {
    if (people < 0 || (from == null && to == null)) {
      throw new IllegalArgumentException(
          "%d people from %s to %s; expected 0 or more, somewhere at one of the waves at least"
              .formatted(people, from, to));
    }
  }
}
