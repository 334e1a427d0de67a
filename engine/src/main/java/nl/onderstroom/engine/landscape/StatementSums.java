package nl.onderstroom.engine.landscape;

import java.util.Arrays;

/**
 * What the votes and the places of some people tell about each statement: exact whole-number sums,
 * so that merging is associative and commutative and nothing depends on who was added first or
 * where. Enough to estimate every statement ({@link StatementFit}); no vote is in it.
 *
 * <p>Of each statement: Σ 2λ · E[z zᵀ] over its voters, z = (1, y, u), and Σ ±E[z]; of all people:
 * Σ E[z zᵀ]. Weights are whole multiples of 2⁻¹², moments of 2⁻¹⁶ and below 2¹⁰; of 2²⁷ voters on
 * one statement a sum still fits 64 bits.
 */
final class StatementSums {
  static final double MOMENT_UNIT = 0x1p-16;
  static final double PRODUCT_UNIT = MOMENT_UNIT * Logistic.WEIGHT_UNIT;
  private static final double LARGEST = 0x1p26 - 1;

  private final int momentCells;
  private final int linearCells;
  private final long[] quadratic;
  private final long[] linear;
  private final long[] people;
  private long placed;

  StatementSums(int statements, int dimensions) {
    momentCells = PackedCholesky.cells(dimensions + 2);
    linearCells = dimensions + 2;
    quadratic = new long[statements * momentCells];
    linear = new long[statements * linearCells];
    people = new long[momentCells];
  }

  /** The sums of both together. */
  StatementSums merge(StatementSums other) {
    if (other.quadratic.length != quadratic.length || other.momentCells != momentCells) {
      throw new IllegalArgumentException("sums of other statements or dimensions do not merge");
    }
    StatementSums both = new StatementSums(quadratic.length / momentCells, linearCells - 2);
    both.take(this);
    both.take(other);
    return both;
  }

  /** These sums with room for statements of which nothing is known yet. */
  StatementSums wider(int statements) {
    StatementSums wider = new StatementSums(statements, linearCells - 2);
    wider.take(this);
    return wider;
  }

  /** Merges another into this one: for who made this one and shows it to nobody else. */
  void take(StatementSums other) {
    addAll(quadratic, other.quadratic);
    addAll(linear, other.linear);
    addAll(people, other.people);
    placed += other.placed;
  }

  private static void addAll(long[] into, long[] from) {
    for (int at = 0; at < from.length; at++) {
      into[at] += from[at];
    }
  }

  long placed() {
    return placed;
  }

  /** Σ 2λ E[z zᵀ] of one statement, one packed cell. */
  double quadratic(int statement, int cell) {
    return quadratic[statement * momentCells + cell] * PRODUCT_UNIT;
  }

  /** Σ ±E[z] of one statement. */
  double linear(int statement, int at) {
    return linear[statement * linearCells + at] * MOMENT_UNIT;
  }

  /** The mean over people of E[z zᵀ], one packed cell. */
  double meanMoment(int cell) {
    return people[cell] * MOMENT_UNIT / Math.max(1, placed);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StatementSums sums
        && placed == sums.placed
        && Arrays.equals(quadratic, sums.quadratic)
        && Arrays.equals(linear, sums.linear)
        && Arrays.equals(people, sums.people);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(people);
  }

  /**
   * Adds people one by one. Between flushes it adds whole numbers as doubles, which is exact below
   * 2⁵³ and quick; a person's are ints for the reason given at {@link StatementTable}.
   */
  static final class Adding {
    /** Products are below 2³⁶; so many of them stay below 2⁵³. */
    private static final int FLUSH = 1 << 16;

    private final StatementSums sums;
    private final double[] quadratic;
    private final double[] linear;
    private final double[] moments;
    private final int[] person = new int[StatementTable.MOMENTS];
    private final int[] means = new int[StatementTable.MEANS];
    private int pending;

    Adding(int statements, int dimensions) {
      sums = new StatementSums(statements, dimensions);
      quadratic = new double[statements * StatementTable.MOMENTS];
      linear = new double[statements * StatementTable.MEANS];
      moments = new double[sums.momentCells];
    }

    /** The person that {@code placing} placed last, with the weights it used. */
    void add(Placing placing) {
      add(placing, 1);
    }

    /** Takes away again, to the last bit, what {@link #add} added. */
    void remove(Placing placing) {
      add(placing, -1);
    }

    private void add(Placing placing, int times) {
      placing.moments(moments);
      for (int at = 0; at < moments.length; at++) {
        double whole = Math.rint(moments[at] / MOMENT_UNIT);
        person[at] = times * (int) Math.min(LARGEST, Math.max(-LARGEST, whole));
        sums.people[at] += person[at];
      }
      for (int at = 0; at < sums.linearCells; at++) {
        means[at] = person[at * (at + 1) / 2];
      }
      for (int at = 0; at < placing.size; at++) {
        int statement = placing.statements[at];
        addMoments(quadratic, statement * StatementTable.MOMENTS, placing.weights[at], person);
        addMeans(linear, statement * StatementTable.MEANS, placing.signs[at], means);
      }
      sums.placed += times;
      if (++pending == FLUSH) {
        flush();
      }
    }

    // Loops of a length that the compiler knows.
    private static void addMoments(double[] into, int row, double weight, int[] from) {
      for (int at = 0; at < StatementTable.MOMENTS; at++) {
        into[row + at] += weight * from[at];
      }
    }

    private static void addMeans(double[] into, int row, double sign, int[] from) {
      for (int at = 0; at < StatementTable.MEANS; at++) {
        into[row + at] += sign * from[at];
      }
    }

    StatementSums sums() {
      flush();
      return sums;
    }

    private void flush() {
      empty(quadratic, StatementTable.MOMENTS, sums.quadratic, sums.momentCells);
      empty(linear, StatementTable.MEANS, sums.linear, sums.linearCells);
      pending = 0;
    }

    private static void empty(double[] from, int fromRow, long[] into, int intoRow) {
      for (int row = 0; row * fromRow < from.length; row++) {
        for (int at = 0; at < intoRow; at++) {
          into[row * intoRow + at] += (long) from[row * fromRow + at];
        }
      }
      Arrays.fill(from, 0);
    }
  }
}
