package nl.onderstroom.engine.disclosure.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything that follows from some linear equations with small whole numbers, modulo 2⁶¹ − 1. What
 * follows in fractions follows here too; that the reverse fails takes a coincidence of one in 10¹⁸.
 *
 * <p>Cost of both methods: O(equations × unknowns).
 */
public final class RowSpace {
  private final List<long[]> rows = new ArrayList<>();
  private final List<Integer> pivots = new ArrayList<>();

  /** Of no equations. */
  public RowSpace() {}

  /**
   * @param equation coefficients, as many as in any other
   */
  public void add(int[] equation) {
    long[] row = reduced(equation);
    for (int at = 0; at < row.length; at++) {
      if (row[at] != 0) {
        long scale = PrimeField.inverse(row[at]);
        for (int i = 0; i < row.length; i++) {
          row[i] = PrimeField.times(row[i], scale);
        }
        rows.add(row);
        pivots.add(at);
        return;
      }
    }
  }

  /** Whether the equation follows from those added. */
  public boolean contains(int[] equation) {
    for (long left : reduced(equation)) {
      if (left != 0) {
        return false;
      }
    }
    return true;
  }

  private long[] reduced(int[] equation) {
    long[] row = new long[equation.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = PrimeField.of(equation[i]);
    }
    for (int i = 0; i < rows.size(); i++) {
      long times = row[pivots.get(i)];
      if (times != 0) {
        long[] known = rows.get(i);
        for (int at = 0; at < row.length; at++) {
          row[at] = PrimeField.minus(row[at], PrimeField.times(times, known[at]));
        }
      }
    }
    return row;
  }
}
