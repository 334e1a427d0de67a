package nl.onderstroom.server.report;

import java.util.Optional;
import nl.onderstroom.engine.measure.reliability.OrdinalReliability;
import nl.onderstroom.engine.measure.reliability.Reliability;
import nl.onderstroom.engine.measure.reliability.ReliabilityRefusal;
import nl.onderstroom.server.survey.Survey;

/**
 * Whether the items of a scale may be taken together, over everybody who answered all of them.
 *
 * @param complete people who answered every item
 * @param found figures, with the column as the key of an item
 * @param ordinal of the normal variables thought to lie behind the levels; empty without levels
 * @param isCoarse whether figures are given with two decimals only: of everybody and of everybody
 *     but a handful of people who skipped an item, exact figures would tell about that handful
 */
record ScaleReliability(
    long complete, Reliability found, Optional<OrdinalReliability> ordinal, boolean isCoarse) {
  /** An item that goes with the others less than this is named. */
  private static final double WEAK = 0.3;

  /**
   * @param people whose score the scale's own figures are about
   * @param floor fewest people behind a number
   * @return empty when fewer people answered every item
   */
  static Optional<ScaleReliability> of(Survey.Items items, long people, int floor) {
    long complete = items.covariances().n();
    if (complete < floor) {
      return Optional.empty();
    }
    long skipped = people - complete;
    return Optional.of(
        new ScaleReliability(
            complete,
            Reliability.of(items.covariances()),
            items.ordinal(),
            skipped > 0 && skipped < floor));
  }

  /** One question by itself: there is nothing to be taken together. */
  boolean isSingle() {
    return found.items().size() == 1;
  }

  /** Whether the items are known not to make one score; too few people to tell is not that. */
  boolean isRefused() {
    return !isSingle()
        && found.why().stream().anyMatch(why -> !(why instanceof ReliabilityRefusal.TooFewPeople));
  }

  /** As it may be told: what is not known stays NaN. */
  double told(double value) {
    return isCoarse && Double.isFinite(value) ? Math.rint(value * 100) / 100 : value;
  }

  /** The item that fits least, where all fit and one does clearly less than it should. */
  Optional<Reliability.Item> weakest() {
    return found.items().stream()
        .filter(item -> item.itemRest() < WEAK && item.alphaIfDropped() > found.alpha().value())
        .min((one, other) -> Double.compare(one.itemRest(), other.itemRest()));
  }
}
