package nl.onderstroom.engine.measure.reliability;

import java.util.List;

/**
 * Why the items must not be taken together as one score, with what was found and what would be
 * enough: all that a sentence for people needs.
 */
public sealed interface ReliabilityRefusal {
  /**
   * So few people that the reliability itself is uncertain.
   *
   * @param n people there are
   * @param enough people from whom on it is judged
   */
  record TooFewPeople(long n, long enough) implements ReliabilityRefusal {}

  /**
   * One item alone: how much of an answer is chance cannot be seen from it.
   *
   * @param items there are
   * @param enough items from which on a reliability can be computed (of three on, omega)
   */
  record TooFewItems(int items, int enough) implements ReliabilityRefusal {}

  /** Everybody answered the item alike, so it tells nobody apart. */
  record Constant(String item) implements ReliabilityRefusal {}

  /**
   * Both items were answered, but by fewer than two people who answered both: perhaps they were
   * never asked together.
   */
  record NeverTogether(String item, String other) implements ReliabilityRefusal {}

  /**
   * The item does not go with the others, or goes against them.
   *
   * @param itemRest its correlation with the sum of the others, 0 or below
   */
  record AgainstTheRest(String item, double itemRest) implements ReliabilityRefusal {}

  /**
   * These items load clearly on the other side of the factor: probably worded the other way round
   * and not turned. Turned round, they may well fit.
   */
  record LookReversed(List<String> items) implements ReliabilityRefusal {
    public LookReversed {
      items = List.copyOf(items);
    }
  }

  /**
   * Too much of the score is chance.
   *
   * @param coefficient omega, or Spearman–Brown of two items
   * @param enough the least that is accepted
   * @param itemsEnough how many items as good as these would reach it (Spearman–Brown prophecy), at
   *     least one more than now; 0 when no number would, or single items are wrong, which comes
   *     first
   */
  record TooUnreliable(double coefficient, double enough, int itemsEnough)
      implements ReliabilityRefusal {}

  /**
   * The factor explains the item wholly or more than that (a Heywood case): two items are nearly
   * the same, or one factor is the wrong picture.
   *
   * @param uniqueness share of the item's variance that is its own, 0 or below
   */
  record HeywoodCase(String item, double uniqueness) implements ReliabilityRefusal {}

  /** No best factor was found; the items have next to nothing in common. */
  record NotConverged() implements ReliabilityRefusal {}

  /**
   * The covariances are not those of any items together: one item follows exactly from others, or
   * the pairs were answered by too different people.
   */
  record NotPositiveDefinite() implements ReliabilityRefusal {}
}
