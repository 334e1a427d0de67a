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
    both.add(this);
    both.add(other);
    return both;
  }

  private void add(StatementSums other) {
    addAll(quadratic, other.quadratic);
    addAll(linear, other.linear);
    addAll(people, other.people);
    placed += other.placed;
  }

  private static void addAll(long[] into, long[] from) {
    for (int at = 0; at < into.length; at++) {
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
   * 2⁵³ and quick.
   */
  static final class Adding {
    /** Products are below 2³⁶; so many of them stay below 2⁵³. */
    private static final int FLUSH = 1 << 16;

    private final StatementSums sums;
    private final double[] quadratic;
    private final double[] linear;
    private final double[] person;
    private int pending;

    Adding(int statements, int dimensions) {
      sums = new StatementSums(statements, dimensions);
      quadratic = new double[sums.quadratic.length];
      linear = new double[sums.linear.length];
      person = new double[sums.momentCells];
    }

    /** The person that {@code placing} placed last, with the weights it used. */
    void add(Votes votes, int who, Reading reading, Placing placing) {
      placing.moments(person);
      for (int at = 0; at < person.length; at++) {
        double whole = Math.rint(person[at] / MOMENT_UNIT);
        person[at] = Math.min(LARGEST, Math.max(-LARGEST, whole));
        sums.people[at] += (long) person[at];
      }
      int from = votes.start(who);
      int to = votes.end(who);
      for (int entry = from; entry < to; entry++) {
        if (placing.weights[entry - from] != 0) {
          add(
              votes.statement(entry),
              placing.weights[entry - from],
              reading.sign(votes.code(entry)));
        }
      }
      sums.placed++;
      if (++pending == FLUSH) {
        flush();
      }
    }

    private void add(int statement, double weight, int sign) {
      int offset = statement * person.length;
      for (int at = 0; at < person.length; at++) {
        quadratic[offset + at] += weight * person[at];
      }
      int row = statement * sums.linearCells;
      for (int at = 0; at < sums.linearCells; at++) {
        linear[row + at] += sign * person[at * (at + 1) / 2];
      }
    }

    StatementSums sums() {
      flush();
      return sums;
    }

    private void flush() {
      empty(quadratic, sums.quadratic);
      empty(linear, sums.linear);
      pending = 0;
    }

    private static void empty(double[] from, long[] into) {
      for (int at = 0; at < from.length; at++) {
        into[at] += (long) from[at];
        from[at] = 0;
      }
    }
  }
}
