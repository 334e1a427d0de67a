package nl.onderstroom.engine.disclosure.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Every combination of figures, with any coefficients, that is about few people only and about no
 * fewer of them: what lets one of them be known when the others tell their own answers.
 *
 * <p>Grown as in {@link SmallSets}; here an entry can vanish only where two rows have one. Which
 * entries vanish is tried out: each that does takes one degree of freedom from the coefficients,
 * and each that does not must be paid for.
 */
final class Combinations {
  private final Columns columns;
  private final Search search;
  private final Consumer<Found> found;
  private final int[] covered;
  private final boolean[] out;
  private final List<Integer> chosen = new ArrayList<>();
  private final List<Integer> touched = new ArrayList<>();

  /**
   * @param rows that are combined, each {@code times}
   * @param atoms that are left
   * @param values at those atoms, ascending
   */
  record Found(int[] rows, long[] times, BitSet atoms, long[] values) {}

  private Combinations(Columns columns, Search search, Consumer<Found> found) {
    this.columns = columns;
    this.search = search;
    this.found = found;
    this.covered = new int[columns.sizes.length];
    this.out = new boolean[columns.rows.size()];
  }

  /**
   * @param most people that a combination is about
   */
  static void find(Columns columns, int most, Search search, Consumer<Found> found) {
    Combinations all = new Combinations(columns, search, found);
    for (int row = 0; row < columns.rows.size() && !search.isSpent(); row++) {
      all.include(row, most);
      all.out[row] = true;
    }
  }

  private void include(int row, int budget) {
    int left = budget - columns.sizes[columns.pivot(row)];
    if (left < 0) {
      return;
    }
    Row entries = columns.rows.get(row);
    chosen.add(row);
    int before = touched.size();
    for (int at = 1; at < columns.ends[row]; at++) {
      if (covered[entries.places()[at]]++ == 0) {
        touched.add(entries.places()[at]);
      }
    }
    grow(left);
    for (int at = 1; at < columns.ends[row]; at++) {
      covered[entries.places()[at]]--;
    }
    touched.subList(before, touched.size()).clear();
    chosen.removeLast();
  }

  private void grow(int budget) {
    if (!search.step(touched.size() + 1)) {
      return;
    }
    List<Integer> mustStay = touched.stream().filter(atom -> covered[atom] == 1).toList();
    long staying = mustStay.stream().mapToLong(atom -> columns.sizes[atom]).sum();
    if (staying <= budget) {
      solve(budget);
    }
    if (budget == 0) {
      return;
    }
    var candidates = new TreeSet<Integer>();
    long people = 0;
    for (int atom : staying > budget ? mustStay : touched) {
      for (int row : columns.touching[atom]) {
        candidates.add(row);
      }
      people += columns.sizes[atom];
      if (staying > budget && people > budget) {
        break;
      }
    }
    List<Integer> free =
        candidates.stream().filter(row -> !out[row] && !chosen.contains(row)).toList();
    int tried = 0;
    while (tried < free.size() && !search.isSpent()) {
      include(free.get(tried), budget);
      out[free.get(tried++)] = true;
    }
    free.subList(0, tried).forEach(row -> out[row] = false);
  }

  /** Coefficients for the chosen rows with which few enough entries are left. */
  private void solve(int budget) {
    int n = chosen.size();
    List<long[]> free = new ArrayList<>();
    for (int row = 0; row < n; row++) {
      long[] one = new long[n];
      one[row] = 1;
      free.add(one);
    }
    int[] shared = touched.stream().mapToInt(Integer::intValue).toArray();
    decide(shared, 0, budget, free);
  }

  private void decide(int[] atoms, int at, int budget, List<long[]> free) {
    if (free.size() == 1) {
      report(free.getFirst(), budget + paid(atoms, at, free.getFirst()));
      return;
    }
    if (at == atoms.length || !search.step(1)) {
      return;
    }
    long[] entries =
        chosen.stream().mapToLong(row -> columns.rows.get(row).at(atoms[at])).toArray();
    List<long[]> without = vanishing(free, entries);
    if (without == null) {
      decide(atoms, at + 1, budget, free);
      return;
    }
    decide(atoms, at + 1, budget, without);
    if (columns.sizes[atoms[at]] <= budget) {
      decide(atoms, at + 1, budget - columns.sizes[atoms[at]], free);
    }
  }

  /** People already reckoned with among the first atoms whose entry turns out to be 0 or not. */
  private int paid(int[] atoms, int at, long[] times) {
    int people = 0;
    for (int i = 0; i < at; i++) {
      people += entry(atoms[i], times) == 0 ? 0 : columns.sizes[atoms[i]];
    }
    return people;
  }

  private long entry(int atom, long[] times) {
    long sum = 0;
    for (int i = 0; i < times.length; i++) {
      sum =
          PrimeField.plus(
              sum, PrimeField.times(times[i], columns.rows.get(chosen.get(i)).at(atom)));
    }
    return sum;
  }

  /** The combinations of {@code free} with nothing at this atom; null when all have nothing. */
  private static @Nullable List<long[]> vanishing(List<long[]> free, long[] entries) {
    long[] there = free.stream().mapToLong(each -> dot(each, entries)).toArray();
    int pivot = 0;
    while (pivot < there.length && there[pivot] == 0) {
      pivot++;
    }
    if (pivot == there.length) {
      return null;
    }
    List<long[]> left = new ArrayList<>();
    long inverse = PrimeField.inverse(there[pivot]);
    for (int i = 0; i < there.length; i++) {
      if (i != pivot) {
        long times = PrimeField.times(there[i], inverse);
        long[] less = free.get(i).clone();
        for (int j = 0; j < less.length; j++) {
          less[j] = PrimeField.minus(less[j], PrimeField.times(times, free.get(pivot)[j]));
        }
        left.add(less);
      }
    }
    return left;
  }

  private static long dot(long[] one, long[] other) {
    long sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum = PrimeField.plus(sum, PrimeField.times(one[i], other[i]));
    }
    return sum;
  }

  private void report(long[] times, int budget) {
    if (Arrays.stream(times).anyMatch(each -> each == 0)) {
      return;
    }
    BitSet left = new BitSet();
    int people = 0;
    for (int atom : touched) {
      if (entry(atom, times) != 0) {
        left.set(atom);
        people += columns.sizes[atom];
      }
    }
    if (people > budget) {
      return;
    }
    for (int row : chosen) {
      left.set(columns.pivot(row));
    }
    int[] rows = chosen.stream().mapToInt(Integer::intValue).toArray();
    long[] values =
        left.stream()
            .mapToLong(atom -> {
              int pivot = pivotAt(rows, atom);
              return pivot < 0 ? entry(atom, times) : times[pivot];
            })
            .toArray();
    found.accept(new Found(rows, times.clone(), left, values));
  }

  private int pivotAt(int[] rows, int atom) {
    for (int i = 0; i < rows.length; i++) {
      if (columns.pivot(rows[i]) == atom) {
        return i;
      }
    }
    return -1;
  }
}
