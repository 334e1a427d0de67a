package nl.onderstroom.server.rounds;

import java.util.List;

/**
 * The organisation as a round freezes it: no persons.
 *
 * @param units parents and children in any order
 * @param cohorts who answer together, numbered from 1
 */
public record Organisation(List<Unit> units, List<Cohort> cohorts) {
  public Organisation {
    units = List.copyOf(units);
    cohorts = List.copyOf(cohorts);
  }
}
