package nl.onderstroom.server.floors;

import java.util.List;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.server.people.PersonId;

/**
 * To lower the floors, by a programme lead.
 *
 * @param agreements of different people of the works council
 */
record Proposal(Step made, List<Step> agreements) {
  /** People of the works council that lowering takes. */
  static final int AGREEMENTS = 2;

  Proposal {
    agreements = List.copyOf(agreements);
  }

  long id() {
    return made.id();
  }

  Floors floors() {
    return made.floors();
  }

  boolean isBy(PersonId person) {
    return made.person().equals(person);
  }

  boolean hasAgreed(PersonId person) {
    return agreements.stream().anyMatch(step -> step.person().equals(person));
  }
}
