package nl.onderstroom.engine.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a group of people answered, as exact counts and sums. Immutable, and free of anything finer:
 * no record, order or time.
 *
 * <p>A summary is not for showing. Only disclosure control decides what of it may be shown.
 */
public final class Summary {
  /** The most people that one summary can be about. */
  public static final long MOST_RESPONDENTS = 1_000_000_000_000L;

  /** The fewest people of whom cross-products are kept. */
  public static final int LEAST_FOR_CROSS_PRODUCTS = 20;

  private final SummaryShape shape;
  private final long respondents;
  private final List<Answers> answers;
  private final CrossProducts crossProducts;

  Summary(
      SummaryShape shape, long respondents, List<Answers> answers, CrossProducts crossProducts) {
    this.shape = shape;
    this.respondents = Counts.requireCount(respondents);
    this.answers = List.copyOf(answers);
    this.crossProducts = crossProducts;
    if (answers.size() != shape.quantities().size() || crossProducts.respondents() > respondents) {
      throw new IllegalArgumentException("the parts of a summary do not fit its shape");
    }
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i).n() + answers.get(i).missing() != respondents) {
        throw new IllegalArgumentException(
            "%s: %d answered and %d did not, of %d people; expected them to add up"
                .formatted(
                    shape.quantities().get(i).key(),
                    answers.get(i).n(),
                    answers.get(i).missing(),
                    respondents));
      }
    }
  }

  /** Nobody's summary: the identity of {@link #merge}. */
  public static Summary empty(SummaryShape shape) {
    return new Summary(
        shape,
        0,
        shape.quantities().stream().map(Answers::empty).toList(),
        CrossProducts.empty(shape));
  }

  public SummaryShape shape() {
    return shape;
  }

  /** People who handed in a record, empty ones included. */
  public long respondents() {
    return respondents;
  }

  /** In the order of the shape. */
  public List<Answers> answers() {
    return answers;
  }

  /**
   * @throws IllegalArgumentException if the shape has no such key
   */
  public Answers answers(String key) {
    return answers.get(shape.index(key));
  }

  /**
   * @throws IllegalArgumentException if the key is unknown or does not have levels
   */
  public Histogram histogram(String key) {
    return as(Histogram.class, key);
  }

  /**
   * @throws IllegalArgumentException if the key is unknown or does not have words to tick
   */
  public TickCounts ticks(String key) {
    return as(TickCounts.class, key);
  }

  /**
   * @throws IllegalArgumentException if the key is unknown or is not a decimal
   */
  public Moments moments(String key) {
    return as(Moments.class, key);
  }

  public CrossProducts crossProducts() {
    return crossProducts;
  }

  /** The same, with cross-products over nobody. */
  public Summary withoutCrossProducts() {
    return new Summary(shape, respondents, answers, CrossProducts.empty(shape));
  }

  /**
   * What may stay of a cohort after the close: without cross-products when it has fewer than
   * {@value #LEAST_FOR_CROSS_PRODUCTS} people. For one cohort, not for merged ones.
   */
  public Summary forKeeping() {
    return respondents < LEAST_FOR_CROSS_PRODUCTS ? withoutCrossProducts() : this;
  }

  /**
   * Both groups together. Pure, associative and commutative. The groups must have nobody in common.
   *
   * @throws IllegalArgumentException if the shapes differ
   */
  public Summary merge(Summary other) {
    if (!shape.equals(other.shape)) {
      throw new IllegalArgumentException(
          "summaries of different questions cannot be merged: " + difference(shape, other.shape));
    }
    List<Answers> merged = new ArrayList<>(answers.size());
    for (int i = 0; i < answers.size(); i++) {
      merged.add(answers.get(i).merge(other.answers.get(i)));
    }
    return new Summary(
        shape,
        Math.addExact(respondents, other.respondents),
        merged,
        crossProducts.merge(other.crossProducts));
  }

  private <T extends Answers> T as(Class<T> kind, String key) {
    Answers found = answers(key);
    if (kind.isInstance(found)) {
      return kind.cast(found);
    }
    throw new IllegalArgumentException(
        "%s is summarised as %s, not as %s"
            .formatted(key, found.getClass().getSimpleName(), kind.getSimpleName()));
  }

  private static String difference(SummaryShape left, SummaryShape right) {
    int common = Math.min(left.quantities().size(), right.quantities().size());
    for (int i = 0; i < common; i++) {
      Quantity one = left.quantities().get(i);
      Quantity two = right.quantities().get(i);
      if (!one.equals(two)) {
        return "at place " + i + " one has " + one + ", the other " + two;
      }
    }
    if (left.quantities().size() != right.quantities().size()) {
      return "one has %d quantities, the other %d"
          .formatted(left.quantities().size(), right.quantities().size());
    }
    return "they cross or combine other quantities";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Summary that
        && respondents == that.respondents
        && shape.equals(that.shape)
        && answers.equals(that.answers)
        && crossProducts.equals(that.crossProducts);
  }

  @Override
  public int hashCode() {
    return Objects.hash(shape, respondents, answers, crossProducts);
  }

  @Override
  public String toString() {
    return "Summary of %d people over %d quantities".formatted(respondents, answers.size());
  }
}
