package nl.onderstroom.engine.measure.reliability;

import java.util.List;

/**
 * Reliability of the normal variables thought to lie behind the levels (Zumbo, Gadermann and
 * Zeisser 2007): a diagnostic. It is not the reliability of the score that people see, which is
 * made of the levels; the difference between the two correlations tells how much the levels
 * coarsen.
 *
 * @param alpha standardized alpha of the polychoric correlations
 * @param omega omega total of them by minimum residuals
 * @param meanPolychoric over pairs of items
 * @param meanPearson over pairs of items
 * @param mostDifference the pair of items whose polychoric correlation is furthest from Pearson's;
 *     a difference of 0 without any
 */
public record OrdinalReliability(
    double alpha,
    double omega,
    double meanPolychoric,
    double meanPearson,
    Difference mostDifference) {

  /**
   * @param difference polychoric minus Pearson
   */
  public record Difference(String item, String other, double difference) {}

  /**
   * @param keys of the items, at least three
   * @param tables [items][places below it]: for each pair of items, the later one first; row i has
   *     i tables, with item i as x. Reversed items are turned round already
   * @throws IllegalArgumentException if a table is missing
   */
  public static OrdinalReliability of(List<String> keys, List<List<TwoWayTable>> tables) {
    int k = keys.size();
    if (k < OneFactor.LEAST_ITEMS || tables.size() != k) {
      throw new IllegalArgumentException(
          "%d items and %d rows of tables; expected at least %d and a row for each"
              .formatted(k, tables.size(), OneFactor.LEAST_ITEMS));
    }
    double[][] polychoric = new double[k][k];
    double all = 0;
    double allPearson = 0;
    Difference most = new Difference(keys.get(0), keys.get(1), 0);
    for (int i = 0; i < k; i++) {
      polychoric[i][i] = 1;
      for (int j = 0; j < i; j++) {
        TwoWayTable table = tables.get(i).get(j);
        polychoric[i][j] = Polychoric.twoStep(table).correlation();
        polychoric[j][i] = polychoric[i][j];
        all += polychoric[i][j];
        allPearson += table.pearson();
        double difference = polychoric[i][j] - table.pearson();
        if (Math.abs(difference) > Math.abs(most.difference())) {
          most = new Difference(keys.get(j), keys.get(i), difference);
        }
      }
    }
    double pairs = k * (k - 1) / 2.0;
    double omega =
        Double.isNaN(all)
            ? Double.NaN
            : MinimumResiduals.omega(MinimumResiduals.loadings(polychoric));
    return new OrdinalReliability(
        Alpha.alpha(polychoric), omega, all / pairs, allPearson / pairs, most);
  }
}
