package nl.onderstroom.server.demo;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Chance that repeats itself: the same seed and purpose give the same draws to the last bit, on any
 * machine. Every purpose has a stream of its own, so that drawing more for one changes no other.
 */
final class Dice {
  /** The odd number nearest 2^64 divided by the golden ratio: spreads small seeds over all bits. */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private static final RandomGeneratorFactory<RandomGenerator> STREAMS =
      RandomGeneratorFactory.of("L64X128MixRandom");

  private final RandomGenerator random;

  Dice(long seed, String purpose) {
    this.random = STREAMS.create(seed * GOLDEN + purpose.hashCode());
  }

  /** Uniform in [0, 1). */
  double uniform() {
    return random.nextDouble();
  }

  boolean happens(double chance) {
    return uniform() < chance;
  }

  <T> T oneOf(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  /**
   * Standard normal, by Marsaglia's polar method. {@code StrictMath}, since {@code Math} may differ
   * in the last bit from machine to machine.
   */
  double normal() {
    while (true) {
      double x = 2 * uniform() - 1;
      double y = 2 * uniform() - 1;
      double square = x * x + y * y;
      if (square > 0 && square < 1) {
        return x * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
      }
    }
  }

  /**
   * An index, drawn in proportion to {@code weights}.
   *
   * @param weights at least one above zero, none below
   */
  int index(double[] weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double left = uniform() * total;
    int last = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        last = i;
        left -= weights[i];
        if (left < 0) {
          return i;
        }
      }
    }
    return last;
  }
}
