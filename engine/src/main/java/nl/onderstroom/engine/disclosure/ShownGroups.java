package nl.onderstroom.engine.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToLongFunction;
import nl.onderstroom.engine.disclosure.audit.Groups;

/**
 * The groups of one respect of which something is shown, with people in them, as audits take it.
 */
final class ShownGroups {
  private ShownGroups() {}

  /**
   * @param isShown of each place in the tree
   * @param cuts that are shown
   * @param people of a cell who count in this respect
   * @param floor more people than this of one cell do not matter, and are left out
   */
  static Groups of(
      Family family,
      IntPredicate isShown,
      Collection<String> cuts,
      ToLongFunction<Family.Cell> people,
      int floor) {
    UnitTree tree = family.tree();
    List<List<Integer>> inUnit = lists(tree.size());
    List<String> cutNames = List.copyOf(cuts);
    List<List<Integer>> inCut = lists(cutNames.size());
    int everybody = 0;
    for (Family.Cell cell : family.cells()) {
      int end = everybody + (int) Math.min(floor, people.applyAsLong(cell));
      for (int place = cell.place(); place != UnitTree.NONE; place = tree.parent(place)) {
        if (isShown.test(place)) {
          add(everybody, end, inUnit.get(place));
        }
      }
      for (int cut = 0; cut < cutNames.size(); cut++) {
        if (cell.cuts().contains(cutNames.get(cut))) {
          add(everybody, end, inCut.get(cut));
        }
      }
      everybody = end;
    }
    List<String> names = new ArrayList<>();
    List<int[]> members = new ArrayList<>();
    for (int place = 0; place < tree.size(); place++) {
      if (isShown.test(place)) {
        names.add("unit " + tree.id(place));
        members.add(ints(inUnit.get(place)));
      }
    }
    for (int cut = 0; cut < cutNames.size(); cut++) {
      names.add("cut " + cutNames.get(cut));
      members.add(ints(inCut.get(cut)));
    }
    return new Groups(names, members, everybody);
  }

  private static List<List<Integer>> lists(int size) {
    List<List<Integer>> lists = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      lists.add(new ArrayList<>());
    }
    return lists;
  }

  private static void add(int from, int to, List<Integer> people) {
    for (int person = from; person < to; person++) {
      people.add(person);
    }
  }

  private static int[] ints(List<Integer> people) {
    return people.stream().mapToInt(Integer::intValue).toArray();
  }
}
