package nl.onderstroom.server.roster;

import java.util.Optional;
import java.util.Set;
import nl.onderstroom.server.access.Role;

/**
 * Somebody as the roster file says.
 *
 * @param leads whether the person leads {@code unit}
 */
public record RosterPerson(
    String number,
    String name,
    Optional<String> email,
    UnitPath unit,
    boolean leads,
    Set<Role> roles) {
  public RosterPerson {
    roles = Set.copyOf(roles);
  }
}
