package nl.onderstroom.engine.disclosure.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Every set of fewer than k people that can be worked out and is not a union of two such: sums of
 * reduced rows that are 0 or 1 everywhere and 1 for fewer than k people.
 *
 * <p>Each sum is grown from its first row by rows that touch it. Where an entry is neither 0 nor 1,
 * some row with an entry there has to come in; where too many people are left, some row with an
 * entry at one of them. Candidates are tried in turn, and those tried before stay out, so no sum is
 * tried twice. A sum is given up when the rows that the people left can pay for cannot change as
 * many entries as have to change.
 *
 * <p>Most sums are met where nobody or one person more can be paid for. Then little can follow, so
 * it is met from the other side: every sum has a fingerprint, which is linear, and what one person
 * pays for is looked up among the fingerprints of all that one person can mend. A sum that can be
 * mended is always found there; another by a chance of one in 10¹⁸, which costs time only. So the
 * last two rows of a set cost O(log rows) for each choice of the others, rather than their entries.
 */
final class SmallSets {
  private final Columns columns;
  private final int k;
  private final Search search;
  private final BiConsumer<int[], int[]> found;
  private final long[] values;
  private final int[] covered;

  /** Rows that are in the sum, or stay out of it. */
  private final boolean[] decided;

  private final int[] dearest;
  private final int[] chosen;
  private int chosenRows;

  /** Atoms that a chosen row has an entry at, in the order in which they came. */
  private final int[] touched;

  private int touchedAtoms;

  /** Per row, the sum of its entries beside the pivot, each times the chance number of its atom. */
  private final long[] fingerprints;

  /** Of sums that one person more can pay for, ascending. */
  private final long[] mended;

  private long fingerprint;

  /** Per row, in which collection of candidates it was last. */
  private final int[] collected;

