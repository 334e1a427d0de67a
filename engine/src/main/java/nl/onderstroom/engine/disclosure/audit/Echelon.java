package nl.onderstroom.engine.disclosure.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The matrix of groups × atoms, reduced: of the reduced rows only those whose pivot is an atom of
 * fewer than k people, since nothing about fewer than k people is made of others. Atoms are
 * numbered from the largest down, so the first entry of a row is its largest atom.
 *
 * <p>Small groups first: then a group above others is reduced to what is left of it, and rows of a
 * tree stay as sparse as they were. Cost for a tree: O(depth × atoms + groups).
 */
final class Echelon {
  private final int atoms;
  private final int firstSmall;
  private final Row[] byPivot;
  private final long[] scratch;
  private final Places places;
  private final Search search;

  private Echelon(Atoms atoms, int groups, int k, Search search) {
    this.search = search;
    this.atoms = atoms.size();
    this.firstSmall = (int) Arrays.stream(atoms.sizes()).takeWhile(size -> size >= k).count();
    this.byPivot = new Row[this.atoms];
    this.scratch = new long[this.atoms + groups];
    this.places = new Places(scratch.length);
  }

  /**
   * Rows by pivot, ascending; no row has an entry at another's pivot. None when the search is spent
   * before they are reduced.
   */
  static List<Row> smallRows(Atoms atoms, int k, Search search) {
    int groups = atoms.ofGroup().length;
    Echelon echelon = new Echelon(atoms, groups, k, search);
    IntStream.range(0, groups)
        .boxed()
        .sorted(Comparator.comparingInt(group -> atoms.ofGroup()[group].length))
        .forEach(group -> echelon.add(atoms.ofGroup()[group], group));
    List<Row> rows = echelon.reduced();
    return search.isSpent() ? List.of() : rows;
  }

  private void add(int[] ofGroup, int group) {
    if (search.isSpent()) {
      return;
    }
    for (int atom : ofGroup) {
      set(atom, 1);
    }
    set(atoms + group, 1);
    for (int place = places.next(0); place < atoms; place = places.next(place + 1)) {
      if (scratch[place] != 0 && byPivot[place] != null && !search.isSpent()) {
        take(byPivot[place], scratch[place]);
      }
    }
    Row row = gather();
    if (row.pivot() < atoms) {
      byPivot[row.pivot()] = row;
    }
  }

  /** From the last pivot up, so that what is taken is reduced itself. */
  private List<Row> reduced() {
    List<Row> rows = new ArrayList<>();
    for (int pivot = atoms - 1; pivot >= firstSmall && !search.isSpent(); pivot--) {
      Row row = byPivot[pivot];
      if (row == null) {
        continue;
      }
      int end = row.atoms(atoms);
      boolean clean = true;
      for (int at = 1; at < end && clean; at++) {
        clean = byPivot[row.places()[at]] == null;
      }
      if (!clean) {
        for (int at = 0; at < row.places().length; at++) {
          set(row.places()[at], row.values()[at]);
        }
        for (int at = 1; at < end; at++) {
          Row other = byPivot[row.places()[at]];
          if (other != null) {
            take(other, scratch[row.places()[at]]);
          }
        }
        row = gather();
        byPivot[pivot] = row;
      }
      rows.add(row);
    }
    return rows.reversed();
  }

  private void set(int place, long value) {
    scratch[place] = value;
    places.add(place);
  }

  private void take(Row row, long times) {
    if (!search.step(row.places().length)) {
      return;
    }
    for (int at = 0; at < row.places().length; at++) {
      int place = row.places()[at];
      scratch[place] = PrimeField.minus(scratch[place], PrimeField.times(times, row.values()[at]));
      places.add(place);
    }
  }

  /** What is in the scratch, with 1 at its pivot; the scratch is empty afterwards. */
  private Row gather() {
    int[] kept = new int[places.size()];
    long[] values = new long[kept.length];
    int count = 0;
    for (int place = places.next(0); place < scratch.length; place = places.next(place + 1)) {
      if (scratch[place] != 0) {
        kept[count] = place;
        values[count++] = scratch[place];
        scratch[place] = 0;
      }
    }
    places.clear();
    if (values[0] != 1) {
      long scale = PrimeField.inverse(values[0]);
      for (int at = 0; at < count; at++) {
        values[at] = PrimeField.times(scale, values[at]);
      }
    }
    return new Row(Arrays.copyOf(kept, count), Arrays.copyOf(values, count));
  }
}
