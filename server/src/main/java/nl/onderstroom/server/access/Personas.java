package nl.onderstroom.server.access;

import java.util.List;

/** The people of the example company whom a guest may be; there only in the demo. */
public interface Personas {
  List<Persona> list();

  /**
   * @param address the e-mail address to come in with
   * @param storyKey message key of one line about this person's day
   */
  record Persona(String address, String name, Role role, String storyKey) {}
}
