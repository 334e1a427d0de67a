package nl.onderstroom.server.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.onderstroom.engine.measure.reliability.Covariances;
import nl.onderstroom.engine.measure.reliability.OneFactor;
import nl.onderstroom.engine.measure.reliability.OrdinalReliability;
import nl.onderstroom.engine.measure.reliability.TwoWayTable;
import nl.onderstroom.engine.summary.Tally;
import nl.onderstroom.server.survey.SurveyMap.MappedScale;

/**
 * Adds up, of one scale, the people who answered every item (listwise complete, as R's figures
 * are): sums, sums of products, and of items with levels how often each pair of levels was given.
 * Keeps no row. Not the engine's {@code CompleteAnswers}, which is quick because products of levels
 * fit an int: items may have ten decimals here, and their products pass even a long. For levels
 * these sums are exact all the same.
 */
final class CompleteItems {
  /** More are numbers rather than levels, of which pairs would be rare. */
  private static final int MOST_LEVELS = 11;

  private final MappedScale scale;
  private final double unit;
  // Sums are about the middle of the scale: small numbers, of which little is lost by subtracting.
  private final double middle;
  private final double[] sums;
  private final double[][] products;
  // Of each item with every one before it; none where there are no levels, or too few items.
  private final List<List<TwoWayTable>> tables;
  private long n;

  /**
   * @param decimals of the items: an answer is in units of the last one
   */
  CompleteItems(MappedScale scale, int decimals) {
    this.scale = scale;
    this.unit = Math.pow(10, decimals);
    this.middle = (scale.min() + scale.max()) / 2.0;
    this.sums = new double[scale.items().size()];
    this.products = new double[sums.length][sums.length];
    boolean hasLevels = decimals == 0 && scale.max() - scale.min() < MOST_LEVELS;
    this.tables = hasLevels && sums.length >= OneFactor.LEAST_ITEMS ? tables(scale) : List.of();
  }

  private static List<List<TwoWayTable>> tables(MappedScale scale) {
    var tables = new ArrayList<List<TwoWayTable>>();
    for (int i = 0; i < scale.items().size(); i++) {
      var before = new ArrayList<TwoWayTable>();
      for (int j = 0; j < i; j++) {
        before.add(new TwoWayTable(scale.min(), scale.max(), scale.min(), scale.max()));
      }
      tables.add(before);
    }
    return tables;
  }

  /**
   * @param person an answer to each item, reversed ones turned round, or {@link Tally#MISSING}
   */
  void add(long[] person) {
    if (Arrays.stream(person).anyMatch(answer -> answer == Tally.MISSING)) {
      return;
    }
    n++;
    for (int i = 0; i < sums.length; i++) {
      double x = person[i] / unit - middle;
      sums[i] += x;
      for (int j = 0; j <= i; j++) {
        products[i][j] += x * (person[j] / unit - middle);
      }
    }
    for (int i = 0; i < tables.size(); i++) {
      for (int j = 0; j < i; j++) {
        tables.get(i).get(j).add((int) person[i], (int) person[j]);
      }
    }
  }

  Survey.Items items() {
    return new Survey.Items(
        covariances(),
        tables.isEmpty() || n == 0
            ? Optional.empty()
            : Optional.of(OrdinalReliability.of(scale.items(), tables)));
  }

  /** With divisor n − 1, by column; NaN for fewer than two people. */
  private Covariances covariances() {
    double[][] matrix = new double[sums.length][sums.length];
    for (int i = 0; i < sums.length; i++) {
      for (int j = 0; j <= i; j++) {
        double covariance = (products[i][j] - sums[i] * sums[j] / n) / (n - 1);
        matrix[i][j] = n < 2 ? Double.NaN : i == j ? Math.max(0, covariance) : covariance;
        matrix[j][i] = matrix[i][j];
      }
    }
    return new Covariances(scale.items(), n, matrix);
  }
}
