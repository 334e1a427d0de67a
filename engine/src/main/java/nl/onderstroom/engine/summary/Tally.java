package nl.onderstroom.engine.summary;

import java.util.Arrays;

/**
 * Takes people's records one by one and yields their {@link Summary}. It keeps no record and no
 * order: only counts and sums. Mutable; not for several threads, which each use their own and merge
 * the summaries. Cost a person: O(quantities + crossed²); nothing is allocated.
 */
public final class Tally {
  /** In a record: this person did not answer this quantity. */
  public static final long MISSING = Long.MIN_VALUE;

  private final SummaryShape shape;
  private final Counter[] counters;
  private final PairSums pairs;
  private long respondents;

  public Tally(SummaryShape shape) {
    this.shape = shape;
    this.counters = shape.quantities().stream().map(Counter::of).toArray(Counter[]::new);
    this.pairs = new PairSums(shape);
  }

  /**
   * Adds one person, wholly or, on an error, not at all.
   *
   * @param person one value for each quantity of the shape, in its order; {@link #MISSING} where
   *     not answered. Read, not kept
   * @throws IllegalArgumentException if the length differs or a value is out of its range; the
   *     message names the key and the range
   */
  public void add(long[] person) {
    require(person);
    for (int i = 0; i < person.length; i++) {
      if (person[i] == MISSING) {
        counters[i].addMissing();
      } else {
        counters[i].add(person[i]);
      }
    }
    pairs.add(person);
    respondents++;
  }

  /** The people added so far; the tally can go on. */
  public Summary summary() {
    return new Summary(
        shape,
        respondents,
        Arrays.stream(counters).map(Counter::answers).toList(),
        pairs.crossProducts(respondents));
  }

  private void require(long[] person) {
    if (person.length != counters.length) {
      throw new IllegalArgumentException(
          "a record of %d values; expected %d, one for each quantity"
              .formatted(person.length, counters.length));
    }
    for (int i = 0; i < person.length; i++) {
      Quantity quantity = shape.quantities().get(i);
      if (person[i] != MISSING && !quantity.accepts(person[i])) {
        throw new IllegalArgumentException(
            "%s: %d given; expected %s, or Tally.MISSING"
                .formatted(quantity.key(), person[i], quantity.accepted()));
      }
    }
  }
}
