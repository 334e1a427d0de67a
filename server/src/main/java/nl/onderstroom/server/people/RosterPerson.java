package nl.onderstroom.server.people;

import java.util.Optional;
import java.util.Set;
import nl.onderstroom.server.access.Role;

/**
 * Somebody as the roster file says.
 *
 * @param leads whether the person leads {@code unit}
 */
record RosterPerson(
    String number,
    String name,
    Optional<String> email,
    UnitPath unit,
    boolean leads,
    Set<Role> roles) {
  RosterPerson {
    roles = Set.copyOf(roles);
  }

  /** Whether everything but the unit is as it stands with {@code stored}. */
  boolean isLike(Person stored) {
    return name.equals(stored.name())
        && email.equals(stored.email())
        && leads == stored.leads()
        && roles.equals(stored.roles());
  }
}
