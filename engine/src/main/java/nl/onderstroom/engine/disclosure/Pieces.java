package nl.onderstroom.engine.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import nl.onderstroom.engine.disclosure.bounds.Pinned;
import nl.onderstroom.engine.summary.Answers;
import nl.onderstroom.engine.summary.Histogram;

/**
 * The pieces into which what is shown of a question with levels cuts those who answered it: the
 * remainders of the units that show a mean, or more. Where counts are shown as well, several pieces
 * together have a known histogram.
 *
 * @param areas pieces of which the histogram together is known
 * @param alone pieces of which it is not
 */
record Pieces(List<List<Pieces.Piece>> areas, List<Pieces.Piece> alone) {
  /**
   * @param place of the unit whose remainder it is
   */
  record Piece(int place, Histogram answers) {}

  /**
   * @param own per place, the answers of those attached to it directly
   * @param numbers per place, whether the mean is shown
   * @param distributions per place, whether counts are shown; only where the mean is
   */
  static Pieces of(UnitTree tree, List<Histogram> own, boolean[] numbers, boolean[] distributions) {
    int[] areas = nearest(tree, distributions);
    SortedMap<Integer, List<Piece>> byArea = new TreeMap<>();
    remainders(tree, own, numbers, Histogram::merge)
        .forEach((place, answers) ->
            byArea
                .computeIfAbsent(areas[place], area -> new ArrayList<>())
                .add(new Piece(place, answers)));
    List<Piece> alone = byArea.getOrDefault(UnitTree.NONE, List.of());
    byArea.remove(UnitTree.NONE);
    return new Pieces(List.copyOf(byArea.values()), alone);
  }

  /** Per shown unit, what was said by those in its remainder, where there is anybody. */
  static <T extends Answers> SortedMap<Integer, T> remainders(
      UnitTree tree, List<T> own, boolean[] shown, BinaryOperator<T> merge) {
    int[] owners = nearest(tree, shown);
    SortedMap<Integer, T> remainders = new TreeMap<>();
    for (int place = 0; place < tree.size(); place++) {
      if (owners[place] != UnitTree.NONE && own.get(place).n() > 0) {
        remainders.merge(owners[place], own.get(place), merge);
      }
    }
    return remainders;
  }

  List<Piece> all() {
    List<Piece> all = new ArrayList<>(alone);
    areas.forEach(all::addAll);
    return all;
  }

  /**
   * Blocks of pieces with fewer people than the floor whose counts could be no others.
   *
   * @return places
   */
  List<List<Integer>> pinned(int floor) {
    List<List<Integer>> found = new ArrayList<>();
    for (List<Piece> area : areas) {
      Pinned.within(counts(area), floor).forEach(block -> found.add(places(block, area)));
    }
    Pinned.alone(counts(alone), floor).forEach(block -> found.add(places(block, alone)));
    return found;
  }

  /** Per place, itself or the nearest unit above of those that are meant. */
  static int[] nearest(UnitTree tree, boolean[] meant) {
    int[] nearest = new int[tree.size()];
    Arrays.setAll(
        nearest,
        place -> meant[place] ? place : place == 0 ? UnitTree.NONE : nearest[tree.parent(place)]);
    return nearest;
  }

  private static List<Integer> places(Pinned block, List<Piece> of) {
    return block.pieces().stream().map(piece -> of.get(piece).place()).toList();
  }

  private static List<long[]> counts(List<Piece> pieces) {
    return pieces.stream().map(piece -> counts(piece.answers())).toList();
  }

  private static long[] counts(Histogram answers) {
    long[] counts = new long[answers.max() - answers.min() + 1];
    Arrays.setAll(counts, level -> answers.count(answers.min() + level));
    return counts;
  }
}
