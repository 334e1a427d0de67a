package nl.onderstroom.server.demo;

import java.util.EnumSet;
import java.util.Set;

/**
 * Someone who works at the example company. Invented: names are put together from lists.
 *
 * @param number staff number, unique, from 1001
 * @param unitCode the team
 * @param lead whether the person leads that team
 * @param roles {@link Role#EMPLOYEE} always; {@link Role#TEAM_LEAD} exactly when {@code lead}
 */
public record Person(
    int number, String name, String email, String unitCode, boolean lead, Set<Role> roles) {
  public Person {
    roles = Set.copyOf(roles);
    if (!roles.contains(Role.EMPLOYEE) || roles.contains(Role.TEAM_LEAD) != lead) {
      throw new IllegalArgumentException(
          "%s (lead: %s) has roles %s; everyone is EMPLOYEE, and TEAM_LEAD goes with lead"
              .formatted(name, lead, roles));
    }
  }

  Person with(Role role) {
    Set<Role> more = EnumSet.copyOf(roles);
    more.add(role);
    return new Person(number, name, email, unitCode, lead, more);
  }
}
