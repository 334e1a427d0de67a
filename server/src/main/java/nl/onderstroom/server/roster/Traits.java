package nl.onderstroom.server.roster;

import java.util.Optional;

/**
 * Which groups across the organisation somebody belongs to, as far as the roster says: by these,
 * and by nothing finer, results can be looked at beside the units.
 *
 * @param site where the person works
 * @param roleFamily what kind of work it is, such as care or office
 * @param tenure how long the person has been here, as a band such as {@code 2 to 5 years}
 */
public record Traits(Optional<String> site, Optional<String> roleFamily, Optional<String> tenure) {
  public static final int MOST_CHARACTERS = 60;

  /** More would not be groups any more. */
  public static final int MOST_VALUES = 40;

  public static final Traits NONE =
      new Traits(Optional.empty(), Optional.empty(), Optional.empty());

  Optional<String> of(Column column) {
    return switch (column) {
      case SITE -> site;
      case ROLE_FAMILY -> roleFamily;
      case TENURE -> tenure;
      default -> Optional.empty();
    };
  }
}
