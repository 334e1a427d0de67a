package nl.onderstroom.engine.disclosure.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a set of atoms is worked out from groups; made only when it was recomputed exactly. */
final class Derivation {
  /** Numerators over a common denominator stay far within a long up to this. */
  private static final long MOST = 1L << 40;

  private Derivation() {}

  /**
   * @param rows whose sum it is, each so many times
   * @param times modulo the prime, one a row
   * @return empty when the fractions are too large to be recomputed
   */
  static Optional<List<Exposure.Term>> of(
      Groups groups, Atoms atoms, List<Row> rows, long[] times, long[] expected, int[] at) {
    long[] sum = new long[groups.size()];
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      for (int place = row.atoms(atoms.size()); place < row.places().length; place++) {
        int group = row.places()[place] - atoms.size();
        sum[group] = PrimeField.plus(sum[group], PrimeField.times(times[i], row.values()[place]));
      }
    }
    List<Exposure.Term> terms = new ArrayList<>();
    List<Integer> used = new ArrayList<>();
    for (int group = 0; group < sum.length; group++) {
      if (sum[group] != 0) {
        terms.add(new Exposure.Term(groups.names().get(group), PrimeField.fraction(sum[group])));
        used.add(group);
      }
    }
    return holds(atoms, terms, used, expected, at) ? Optional.of(terms) : Optional.empty();
  }

  private static boolean holds(
      Atoms atoms, List<Exposure.Term> terms, List<Integer> used, long[] expected, int[] at) {
    long common = 1;
    for (Exposure.Term term : terms) {
      long denominator = term.coefficient().denominator();
      if (denominator == 0) {
        return false;
      }
      common = common / gcd(common, denominator) * denominator;
      if (common > MOST || Math.abs(term.coefficient().numerator()) > MOST / common) {
        return false;
      }
    }
    long[] sum = new long[atoms.size()];
    for (int i = 0; i < terms.size(); i++) {
      Fraction coefficient = terms.get(i).coefficient();
      long part = coefficient.numerator() * (common / coefficient.denominator());
      for (int atom : atoms.ofGroup()[used.get(i)]) {
        sum[atom] = Math.addExact(sum[atom], part);
      }
    }
    for (int i = 0; i < at.length; i++) {
      // What is expected is known modulo the prime only.
      if (sum[at[i]] == 0
          || PrimeField.times(PrimeField.of(common), expected[i]) != PrimeField.of(sum[at[i]])) {
        return false;
      }
      sum[at[i]] = 0;
    }
    return Arrays.stream(sum).allMatch(each -> each == 0);
  }

  private static long gcd(long one, long other) {
    return other == 0 ? one : gcd(other, one % other);
  }
}
