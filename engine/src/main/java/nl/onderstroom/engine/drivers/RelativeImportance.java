package nl.onderstroom.engine.drivers;

import java.util.List;
import nl.onderstroom.engine.measure.Interval;

/**
 * What goes together with an outcome, and how much of its variance each driver accounts for.
 *
 * @param n people, or teams where teams are compared
 * @param r2 share of the outcome's variance that all drivers account for
 * @param adjustedR2 the same, less what chance would give
 * @param basis what errors and intervals rest on
 * @param drivers in the order given
 */
public record RelativeImportance(
    String outcome, long n, double r2, double adjustedR2, Basis basis, List<Driver> drivers)
    implements Finding {
  /** What errors and intervals rest on. */
  public enum Basis {
    /** Sums only: classical errors, draws of normal variables; people independent. */
    NORMAL,
    /** Single people were drawn; errors HC3. */
    PEOPLE,
    /** Whole teams were drawn; errors CR1, or HC3 where teams are what is compared. */
    TEAMS
  }

  public RelativeImportance {
    drivers = List.copyOf(drivers);
  }

  /**
   * One driver.
   *
   * @param lmg its part of R², by {@link LindemanMerendaGold}
   * @param share that part's share of R²
   * @param shareInterval of {@code share}
   * @param rankProbabilities that its share is the largest, the second, … and the smallest
   * @param coefficient in units of the outcome a unit of the driver, others being equal
   * @param standardError of {@code coefficient}
   * @param beta the same coefficient in standard deviations
   * @param varianceInflation 1 when it goes together with no other driver
   */
  public record Driver(
      String key,
      double lmg,
      double share,
      Interval shareInterval,
      List<Double> rankProbabilities,
      double coefficient,
      double standardError,
      double beta,
      double varianceInflation) {
    public Driver {
      rankProbabilities = List.copyOf(rankProbabilities);
    }
  }
}
