package nl.onderstroom.engine.disclosure.audit;

import java.util.Arrays;
import java.util.List;

/**
 * Reduced rows with, for every atom that is nobody's pivot, which of them have an entry there. Two
 * rows touch when they do at the same atom.
 */
final class Columns {
  final List<Row> rows;
  final int[] sizes;

  /** Per row, how many of its places are atoms. */
  final int[] ends;

  /** Per atom, rows with an entry there, ascending; of a pivot, none. */
  final int[][] touching;

  Columns(List<Row> rows, Atoms atoms) {
    this.rows = rows;
    this.sizes = atoms.sizes();
    this.ends = rows.stream().mapToInt(row -> row.atoms(atoms.size())).toArray();
    int[] counts = new int[sizes.length];
    each((row, atom) -> counts[atom]++);
    touching = new int[sizes.length][];
    Arrays.setAll(touching, atom -> new int[counts[atom]]);
    Arrays.fill(counts, 0);
    each((row, atom) -> touching[atom][counts[atom]++] = row);
  }

  private interface Entry {
    void at(int row, int atom);
  }

  private void each(Entry entry) {
    for (int row = 0; row < ends.length; row++) {
      for (int at = 1; at < ends[row]; at++) {
        entry.at(row, rows.get(row).places()[at]);
      }
    }
  }

  int pivot(int row) {
    return rows.get(row).pivot();
  }

  /** Entries of a row beside its pivot. */
  int degree(int row) {
    return ends[row] - 1;
  }
}
