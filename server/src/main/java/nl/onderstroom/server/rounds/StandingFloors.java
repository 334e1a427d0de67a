package nl.onderstroom.server.rounds;

import nl.onderstroom.engine.disclosure.Floors;

/**
 * The floors in force for rounds to come. Only this much of them is known here: who may change them
 * is the business of the room that answers.
 */
public interface StandingFloors {
  /** Most people that a floor for numbers may ask for. */
  int MOST_NUMBERS = 50;

  /** Most people that a floor for distributions may ask for. */
  int MOST_DISTRIBUTIONS = 100;

  Floors now();

  /** Those in force, and of each the wished one where that is higher. */
  default Floors orHigher(Floors wished) {
    Floors now = now();
    return new Floors(
        Math.max(now.numbers(), wished.numbers()),
        Math.max(now.distributions(), wished.distributions()));
  }

  /** Those in force, with at least this many people behind a number. */
  default Floors orHigher(int numbers) {
    return orHigher(new Floors(numbers, numbers));
  }
}
