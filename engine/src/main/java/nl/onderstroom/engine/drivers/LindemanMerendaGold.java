package nl.onderstroom.engine.drivers;

import java.util.Arrays;

/**
 * R² divided among the drivers: what each adds, averaged over all orders of entry. Never negative;
 * adds up to R². Lindeman, Merenda and Gold 1980; Grömping 2007 on what it does and does not mean.
 *
 * <p>Drivers that are contained in others share what they have in common.
 */
public final class LindemanMerendaGold {
  private LindemanMerendaGold() {}

  /**
   * Parts of R², {@code [p]}. O(2<sup>p</sup>): about .01 s for p = 20.
   *
   * @throws IllegalArgumentException if there are no drivers or more than 20, or something does not
   *     vary
   */
  public static double[] parts(DriverSums sums) {
    double[] correlations = sums.correlations();
    if (Arrays.stream(correlations).anyMatch(Double::isNaN)) {
      throw new IllegalArgumentException(sums + ": a driver or the outcome does not vary");
    }
    return new SubsetRegressions(sums.drivers().size()).parts(correlations);
  }

  /** Each part's share of all the parts, {@code [p]}; NaN when they are all 0. */
  static double[] shares(double[] parts) {
    double sum = Arrays.stream(parts).sum();
    return Arrays.stream(parts).map(part -> sum > 0 ? part / sum : Double.NaN).toArray();
  }
}
