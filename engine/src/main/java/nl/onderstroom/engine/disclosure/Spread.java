package nl.onderstroom.engine.disclosure;

import java.util.List;
import nl.onderstroom.engine.summary.Answers;
import nl.onderstroom.engine.summary.Histogram;
import nl.onderstroom.engine.summary.Moments;

/**
 * Standard deviations that tell nothing new: where a unit's own would, that of the smallest unit
 * around it whose own may be told, or, where there is none, of answers spread evenly over all
 * levels.
 */
final class Spread {
  private final int[] nearest;
  private final List<List<Part>> totals;
  private final int respect;
  private final double evenSd;

  /**
   * @param tells per place, whether its own may be told
   * @param totals per place, the answers of everybody in it
   * @param respect which of the parts
   * @param evenSd of answers spread evenly over all levels
   */
  Spread(UnitTree tree, boolean[] tells, List<List<Part>> totals, int respect, double evenSd) {
    this.nearest = Pieces.nearest(tree, tells);
    this.totals = totals;
    this.respect = respect;
    this.evenSd = evenSd;
  }

  boolean isOwn(int place) {
    return nearest[place] == place;
  }

  double sd(int place) {
    if (nearest[place] == UnitTree.NONE) {
      return evenSd;
    }
    return sd(totals.get(nearest[place]).get(respect).said().getFirst());
  }

  private static double sd(Answers answers) {
    return Math.sqrt(
        switch (answers) {
          case Histogram histogram -> histogram.variance();
          case Moments moments -> moments.variance();
          default -> throw new IllegalArgumentException("words to tick have no spread");
        });
  }
}
