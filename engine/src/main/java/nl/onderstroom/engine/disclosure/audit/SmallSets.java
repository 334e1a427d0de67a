package nl.onderstroom.engine.disclosure.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Every set of fewer than k people that can be worked out and is not a union of two such: sums of
 * reduced rows that are 0 or 1 everywhere and 1 for fewer than k people.
 *
 * <p>Each sum is grown from its first row by rows that touch it. Where an entry is neither 0 nor 1,
 * some row with an entry there has to come in; where too many people are left, some row with an
 * entry at one of them. Candidates are tried in turn, and those tried before stay out, so no sum is
 * tried twice. A sum is given up when the rows that the people left can pay for cannot change as
 * many entries as have to change.
 */
final class SmallSets {
  private final Columns columns;
  private final int k;
  private final Search search;
  private final BiConsumer<int[], int[]> found;
  private final long[] values;
  private final int[] covered;
  private final boolean[] out;
  private final int[] dearest;
  private final List<Integer> chosen = new ArrayList<>();
  private final List<Integer> touched = new ArrayList<>();

  /**
   * @param found takes the atoms of a set and the rows it is the sum of
   */
  private SmallSets(Columns columns, int k, Search search, BiConsumer<int[], int[]> found) {
    this.columns = columns;
    this.k = k;
    this.search = search;
    this.found = found;
    this.values = new long[columns.sizes.length];
    this.covered = new int[columns.sizes.length];
    this.out = new boolean[columns.rows.size()];
    this.dearest = dearest();
  }

  static void find(Columns columns, int k, Search search, BiConsumer<int[], int[]> found) {
    SmallSets sets = new SmallSets(columns, k, search, found);
    for (int row = 0; row < columns.rows.size() && !search.isSpent(); row++) {
      sets.include(row, k - 1);
      sets.out[row] = true;
    }
  }

  /**
   * The most entries that rows can change for so many people, for each number of people below k: a
   * row costs as many as its pivot has.
   */
  private int[] dearest() {
    List<List<Integer>> degrees = new ArrayList<>();
    for (int people = 0; people < k; people++) {
      degrees.add(new ArrayList<>());
    }
    for (int row = 0; row < columns.rows.size(); row++) {
      degrees.get(columns.sizes[columns.pivot(row)]).add(columns.degree(row));
    }
    degrees.forEach(each -> each.sort(java.util.Comparator.reverseOrder()));
    int[] most = new int[k];
    for (int people = 1; people < k; people++) {
      // From the most people down, so that what is added to is still without rows of this price.
      for (int left = k - 1; left >= people; left--) {
        int sum = 0;
        for (int rows = 1; rows * people <= left && rows <= degrees.get(people).size(); rows++) {
          sum += degrees.get(people).get(rows - 1);
          most[left] = Math.max(most[left], most[left - rows * people] + sum);
        }
      }
    }
    for (int people = 1; people < k; people++) {
      most[people] = Math.max(most[people], most[people - 1]);
    }
    return most;
  }

  private void include(int row, int budget) {
    int left = budget - columns.sizes[columns.pivot(row)];
    // Entries where there was nothing stay, for one person each at least, or have to be changed.
    int fresh = columns.degree(row) - touched.size();
    if (left < 0 || fresh - left > dearest[left]) {
      return;
    }
    change(row, 1);
    chosen.add(row);
    grow(left);
    chosen.removeLast();
    change(row, -1);
  }

  private void change(int row, int sign) {
    Row entries = columns.rows.get(row);
    for (int at = 1; at < columns.ends[row]; at++) {
      int atom = entries.places()[at];
      long value = entries.values()[at];
      values[atom] =
          sign > 0 ? PrimeField.plus(values[atom], value) : PrimeField.minus(values[atom], value);
      if (sign > 0 && covered[atom]++ == 0) {
        touched.add(atom);
      } else if (sign < 0 && --covered[atom] == 0) {
        // Rows come off in the order opposite to that in which they came.
        touched.removeLast();
      }
    }
  }

  /**
   * @param budget people who may still be added, pivots of further rows included
   */
  private void grow(int budget) {
    if (!search.step(touched.size() + 1)) {
      return;
    }
    int wrong = 0;
    int worst = -1;
    long people = 0;
    for (int atom : touched) {
      if (values[atom] == 1) {
        people += columns.sizes[atom];
      } else if (values[atom] != 0) {
        wrong++;
        if (worst < 0 || columns.touching[atom].length < columns.touching[worst].length) {
          worst = atom;
        }
      }
    }
    long tooMany = Math.max(0, people - budget);
    if (wrong + (tooMany + k - 2) / Math.max(1, k - 1) > dearest[budget]) {
      return;
    }
    if (wrong > 0) {
      branch(columns.touching[worst], budget);
      return;
    }
    if (tooMany == 0) {
      report();
    }
    if (budget > 0) {
      branch(tooMany > 0 ? atOneOf(budget) : atOneOf(-1), budget);
    }
  }

  private void report() {
    int[] rows = chosen.stream().mapToInt(Integer::intValue).toArray();
    int[] atoms =
        java.util.stream.IntStream.concat(
                Arrays.stream(rows).map(columns::pivot),
                touched.stream().mapToInt(Integer::intValue).filter(atom -> values[atom] == 1))
            .sorted()
            .toArray();
    found.accept(atoms, rows);
  }

  /**
   * Rows of which one has to come in: with an entry at atoms that cannot all stay.
   *
   * @param budget people who may stay; −1 for every row that touches what is there
   */
  private int[] atOneOf(int budget) {
    List<Integer> ones =
        budget < 0
            ? touched
            : touched.stream()
                .filter(atom -> values[atom] == 1)
                .sorted(
                    java.util.Comparator.comparingInt(
                        (Integer atom) -> columns.touching[atom].length))
                .toList();
    var rows = new java.util.TreeSet<Integer>();
    long people = 0;
    for (int atom : ones) {
      for (int row : columns.touching[atom]) {
        rows.add(row);
      }
      people += columns.sizes[atom];
      if (budget >= 0 && people > budget) {
        break;
      }
    }
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }

  private void branch(int[] candidates, int budget) {
    int tried = 0;
    int[] free =
        Arrays.stream(candidates).filter(row -> !out[row] && !chosen.contains(row)).toArray();
    while (tried < free.length && !search.isSpent()) {
      include(free[tried], budget);
      out[free[tried++]] = true;
    }
    for (int at = 0; at < tried; at++) {
      out[free[at]] = false;
    }
  }
}