  private int collections;

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
    this.decided = new boolean[columns.rows.size()];
    this.dearest = dearest();
    this.chosen = new int[k];
    this.touched = new int[columns.sizes.length];
    this.collected = new int[columns.rows.size()];
    long[] chance =
        new SplittableRandom(1).longs(columns.sizes.length, 1, PrimeField.PRIME).toArray();
    this.fingerprints =
        IntStream.range(0, decided.length).mapToLong(row -> fingerprint(row, chance)).toArray();
    this.mended = mended(chance);
  }

  static void find(Columns columns, int k, Search search, BiConsumer<int[], int[]> found) {
    SmallSets sets = new SmallSets(columns, k, search, found);
    for (int row = 0; row < columns.rows.size() && !search.isSpent(); row++) {
      sets.include(row, k - 1);
    }
  }

  private long fingerprint(int row, long[] chance) {
    Row entries = columns.rows.get(row);
    long sum = 0;
    for (int at = 1; at < columns.ends[row]; at++) {
      sum =
          PrimeField.plus(
              sum, PrimeField.times(entries.values()[at], chance[entries.places()[at]]));
    }
    return sum;
  }

  /** Nothing is left, or one person is, or what one row of one person takes away. */
  private long[] mended(long[] chance) {
    LongStream people =
        IntStream.range(0, chance.length)
            .filter(atom -> columns.sizes[atom] == 1)
            .mapToLong(atom -> chance[atom]);
    LongStream rows =
        IntStream.range(0, fingerprints.length)
            .filter(row -> columns.sizes[columns.pivot(row)] == 1)
            .mapToLong(row -> PrimeField.minus(0, fingerprints[row]));
    return LongStream.concat(LongStream.of(0), LongStream.concat(people, rows)).sorted().toArray();
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

  /** Tries every sum with this row and those chosen; the row is decided from then on. */
  private void include(int row, int budget) {
    decided[row] = true;
    int left = budget - columns.sizes[columns.pivot(row)];
    // Entries where there was nothing stay, for one person each at least, or have to be changed.
    int fresh = columns.degree(row) - touchedAtoms;
    if (left < 0 || fresh - left > dearest[left]) {
      return;
    }
    long before = fingerprint;
    fingerprint = PrimeField.plus(before, fingerprints[row]);
    if (canBeMended(left)) {
      change(row, 1);
      chosen[chosenRows++] = row;
      grow(left);
      chosenRows--;
      change(row, -1);
    } else {
      search.step(1);
    }
    fingerprint = before;
  }

  /** Whether so many people more may be enough for the entries there are. */
  private boolean canBeMended(int people) {
    return switch (people) {
      case 0 -> fingerprint == 0;
      case 1 -> Arrays.binarySearch(mended, fingerprint) >= 0;
      default -> true;
    };
  }

  private void change(int row, int sign) {
    Row entries = columns.rows.get(row);
    for (int at = 1; at < columns.ends[row]; at++) {
      int atom = entries.places()[at];
      long value = entries.values()[at];
      values[atom] =
          sign > 0 ? PrimeField.plus(values[atom], value) : PrimeField.minus(values[atom], value);
      if (sign > 0 && covered[atom]++ == 0) {
        touched[touchedAtoms++] = atom;
      } else if (sign < 0 && --covered[atom] == 0) {
        // Rows come off in the order opposite to that in which they came.
        touchedAtoms--;
      }
    }
  }

  /**
   * @param budget people who may still be added, pivots of further rows included
   */
  private void grow(int budget) {
    if (!search.step(touchedAtoms + 1)) {
      return;
    }
    int wrong = 0;
    int worst = -1;
    long people = 0;
    for (int at = 0; at < touchedAtoms; at++) {
      int atom = touched[at];
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
      branch(tooMany > 0 ? atOneOf(ones(), budget) : atOneOf(touched(), Long.MAX_VALUE), budget);
    }
  }

  private void report() {
    int[] rows = Arrays.copyOf(chosen, chosenRows);
    int[] atoms =
        IntStream.concat(
                Arrays.stream(rows).map(columns::pivot),
                Arrays.stream(touched()).filter(atom -> values[atom] == 1))
            .sorted()
            .toArray();
    found.accept(atoms, rows);
  }

  private int[] touched() {
    return Arrays.copyOf(touched, touchedAtoms);
  }

  /** Atoms with 1, those that fewest rows can change first; of equals the first that came. */
  private int[] ones() {
    long[] keys = new long[touchedAtoms];
    int ones = 0;
    for (int at = 0; at < touchedAtoms; at++) {
      if (values[touched[at]] == 1) {
        keys[ones++] = ((long) columns.touching[touched[at]].length << Integer.SIZE) | at;
      }
    }
    Arrays.sort(keys, 0, ones);
    int[] sorted = new int[ones];
    Arrays.setAll(sorted, at -> touched[(int) keys[at]]);
    return sorted;
  }

  /**
   * Rows of which one has to come in, ascending: with an entry at atoms that cannot all stay.
   *
   * @param budget people who may stay
   */
  private int[] atOneOf(int[] atoms, long budget) {
    int collection = ++collections;
    int[] rows = new int[16];
    int count = 0;
    long staying = 0;
    for (int at = 0; at < atoms.length && staying <= budget; at++) {
      for (int row : columns.touching[atoms[at]]) {
        if (!decided[row] && collected[row] != collection) {
          collected[row] = collection;
          rows = count < rows.length ? rows : Arrays.copyOf(rows, 2 * count);
          rows[count++] = row;
        }
      }
      staying += columns.sizes[atoms[at]];
    }
    Arrays.sort(rows, 0, count);
    return Arrays.copyOf(rows, count);
  }

  private void branch(int[] candidates, int budget) {
    int[] tried = new int[candidates.length];
    int count = 0;
    for (int row : candidates) {
      if (!decided[row] && !search.isSpent()) {
        tried[count++] = row;
        include(row, budget);
      }
    }
    for (int at = 0; at < count; at++) {
      decided[tried[at]] = false;
    }
  }
}
