package nl.onderstroom.server.report;

import java.util.List;
import java.util.Optional;
import nl.onderstroom.engine.disclosure.Figure;
import nl.onderstroom.engine.measure.teams.Agreement;
import nl.onderstroom.engine.measure.teams.ExpectedVariance;

/**
 * How much people of one team agree, from what the gate shows of the team's items.
 *
 * @param found with an average deviation of 0 where {@code hasCounts} is false
 * @param levels that an item has
 * @param hasCounts whether the gate shows how many chose each level, of every item
 */
record GroupAgreement(Agreement found, int levels, boolean hasCounts) {
  private static final int LEVELS_OF_SKEWED = 5;

  /** Empty when the gate hides one of the items, or shows its mean with another's spread. */
  static Optional<GroupAgreement> of(List<Figure> items, int levels) {
    double variances = 0;
    double deviations = 0;
    boolean hasCounts = true;
    for (Figure item : items) {
      switch (item) {
        case Figure.Distribution all -> {
          variances += all.sd() * all.sd();
          deviations += deviation(all);
        }
        case Figure.Mean mean when mean.isOwnSd() -> {
          variances += mean.sd() * mean.sd();
          hasCounts = false;
        }
        case Figure.Mean mean -> {
          return Optional.empty();
        }
        case Figure.TickShares ticks -> {
          return Optional.empty();
        }
        case Figure.HiddenFigure hidden -> {
          return Optional.empty();
        }
      }
    }
    var found =
        new Agreement(
            items.size(), variances / items.size(), hasCounts ? deviations / items.size() : 0);
    return Optional.of(new GroupAgreement(found, levels, hasCounts));
  }

  /** rwg or rwg(j) when every level would be as likely without agreement. */
  double rwg() {
    return found.rwg(ExpectedVariance.uniform(levels));
  }

  /** The same when answers would lean a little to one side; NaN but for five levels. */
  double rwgSkewed() {
    return levels == LEVELS_OF_SKEWED ? found.rwg(ExpectedVariance.SLIGHT_SKEW_OF_5) : Double.NaN;
  }

  /** r*wg(j), which does not grow with the number of items. */
  double rwgStar() {
    return found.rwgStar(ExpectedVariance.uniform(levels));
  }

  /** AD(mean), in levels; NaN where counts are not shown. */
  double averageDeviation() {
    return hasCounts ? found.averageDeviation() : Double.NaN;
  }

  private static double deviation(Figure.Distribution item) {
    double sum = 0;
    for (int i = 0; i < item.counts().size(); i++) {
      sum += item.counts().get(i) * Math.abs(item.min() + i - item.mean());
    }
    return sum / item.n();
  }
}
