package nl.onderstroom.engine.disclosure.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be worked out from figures of a family of groups. The package page says how.
 *
 * @param k fewest people about whom something may be known
 * @param atoms how many sets of people there are who are in exactly the same groups
 * @param exposed every set of fewer than k people that can be worked out and contains no smaller
 *     one, the smallest first
 * @param alone sets of people of whom each stands alone once the others tell their own answers;
 *     those of {@code exposed} not repeated. Empty unless colluders were reckoned with
 * @param isComplete whether the search came to its end; if not, more may be exposed than is listed
 */
public record Audit(
    int k, int atoms, List<Exposure> exposed, List<Exposure> alone, boolean isComplete) {
  /** About a few seconds' worth. */
  public static final long USUAL_WORK = 1_000_000_000L;

  /** With more people telling, everybody is known anyway. */
  public static final int MOST_COLLUDERS = 5;

  public Audit {
    exposed = List.copyOf(exposed);
    alone = List.copyOf(alone);
  }

  /** Proven: no fewer than k people can be set apart, not even by colluders. */
  public boolean isSafe() {
    return isComplete && exposed.isEmpty() && alone.isEmpty();
  }

  /**
   * @param k at least 1
   * @param colluders people who tell their own answers to each other, 0 to {@value #MOST_COLLUDERS}
   * @param work entries that may be looked at before the search is given up
   */
  public static Audit of(Groups groups, int k, int colluders, long work) {
    if (k < 1 || colluders < 0 || colluders > MOST_COLLUDERS) {
      throw new IllegalArgumentException(
          "k = %d and %d colluders; expected at least 1 and 0 to %d"
              .formatted(k, colluders, MOST_COLLUDERS));
    }
    Atoms atoms = Atoms.of(groups);
    Findings findings = new Findings(groups, atoms, new Search(work));
    List<Exposure> exposed = findings.sets(k);
    List<Exposure> alone = colluders == 0 ? List.of() : findings.alone(colluders, exposed);
    return new Audit(k, atoms.size(), exposed, alone, findings.areComplete());
  }

  /** What the searches find, with certificates. */
  private static final class Findings {
    private final Groups groups;
    private final Atoms atoms;
    private final Search search;
    private boolean isUnproven;

    Findings(Groups groups, Atoms atoms, Search search) {
      this.groups = groups;
      this.atoms = atoms;
      this.search = search;
    }

    boolean areComplete() {
      return !search.isSpent() && !isUnproven;
    }

    List<Exposure> sets(int k) {
      List<Row> rows = Echelon.smallRows(atoms, k, search);
      Map<BitSet, int[]> found = new LinkedHashMap<>();
      SmallSets.find(
          new Columns(rows, atoms), k, search, (set, sum) -> found.putIfAbsent(bits(set), sum));
      List<Exposure> exposures = new ArrayList<>();
      for (BitSet set : minimal(found.keySet())) {
        int[] sum = java.util.Objects.requireNonNull(found.get(set));
        long[] once = new long[sum.length];
        Arrays.fill(once, 1);
        long[] ones = new long[set.cardinality()];
        Arrays.fill(ones, 1);
        exposure(Arrays.stream(sum).mapToObj(rows::get).toList(), once, set, ones)
            .ifPresent(exposures::add);
      }
      return sorted(exposures);
    }

    List<Exposure> alone(int colluders, List<Exposure> known) {
      List<Row> rows = Echelon.smallRows(atoms, colluders + 2, search);
      var seen = new java.util.HashSet<List<Integer>>();
      known.forEach(exposure -> seen.add(exposure.people()));
      List<Exposure> exposures = new ArrayList<>();
      Combinations.find(
          new Columns(rows, atoms),
          colluders + 1,
          search,
          found -> {
            if (seen.add(people(found.atoms()))) {
              exposure(
                      Arrays.stream(found.rows()).mapToObj(rows::get).toList(),
                      found.times(),
                      found.atoms(),
                      found.values())
                  .ifPresent(exposures::add);
            }
          });
      return sorted(exposures);
    }

    private Optional<Exposure> exposure(List<Row> rows, long[] times, BitSet set, long[] expected) {
      Optional<List<Exposure.Term>> from =
          Derivation.of(groups, atoms, rows, times, expected, set.stream().toArray());
      isUnproven |= from.isEmpty();
      return from.map(terms -> new Exposure(people(set), terms));
    }

    private List<Integer> people(BitSet set) {
      return set.stream().flatMap(atoms::people).sorted().boxed().toList();
    }

    private static BitSet bits(int[] set) {
      BitSet bits = new BitSet();
      Arrays.stream(set).forEach(bits::set);
      return bits;
    }

    private static List<Exposure> sorted(List<Exposure> exposures) {
      exposures.sort(
          Comparator.comparingInt(Exposure::size)
              .thenComparing(each -> each.people().getFirst())
              .thenComparing(each -> each.people().toString()));
      return exposures;
    }

    /** Those that contain no other. */
    private static List<BitSet> minimal(java.util.Collection<BitSet> sets) {
      Map<Integer, List<BitSet>> byAtom = new java.util.HashMap<>();
      List<BitSet> minimal = new ArrayList<>();
      sets.stream()
          .sorted(Comparator.comparingInt(BitSet::cardinality))
          .forEach(set -> {
            boolean contains =
                set.stream()
                    .boxed()
                    .flatMap(atom -> byAtom.getOrDefault(atom, List.of()).stream())
                    .anyMatch(smaller -> isWithin(smaller, set));
            if (!contains) {
              minimal.add(set);
              byAtom.computeIfAbsent(set.nextSetBit(0), atom -> new ArrayList<>()).add(set);
            }
          });
      return minimal;
    }

    private static boolean isWithin(BitSet smaller, BitSet larger) {
      BitSet rest = (BitSet) smaller.clone();
      rest.andNot(larger);
      return rest.isEmpty();
    }
  }
}
