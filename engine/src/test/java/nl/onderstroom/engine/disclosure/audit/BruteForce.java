package nl.onderstroom.engine.disclosure.audit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What can be worked out, by trying every set of people; exact, in whole numbers. */
final class BruteForce {
  private final List<List<Integer>> atoms;
  private final BigInteger[][] matrix;

  BruteForce(Groups groups) {
    Map<List<Boolean>, List<Integer>> bySignature = new java.util.LinkedHashMap<>();
    for (int person = 0; person < groups.people(); person++) {
      int who = person;
      List<Boolean> signature =
          groups.members().stream()
              .map(members -> IntStream.of(members).anyMatch(each -> each == who))
              .toList();
      if (signature.contains(true)) {
        bySignature.computeIfAbsent(signature, any -> new ArrayList<>()).add(person);
      }
    }
    atoms = List.copyOf(bySignature.values());
    List<List<Boolean>> signatures = List.copyOf(bySignature.keySet());
    matrix = new BigInteger[groups.size()][atoms.size()];
    for (int group = 0; group < matrix.length; group++) {
      for (int atom = 0; atom < atoms.size(); atom++) {
        matrix[group][atom] = signatures.get(atom).get(group) ? BigInteger.ONE : BigInteger.ZERO;
      }
    }
  }

  int atoms() {
    return atoms.size();
  }

  /** Sets of fewer than k people that are a sum of figures, and contain no smaller such set. */
  Set<Set<Integer>> exposed(int k) {
    int rank = rank(matrix);
    return minimal(k - 1, chosen -> rank(with(indicator(chosen))) == rank);
  }

  /** Sets of at most so many people of whom some combination is known, and of no fewer of them. */
  Set<Set<Integer>> combined(int most) {
    int rank = rank(matrix);
    return minimal(most, chosen -> rank(without(chosen)) < rank);
  }

  private Set<Set<Integer>> minimal(int most, java.util.function.Predicate<BitSet> isKnown) {
    Map<Integer, List<BitSet>> bySize = new TreeMap<>();
    subsets(0, most, new BitSet(), bySize);
    List<BitSet> minimal = new ArrayList<>();
    bySize.values().stream()
        .flatMap(List::stream)
        .filter(set -> minimal.stream().noneMatch(smaller -> smaller.stream().allMatch(set::get)))
        .forEach(set -> {
          if (isKnown.test(set)) {
            minimal.add(set);
          }
        });
    Set<Set<Integer>> people = new HashSet<>();
    for (BitSet set : minimal) {
      Set<Integer> all = new HashSet<>();
      set.stream().forEach(atom -> all.addAll(atoms.get(atom)));
      people.add(all);
    }
    return people;
  }

  private void subsets(int from, int left, BitSet chosen, Map<Integer, List<BitSet>> bySize) {
    if (!chosen.isEmpty()) {
      bySize
          .computeIfAbsent(chosen.cardinality(), any -> new ArrayList<>())
          .add((BitSet) chosen.clone());
    }
    for (int atom = from; atom < atoms.size(); atom++) {
      if (atoms.get(atom).size() <= left) {
        chosen.set(atom);
        subsets(atom + 1, left - atoms.get(atom).size(), chosen, bySize);
        chosen.clear(atom);
      }
    }
  }

  private BigInteger[] indicator(BitSet chosen) {
    BigInteger[] row = new BigInteger[atoms.size()];
    Arrays.setAll(row, atom -> chosen.get(atom) ? BigInteger.ONE : BigInteger.ZERO);
    return row;
  }

  private BigInteger[][] with(BigInteger[] row) {
    BigInteger[][] more = Arrays.copyOf(matrix, matrix.length + 1);
    more[matrix.length] = row;
    return more;
  }

  private BigInteger[][] without(BitSet chosen) {
    return Arrays.stream(matrix)
        .map(row ->
            IntStream.range(0, row.length)
                .filter(atom -> !chosen.get(atom))
                .mapToObj(atom -> row[atom])
                .toArray(BigInteger[]::new))
        .toArray(BigInteger[][]::new);
  }

  /** By elimination without fractions. */
  private static int rank(BigInteger[][] given) {
    BigInteger[][] rows =
        Arrays.stream(given).map(BigInteger[]::clone).toArray(BigInteger[][]::new);
    int rank = 0;
    int columns = rows.length == 0 ? 0 : rows[0].length;
    for (int column = 0; column < columns && rank < rows.length; column++) {
      int pivot = rank;
      while (pivot < rows.length && rows[pivot][column].signum() == 0) {
        pivot++;
      }
      if (pivot == rows.length) {
        continue;
      }
      BigInteger[] top = rows[pivot];
      rows[pivot] = rows[rank];
      rows[rank] = top;
      for (int row = rank + 1; row < rows.length; row++) {
        BigInteger times = rows[row][column];
        for (int at = column; at < columns; at++) {
          rows[row][at] = rows[row][at].multiply(top[column]).subtract(top[at].multiply(times));
        }
      }
      rank++;
    }
    return rank;
  }
}
