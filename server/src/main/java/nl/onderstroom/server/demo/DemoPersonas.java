package nl.onderstroom.server.demo;

import java.util.Arrays;
import java.util.List;
import nl.onderstroom.server.access.Personas;

/** The people of the example company as whom a guest may come in. */
final class DemoPersonas implements Personas {
  private final Company company;

  DemoPersonas(Company company) {
    this.company = company;
  }

  @Override
  public List<Personas.Persona> list() {
    return Arrays.stream(nl.onderstroom.server.demo.Persona.values())
        .map(each ->
            new Personas.Persona(
                company.person(each).email(), each.person(), foremost(each), each.storyKey()))
        .toList();
  }

  private static nl.onderstroom.server.access.Role foremost(
      nl.onderstroom.server.demo.Persona persona) {
    return persona.roles().stream()
        .max(Role::compareTo)
        .map(role -> nl.onderstroom.server.access.Role.valueOf(role.name()))
        .orElse(nl.onderstroom.server.access.Role.EMPLOYEE);
  }
}
