package nl.onderstroom.server.attack;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * People of a cohort, and what was found of all.
 *
 * @param ballots numbers of what they sent, in the order in which they did
 * @param persons by number of what was sent, who did
 * @param traces by name
 */
record Group(List<Integer> ballots, Map<Integer, Integer> persons, Map<String, Trace> traces) {
  /** Where a trace has no order, chance guesses so often. */
  private static final int GUESSES = 20;

  /**
   * A way to guess: people are laid beside what a trace puts in order.
   *
   * @param byNumber people by their numbers, as a list of persons has them; else as they came
   */
  record Guess(String where, boolean byNumber, boolean backwards) {}

  List<Guess> guesses() {
    return traces.keySet().stream()
        .flatMap(where ->
            Stream.of(false, true)
                .flatMap(byNumber ->
                    Stream.of(false, true).map(backwards -> new Guess(where, byNumber, backwards))))
        .toList();
  }

  /** Share of the people that is guessed right, beyond one of all. */
  double advantage(Guess guess, Random chance) {
    Trace trace = traces.get(guess.where());
    if (trace == null || !trace.tellsOf(ballots)) {
      return 0;
    }
    List<Integer> people =
        guess.byNumber()
            ? ballots.stream().sorted(Comparator.comparing(persons::get)).toList()
            : ballots;
    long right = 0;
    for (int attempt = 0; attempt < GUESSES; attempt++) {
      List<Integer> order = trace.sorted(ballots, chance);
      right += alike(people, guess.backwards() ? order.reversed() : order);
    }
    return ((double) right / GUESSES - 1) / ballots.size();
  }

  /** How many stand at the same place in both. */
  static long alike(List<Integer> one, List<Integer> other) {
    long alike = 0;
    for (int i = 0; i < one.size(); i++) {
      alike += one.get(i).equals(other.get(i)) ? 1 : 0;
    }
    return alike;
  }
}
