package nl.onderstroom.engine.drivers;

import java.util.List;
import java.util.stream.Stream;
import nl.onderstroom.engine.measure.Scale;
import nl.onderstroom.engine.summary.CrossProducts;

/**
 * Sums of scale scores from the exact cross-products of their items: the covariance of two means of
 * items is the mean of the covariances of the items.
 *
 * <p>Exactly that of the scores when everybody answered every item. Otherwise pairwise complete:
 * each pair of items counts the people who answered both, and n is that of the pair with the fewest
 * people, which errs on the safe side. Pairs over different people may contradict each other; see
 * {@link Refusal.Incoherent}.
 */
public final class CrossedScales {
  private CrossedScales() {}

  /**
   * Merge cross-products first: they add up without rounding.
   *
   * @param outcome a scale of which all items are crossed; a single question is a scale of one item
   * @throws IllegalArgumentException if an item is not crossed, or feeds two of the scales
   */
  public static DriverSums sums(CrossProducts items, Scale outcome, List<Scale> drivers) {
    List<Scale> scales = Stream.concat(drivers.stream(), Stream.of(outcome)).toList();
    List<String> used = scales.stream().flatMap(scale -> scale.items().stream()).toList();
    if (used.stream().distinct().count() < used.size()) {
      throw new IllegalArgumentException(
          "an item feeds two scales in " + used + "; it would go together with itself");
    }
    long n = fewest(items, used);
    int size = scales.size();
    double[] means = new double[size];
    double[][] covariances = new double[size][size];
    for (int i = 0; n >= 2 && i < size; i++) {
      means[i] = mean(items, scales.get(i));
      for (int j = 0; j <= i; j++) {
        covariances[i][j] = covariance(items, scales.get(i), scales.get(j));
        covariances[j][i] = covariances[i][j];
      }
    }
    List<String> names = drivers.stream().map(Scale::name).toList();
    return DriverSums.of(outcome.name(), names, n, means, covariances);
  }

  private static long fewest(CrossProducts items, List<String> used) {
    long fewest = items.respondents();
    for (String x : used) {
      for (String y : used) {
        fewest = Math.min(fewest, items.n(x, y));
      }
    }
    return fewest;
  }

  private static double mean(CrossProducts items, Scale scale) {
    double sum = 0;
    for (String item : scale.items()) {
      double mean = (double) items.sum(item, item) / items.n(item, item);
      sum += scale.reversed().contains(item) ? scale.min() + scale.max() - mean : mean;
    }
    return sum / scale.items().size();
  }

  private static double covariance(CrossProducts items, Scale one, Scale other) {
    double sum = 0;
    for (String x : one.items()) {
      for (String y : other.items()) {
        boolean turned = one.reversed().contains(x) != other.reversed().contains(y);
        double covariance = items.covariance(x, y);
        sum += turned ? -covariance : covariance;
      }
    }
    return sum / one.items().size() / other.items().size();
  }
}
