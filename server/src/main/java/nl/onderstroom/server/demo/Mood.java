package nl.onderstroom.server.demo;

import java.util.EnumMap;
import java.util.Map;

/** Every latent of one person at one moment; 0 is the company's mean at the start. */
final class Mood {
  private final EnumMap<Latent, Double> values;

  /** The mood in which every latent is 0. */
  Mood() {
    this(new EnumMap<>(Latent.class));
  }

  private Mood(EnumMap<Latent, Double> values) {
    this.values = values;
  }

  double of(Latent latent) {
    return values.getOrDefault(latent, 0.0);
  }

  Mood plus(Latent latent, double shift) {
    var shifted = new EnumMap<>(values);
    shifted.merge(latent, shift, Double::sum);
    return new Mood(shifted);
  }

  /** This mood after {@code dose} times each of {@code changes}. */
  Mood plus(double dose, Map<Latent, Double> changes) {
    var shifted = new EnumMap<>(values);
    changes.forEach((latent, change) -> shifted.merge(latent, dose * change, Double::sum));
    return new Mood(shifted);
  }

  /** The sum of the latents times their weights, added in the latents' own order. */
  double weighted(Map<Latent, Double> weights) {
    double sum = 0;
    for (Latent latent : Latent.values()) {
      sum += weights.getOrDefault(latent, 0.0) * of(latent);
    }
    return sum;
  }
}
