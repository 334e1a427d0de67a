package nl.onderstroom.server.people;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.onderstroom.server.access.Directory;
import nl.onderstroom.server.access.Identity;
import nl.onderstroom.server.access.Role;
import nl.onderstroom.server.access.SignedIn;
import nl.onderstroom.server.access.Viewer;
import nl.onderstroom.server.database.PeopleDatabase;
import org.springframework.stereotype.Component;

/** Lets everybody in who is in the roster with an e-mail address. */
@Component
class RosterDirectory implements Directory {
  private final People people;
  private final PeopleDatabase database;

  RosterDirectory(People people, PeopleDatabase database) {
    this.people = people;
    this.database = database;
  }

  @Override
  public Optional<SignedIn> find(String address) {
    return people.find(address).map(person -> signedIn(address, person));
  }

  private SignedIn signedIn(String address, Person person) {
    Set<Role> roles = EnumSet.of(Role.EMPLOYEE);
    roles.addAll(person.roles());
    String unit = code(person.unit());
    if (person.leads()) {
      roles.add(Role.TEAM_LEAD);
    }
    return new SignedIn(
        new Identity(address, person.name()),
        new Viewer(roles, unit, person.leads() ? Set.of(unit) : Set.of()));
  }

  private String code(UnitId unit) {
    return database
        .sql()
        .sql("select code from unit where id = :id")
        .param("id", unit.value())
        .query(String.class)
        .single();
  }
}
