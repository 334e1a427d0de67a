package nl.onderstroom.engine.summary;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * Exact sums over pairs of items, from which covariances follow. Immutable.
 *
 * <p>Pairwise complete: every sum of the pair (x, y) is over the people who answered both. People
 * of cohorts that dropped their cross-products are not in it; {@link #respondents()} says how many
 * people are.
 */
public final class CrossProducts {
  private final List<String> keys;
  private final long respondents;
  // Square matrices in row order. n and products are symmetric; row x of sums and squares is about
  // x.
  private final long[] n;
  private final long[] sums;
  private final long[] squares;
  private final long[] products;

  /** Keeps the arrays: callers hand over ones that nobody else holds. */
  CrossProducts(
      List<String> keys, long respondents, long[] n, long[] sums, long[] squares, long[] products) {
    this.keys = keys;
    this.respondents = Counts.requireCount(respondents);
    this.n = n;
    this.sums = sums;
    this.squares = squares;
    this.products = products;
    for (long both : n) {
      if (both < 0 || both > respondents) {
        throw new IllegalArgumentException(
            "a pair answered by %d people; expected 0 to %d".formatted(both, respondents));
      }
    }
  }

  static CrossProducts empty(SummaryShape shape) {
    int cells = shape.crossed().size() * shape.crossed().size();
    return new CrossProducts(
        shape.crossed(), 0, new long[cells], new long[cells], new long[cells], new long[cells]);
  }

  /** Keys of the crossed items, in order. */
  public List<String> keys() {
    return keys;
  }

  /** People whose answers are in these sums, whether or not they answered a pair. */
  public long respondents() {
    return respondents;
  }

  /** People who answered both. */
  public long n(String x, String y) {
    return n[cell(x, y)];
  }

  /** Σx over the people who answered both. */
  public long sum(String x, String y) {
    return sums[cell(x, y)];
  }

  /** Σx² over the people who answered both. */
  public long sumOfSquares(String x, String y) {
    return squares[cell(x, y)];
  }

  /** Σxy. */
  public long product(String x, String y) {
    return products[cell(x, y)];
  }

  /** With divisor n − 1; NaN when fewer than two people answered both. */
  public double covariance(String x, String y) {
    long both = n(x, y);
    if (both < 2) {
      return Double.NaN;
    }
    BigInteger numerator =
        BigInteger.valueOf(both)
            .multiply(BigInteger.valueOf(product(x, y)))
            .subtract(BigInteger.valueOf(sum(x, y)).multiply(BigInteger.valueOf(sum(y, x))));
    return numerator.doubleValue() / both / (both - 1);
  }

  CrossProducts merge(CrossProducts other) {
    return new CrossProducts(
        keys,
        Math.addExact(respondents, other.respondents),
        Counts.add(n, other.n),
        Counts.add(sums, other.sums),
        Counts.add(squares, other.squares),
        Counts.add(products, other.products));
  }

  long[][] matrices() {
    return new long[][] {n, sums, squares, products};
  }

  private int cell(String x, String y) {
    return index(x) * keys.size() + index(y);
  }

  private int index(String key) {
    int index = keys.indexOf(key);
    if (index < 0) {
      throw new IllegalArgumentException("\"" + key + "\" is not crossed; these are: " + keys);
    }
    return index;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CrossProducts that
        && keys.equals(that.keys)
        && respondents == that.respondents
        && Arrays.deepEquals(matrices(), that.matrices());
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.deepHashCode(matrices()) + Long.hashCode(respondents);
  }

  @Override
  public String toString() {
    return "CrossProducts of " + keys + " over " + respondents + " people";
  }
}
