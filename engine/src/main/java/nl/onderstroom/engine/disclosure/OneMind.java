package nl.onderstroom.engine.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import nl.onderstroom.engine.disclosure.audit.RowSpace;
import nl.onderstroom.engine.summary.Answers;

/**
 * Rule R4 where there are cuts: whether a set of people of one mind could be worked out from what
 * is shown of units and cuts together.
 *
 * <p>People in exactly the same groups are an <i>atom</i>. Answers that are varied stay varied when
 * people are added, so a set of one mind holds no varied atom: it is a sum of figures in which
 * every varied atom counts for nothing. In such a sum let each cut count α times; two atoms of one
 * remainder of the tree differ only by their cuts, so two varied ones say that their cuts' α add up
 * to the same. If from these equations it follows that <i>all</i> atoms of each remainder count
 * alike, then the sum is one of whole remainders, about which the tree has been decided. If it does
 * not follow, there may be such a set, and that is answered with no: the rule is sufficient, not
 * necessary.
 *
 * <p>Cost: O(atoms × cuts²).
 */
final class OneMind {
  private final Family family;
  private final IntPredicate isShown;
  private final List<String> cuts;

  OneMind(Family family, IntPredicate isShown, List<String> cuts) {
    this.family = family;
    this.isShown = isShown;
    this.cuts = List.copyOf(cuts);
  }

  /** An atom: the nearest shown unit and the shown cuts that its people are in. */
  private record Place(int unit, List<String> cuts) {}

  boolean isRuledOut(CutRule.Respect respect) {
    Map<Integer, Map<List<String>, List<Answers>>> remainders = new HashMap<>();
    for (Family.Cell cell : family.cells()) {
      List<Answers> own = respect.said().apply(cell);
      if (respect.people().applyAsLong(cell) > 0) {
        Place place = place(cell);
        remainders
            .computeIfAbsent(place.unit(), unit -> new HashMap<>())
            .merge(place.cuts(), own, OneMind::plus);
      }
    }
    RowSpace known = new RowSpace();
    List<int[]> wanted = new ArrayList<>();
    remainders.forEach((unit, atoms) -> gather(unit, atoms, known, wanted));
    return wanted.stream().allMatch(known::contains);
  }

  private void gather(
      int unit, Map<List<String>, List<Answers>> atoms, RowSpace known, List<int[]> wanted) {
    // People in no shown unit count for nothing but in cuts.
    int[] reference = unit == UnitTree.NONE ? new int[cuts.size()] : reference(atoms);
    atoms.forEach((cutsOfAtom, said) -> {
      int[] difference = row(cutsOfAtom);
      for (int cut = 0; cut < difference.length; cut++) {
        difference[cut] -= reference[cut];
      }
      if (Sameness.isVaried(said)) {
        known.add(difference);
      } else {
        wanted.add(difference);
      }
    });
  }

  /** A varied atom, if there is one: what the others are held against. */
  private int[] reference(Map<List<String>, List<Answers>> atoms) {
    return atoms.entrySet().stream()
        .filter(atom -> Sameness.isVaried(atom.getValue()))
        .findFirst()
        .or(() -> atoms.entrySet().stream().findFirst())
        .map(atom -> row(atom.getKey()))
        .orElseThrow();
  }

  private Place place(Family.Cell cell) {
    int unit = cell.place();
    while (unit != UnitTree.NONE && !isShown.test(unit)) {
      unit = family.tree().parent(unit);
    }
    return new Place(unit, cuts.stream().filter(cell.cuts()::contains).toList());
  }

  private int[] row(List<String> cutsOfAtom) {
    return cuts.stream().mapToInt(cut -> cutsOfAtom.contains(cut) ? 1 : 0).toArray();
  }

  private static List<Answers> plus(List<Answers> one, List<Answers> other) {
    List<Answers> sum = new ArrayList<>(one.size());
    for (int i = 0; i < one.size(); i++) {
      sum.add(one.get(i).merge(other.get(i)));
    }
    return sum;
  }
}
