package nl.onderstroom.server.people;

import java.util.Optional;
import java.util.Set;
import nl.onderstroom.server.access.Role;
import nl.onderstroom.server.roster.RosterPerson;
import nl.onderstroom.server.roster.Traits;

/**
 * Somebody who works here.
 *
 * @param number the personnel number: how the roster knows the person
 * @param email in the one spelling of {@code Identity.normalised}
 * @param leads whether the person leads {@code unit}
 * @param roles those that the roster gives; being an employee or a team lead is not among them
 * @param traits groups across the organisation
 */
public record Person(
    PersonId id,
    String number,
    String name,
    Optional<String> email,
    UnitId unit,
    boolean leads,
    Set<Role> roles,
    Traits traits) {
  public Person {
    roles = Set.copyOf(roles);
  }

  /** Whether the roster file says the same of this person, the unit left aside. */
  boolean isAs(RosterPerson person) {
    return name.equals(person.name())
        && email.equals(person.email())
        && leads == person.leads()
        && roles.equals(person.roles())
        && traits.equals(person.traits());
  }
}
