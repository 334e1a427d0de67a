package nl.onderstroom.engine.summary;

/** What a {@link Tally} keeps of one quantity while people are added; values are checked before. */
sealed interface Counter {
  void add(long value);

  void addMissing();

  /** A snapshot. */
  Answers answers();

  static Counter of(Quantity quantity) {
    return switch (quantity) {
      case Quantity.Levels levels -> new OfLevels(levels);
      case Quantity.Ticks ticks -> new OfTicks(ticks);
      case Quantity.Decimal decimal -> new OfDecimal(decimal);
    };
  }

  /** Counts per level. */
  final class OfLevels implements Counter {
    private final int min;
    private final long[] counts;
    private long missing;

    OfLevels(Quantity.Levels levels) {
      this.min = levels.min();
      this.counts = new long[levels.cells()];
    }

    @Override
    public void add(long value) {
      counts[(int) (value - min)]++;
    }

    @Override
    public void addMissing() {
      missing++;
    }

    @Override
    public Histogram answers() {
      return new Histogram(min, counts.clone(), missing);
    }
  }

  /** Counts per word. */
  final class OfTicks implements Counter {
    private final long[] counts;
    private long n;
    private long missing;

    OfTicks(Quantity.Ticks ticks) {
      this.counts = new long[ticks.options()];
    }

    @Override
    public void add(long value) {
      n++;
      for (long rest = value; rest != 0; rest &= rest - 1) {
        counts[Long.numberOfTrailingZeros(rest)]++;
      }
    }

    @Override
    public void addMissing() {
      missing++;
    }

    @Override
    public TickCounts answers() {
      return new TickCounts(n, counts.clone(), missing);
    }
  }

  /** Sums of values and of squares. */
  final class OfDecimal implements Counter {
    private final int decimals;
    private final WideSum sum = new WideSum();
    private final WideSum squares = new WideSum();
    private long n;
    private long missing;

    OfDecimal(Quantity.Decimal decimal) {
      this.decimals = decimal.decimals();
    }

    @Override
    public void add(long value) {
      n++;
      sum.addProduct(value, 1);
      squares.addProduct(value, value);
    }

    @Override
    public void addMissing() {
      missing++;
    }

    @Override
    public Moments answers() {
      return new Moments(decimals, n, missing, sum.value(), squares.value());
    }
  }
}
