package nl.onderstroom.engine.disclosure;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import nl.onderstroom.engine.summary.Histogram;

/**
 * After it no set of fewer people than the floor for distributions has its counts pinned down: of
 * each that has, a unit that borders on it is hidden, the one with the fewest answers, so that the
 * set becomes part of a larger one. Remainders only grow, so what was safe stays safe. Seldom
 * needed: it does not look for the least loss.
 */
final class PinnedRule {
  private final UnitTree tree;
  private final int floor;

  /**
   * @param floor for distributions
   */
  PinnedRule(UnitTree tree, int floor) {
    this.tree = tree;
    this.floor = floor;
  }

  /**
   * @param own per question that must be shown or hidden together with the others, per place, the
   *     answers of those attached to it
   * @param numbers per place, whether the means are shown; hidden ones are taken out
   * @param distributions per question and place, whether counts are shown; likewise
   * @return places that were taken out
   */
  SortedSet<Integer> hide(
      List<List<Histogram>> own, boolean[] numbers, List<boolean[]> distributions) {
    SortedSet<Integer> hidden = new TreeSet<>();
    boolean isOpen = false;
    while (!isOpen) {
      isOpen = true;
      for (int question = 0; question < own.size(); question++) {
        Pieces pieces = Pieces.of(tree, own.get(question), numbers, distributions.get(question));
        long[] totals = totals(own.get(question));
        for (List<Integer> block : pieces.pinned(floor)) {
          // Another block of this round may have taken it out.
          least(block, numbers, totals)
              .ifPresent(place -> {
                numbers[place] = false;
                distributions.forEach(shown -> shown[place] = false);
                hidden.add(place);
              });
          isOpen = false;
        }
      }
    }
    return hidden;
  }

  /** Of the units whose remainders these are, and those shown next below them. */
  private Optional<Integer> least(List<Integer> block, boolean[] numbers, long[] totals) {
    int[] owners = Pieces.nearest(tree, numbers);
    return IntStream.range(0, tree.size())
        .filter(place -> numbers[place])
        .filter(place -> block.contains(place) || borders(place, block, owners))
        .boxed()
        .min(Comparator.comparingLong(place -> totals[place]));
  }

  private boolean borders(int place, List<Integer> block, int[] owners) {
    return place > 0 && block.contains(owners[tree.parent(place)]);
  }

  private long[] totals(List<Histogram> own) {
    long[] totals = own.stream().mapToLong(Histogram::n).toArray();
    for (int place = totals.length - 1; place > 0; place--) {
      totals[tree.parent(place)] += totals[place];
    }
    return totals;
  }
}
