package nl.onderstroom.server.roster;

import java.util.Optional;
import java.util.Set;
import nl.onderstroom.server.access.Role;

/**
 * Somebody as the roster file says.
 *
 * @param leads whether the person leads {@code unit}
 * @param traits groups across the organisation
 */
public record RosterPerson(
    String number,
    String name,
    Optional<String> email,
    UnitPath unit,
    boolean leads,
    Set<Role> roles,
    Traits traits) {
  public RosterPerson {
    roles = Set.copyOf(roles);
  }

  /** In no group across the organisation. */
  public RosterPerson(
      String number,
      String name,
      Optional<String> email,
      UnitPath unit,
      boolean leads,
      Set<Role> roles) {
    this(number, name, email, unit, leads, roles, Traits.NONE);
  }
}
