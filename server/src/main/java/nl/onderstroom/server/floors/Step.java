package nl.onderstroom.server.floors;

import java.time.LocalDate;
import java.util.Locale;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.server.access.Role;
import nl.onderstroom.server.people.PersonId;

/**
 * One step in changing the floors, taken in office.
 *
 * @param id later steps have higher ones
 * @param name of the person, as it was
 * @param role in which the person took it
 * @param before the floors in force until then
 * @param floors those it makes, or asks for
 * @param reason in the person's words; empty when none was given
 */
record Step(
    long id,
    Kind kind,
    LocalDate day,
    PersonId person,
    String name,
    Role role,
    Floors before,
    Floors floors,
    String reason) {

  enum Kind {
    RAISED,
    /** To lower, by the programme lead. */
    PROPOSED,
    /** By one of the works council. */
    AGREED,
    /** By one of the works council, which ends the proposal. */
    REFUSED,
    /** By the programme lead. */
    WITHDRAWN,
    /** In force, after the last agreement. */
    LOWERED;

    String wordsKey() {
      return "floors.step." + name().toLowerCase(Locale.ROOT);
    }
  }
}
