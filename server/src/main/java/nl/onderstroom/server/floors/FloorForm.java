package nl.onderstroom.server.floors;

import java.util.Optional;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.server.rounds.StandingFloors;

/**
 * Two floors as they were typed.
 *
 * @param least fewest people that may be asked for
 * @param isChecked whether to say what is wrong
 */
record FloorForm(
    String numbers, String distributions, String reason, int least, boolean isChecked) {
  static final int MOST_CHARACTERS = 500;

  static FloorForm of(Floors floors, int least) {
    return new FloorForm(
        Integer.toString(floors.numbers()),
        Integer.toString(floors.distributions()),
        "",
        least,
        false);
  }

  /** What is asked for; empty when it cannot be. */
  Optional<Floors> floors() {
    return hasNumbers() && hasDistributions()
        ? Optional.of(new Floors(people(numbers), people(distributions)))
        : Optional.empty();
  }

  boolean hasNumbers() {
    return isWithin(numbers, least, StandingFloors.MOST_NUMBERS);
  }

  /** From the floor for numbers on, when that can be read. */
  boolean hasDistributions() {
    return isWithin(
        distributions, hasNumbers() ? people(numbers) : least, StandingFloors.MOST_DISTRIBUTIONS);
  }

  boolean hasReason() {
    return !reason.isEmpty() && reason.length() <= MOST_CHARACTERS;
  }

  private static boolean isWithin(String typed, int least, int most) {
    return typed.matches("[0-9]{1,3}") && people(typed) >= least && people(typed) <= most;
  }

  private static int people(String typed) {
    return Integer.parseInt(typed);
  }
}
