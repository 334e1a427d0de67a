package nl.onderstroom.server.attack;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/**
 * Of many ways to guess, which is best is found on half of the groups and counted on the other
 * half, and the other way round, so that luck is not taken for a leak.
 *
 * @param <T> a group of people who are guessed at
 * @param <G> a way to guess
 * @param guesses that can be tried on a group
 * @param advantage of a guess over chance, in a group
 */
record CrossFit<T, G>(Function<T, Collection<G>> guesses, ToDoubleBiFunction<T, G> advantage) {
  private static final int HALVES = 2;

  /** Of each group, with the guess that was best on those of the other half; 0 without any. */
  double[] advantages(List<T> groups) {
    double[] advantages = new double[groups.size()];
    for (int half = 0; half < HALVES; half++) {
      Optional<G> best = best(groups, half);
      for (int i = 1 - half; i < groups.size(); i += HALVES) {
        T group = groups.get(i);
        advantages[i] = best.map(guess -> advantage.applyAsDouble(group, guess)).orElse(0.0);
      }
    }
    return advantages;
  }

  private Optional<G> best(List<T> groups, int half) {
    Map<G, Double> scores = new HashMap<>();
    IntStream.range(0, groups.size())
        .filter(i -> i % HALVES == half)
        .mapToObj(groups::get)
        .forEach(group ->
            guesses
                .apply(group)
                .forEach(guess ->
                    scores.merge(guess, advantage.applyAsDouble(group, guess), Double::sum)));
    return scores.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }
}
