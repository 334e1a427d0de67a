package nl.onderstroom.quality.landscape;

import java.util.Arrays;

/** How alike two ways of putting the same people in groups are (Hubert and Arabie 1985). */
final class RandIndex {
  private RandIndex() {}

  /**
   * The adjusted Rand index: 1 for the same groups, around 0 for chance. Whoever has no group (−1)
   * on either side is left out; of two groupings without any difference, one group, it is 1.
   */
  static double adjusted(int[] one, int[] other) {
    long[][] both = new long[size(one)][size(other)];
    for (int at = 0; at < one.length; at++) {
      if (one[at] >= 0 && other[at] >= 0) {
        both[one[at]][other[at]]++;
      }
    }
    long[] rows = new long[both.length];
    long[] columns = new long[size(other)];
    double together = 0;
    for (int row = 0; row < both.length; row++) {
      for (int column = 0; column < columns.length; column++) {
        rows[row] += both[row][column];
        columns[column] += both[row][column];
        together += pairs(both[row][column]);
      }
    }
    double first = Arrays.stream(rows).mapToDouble(RandIndex::pairs).sum();
    double second = Arrays.stream(columns).mapToDouble(RandIndex::pairs).sum();
    double chance = first * second / Math.max(1, pairs(Arrays.stream(rows).sum()));
    double most = (first + second) / 2;
    return most == chance ? 1 : (together - chance) / (most - chance);
  }

  private static int size(int[] groups) {
    return Arrays.stream(groups).max().orElse(-1) + 1;
  }

  private static double pairs(long people) {
    return people * (people - 1) / 2.0;
  }
}
