package nl.onderstroom.engine.landscape;

import java.util.Arrays;

/** How alike two divisions of the same people into groups are (Hubert and Arabie 1985). */
public final class AdjustedRandIndex {
  private AdjustedRandIndex() {}

  /**
   * 1 when they are the same, about 0 when they agree no more than chance. Who is in no group
   * (negative) in either is left out. When both put everybody together it is 1.
   *
   * @param one group of each person, small numbers from 0 on
   * @param other the same people
   */
  public static double of(int[] one, int[] other) {
    long[][] table = new long[1 + largest(one)][1 + largest(other)];
    long people = 0;
    for (int person = 0; person < one.length; person++) {
      if (one[person] >= 0 && other[person] >= 0) {
        table[one[person]][other[person]]++;
        people++;
      }
    }
    return of(table, people);
  }

  /** A plain loop, a stream takes longer than all the rest. */
  private static int largest(int[] groups) {
    int largest = 0;
    for (int group : groups) {
      largest = Math.max(largest, group);
    }
    return largest;
  }

  private static double of(long[][] table, long people) {
    long[] columns = new long[table[0].length];
    double together = 0;
    double inRows = 0;
    for (long[] row : table) {
      long sum = 0;
      for (int column = 0; column < row.length; column++) {
        sum += row[column];
        columns[column] += row[column];
        together += pairs(row[column]);
      }
      inRows += pairs(sum);
    }
    double inColumns = Arrays.stream(columns).mapToDouble(AdjustedRandIndex::pairs).sum();
    double expected = people < 2 ? 0 : inRows * inColumns / pairs(people);
    double most = (inRows + inColumns) / 2;
    return most == expected ? 1 : (together - expected) / (most - expected);
  }

  private static double pairs(long count) {
    return count * (count - 1) / 2.0;
  }
}
