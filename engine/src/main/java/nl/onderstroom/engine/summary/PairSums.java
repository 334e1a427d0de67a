package nl.onderstroom.engine.summary;

/** What a {@link Tally} keeps of the crossed items while people are added. */
final class PairSums {
  private final SummaryShape shape;
  private final int[] places;
  private final long[] n;
  private final long[] sums;
  private final long[] squares;
  private final long[] products;

  PairSums(SummaryShape shape) {
    this.shape = shape;
    this.places = shape.crossed().stream().mapToInt(shape::index).toArray();
    int cells = places.length * places.length;
    this.n = new long[cells];
    this.sums = new long[cells];
    this.squares = new long[cells];
    this.products = new long[cells];
  }

  void add(long[] person) {
    int size = places.length;
    for (int i = 0; i < size; i++) {
      long x = person[places[i]];
      if (x == Tally.MISSING) {
        continue;
      }
      for (int j = 0; j < size; j++) {
        long y = person[places[j]];
        if (y != Tally.MISSING) {
          int cell = i * size + j;
          n[cell]++;
          sums[cell] += x;
          squares[cell] += x * x;
          products[cell] += x * y;
        }
      }
    }
  }

  CrossProducts crossProducts(long respondents) {
    return new CrossProducts(
        shape.crossed(), respondents, n.clone(), sums.clone(), squares.clone(), products.clone());
  }
}
