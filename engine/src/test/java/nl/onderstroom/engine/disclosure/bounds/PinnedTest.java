package nl.onderstroom.engine.disclosure.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Beside every table of whole numbers there is. */
class PinnedTest {
  private static final int TRIALS = 3_000;

  @Test
  void nothingIsCalledOpenThatHasOnePossibilityOnly() {
    var random = new Random(20261126);
    int reported = 0;
    int stricter = 0;
    int open = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      List<long[]> pieces = pieces(random, 1 + random.nextInt(4), 2 + random.nextInt(4));
      int floor = 3 + random.nextInt(6);
      Set<List<Integer>> truth = pinnedSets(pieces, floor, new Tables(pieces, true).all);
      List<Pinned> found = Pinned.within(pieces, floor);
      Set<Integer> inFound = new HashSet<>();
      found.forEach(block -> inFound.addAll(block.pieces()));
      for (List<Integer> set : truth) {
        assertThat(inFound).as("trial %d: %s is pinned down", trial, set).containsAll(set);
      }
      reported += found.size();
      stricter += (int) found.stream().filter(block -> !truth.contains(block.pieces())).count();
      open += found.isEmpty() ? 1 : 0;
    }
    assertThat(open).as("families in which nothing is reported").isGreaterThan(TRIALS / 10);
    assertThat(reported).isGreaterThan(TRIALS / 10);
    assertThat(stricter).as("of %d reported, open by a trade of three", reported).isLessThan(30);
  }

  @Test
  void aMeanAloneLeavesMoreThanOnePossibilityWhereAtLeastTwoDiffer() {
    var random = new Random(7);
    for (int trial = 0; trial < TRIALS; trial++) {
      List<long[]> pieces = pieces(random, 1, 2 + random.nextInt(4));
      boolean isPinned = pinnedSets(pieces, 10, new Tables(pieces, false).all).size() == 1;
      assertThat(Pinned.alone(pieces, 10)).hasSize(isPinned ? 1 : 0);
      long[] piece = pieces.getFirst();
      long commonest = Arrays.stream(piece).max().orElse(0);
      if (piece.length > 2 && Arrays.stream(piece).sum() - commonest >= 2) {
        assertThat(isPinned).as("%s", Arrays.toString(piece)).isFalse();
      }
    }
  }

  @Test
  void wideScalesAreNoBurden() {
    long[] one = new long[2_001];
    long[] other = new long[2_001];
    Arrays.fill(one, 0, 4, 2);
    Arrays.fill(other, 1_990, 1_995, 1);
    assertThat(Trade.isPossible(one, other)).isFalse();
    assertThat(Trade.isPossible(one)).isTrue();
  }

  private static List<long[]> pieces(Random random, int number, int levels) {
    List<long[]> pieces = new ArrayList<>();
    int used = 1 + random.nextInt(levels);
    for (int i = 0; i < number; i++) {
      long[] piece = new long[levels];
      int people = 1 + random.nextInt(number == 4 ? 4 : 6);
      for (int person = 0; person < people; person++) {
        piece[levels - 1 - random.nextInt(used)]++;
      }
      pieces.add(piece);
    }
    return pieces;
  }

  /** Unions of fewer people than the floor that have the same counts in every table. */
  private static Set<List<Integer>> pinnedSets(
      List<long[]> pieces, int floor, List<List<long[]>> tables) {
    Set<List<Integer>> pinned = new HashSet<>();
    for (int bits = 1; bits < 1 << pieces.size(); bits++) {
      int set = bits;
      List<Integer> union =
          IntStream.range(0, pieces.size()).filter(i -> (set >> i & 1) == 1).boxed().toList();
      long[] real = sum(union, pieces);
      if (Arrays.stream(real).sum() < floor
          && tables.stream().allMatch(table -> Arrays.equals(sum(union, table), real))) {
        pinned.add(union);
      }
    }
    return pinned;
  }

  private static long[] sum(List<Integer> union, List<long[]> table) {
    long[] sum = new long[table.getFirst().length];
    union.forEach(piece -> Arrays.setAll(sum, level -> sum[level] + table.get(piece)[level]));
    return sum;
  }

  /** Every table with the same numbers and sums and, perhaps, the same counts in all. */
  private static final class Tables {
    final List<List<long[]>> all = new ArrayList<>();
    private final List<long[]> pieces;
    private final long[] left;
    private final boolean isHistogramKnown;

    Tables(List<long[]> pieces, boolean isHistogramKnown) {
      this.pieces = pieces;
      this.isHistogramKnown = isHistogramKnown;
      this.left = sum(IntStream.range(0, pieces.size()).boxed().toList(), pieces);
      if (!isHistogramKnown) {
        Arrays.fill(left, Long.MAX_VALUE / 2);
      }
      fill(new ArrayList<>());
    }

    private void fill(List<long[]> done) {
      if (done.size() == pieces.size()) {
        if (!isHistogramKnown || Arrays.stream(left).allMatch(none -> none == 0)) {
          all.add(List.copyOf(done));
        }
        return;
      }
      long[] real = pieces.get(done.size());
      choose(done, new long[real.length], 0, Arrays.stream(real).sum(), weighted(real));
    }

    private void choose(List<long[]> done, long[] piece, int level, long people, long sum) {
      if (level == piece.length) {
        if (people == 0 && sum == 0) {
          Arrays.setAll(left, each -> left[each] - piece[each]);
          done.add(piece.clone());
          fill(done);
          done.removeLast();
          Arrays.setAll(left, each -> left[each] + piece[each]);
        }
        return;
      }
      long most = Math.min(people, left[level]);
      for (long count = 0; count <= most && sum >= level * count; count++) {
        piece[level] = count;
        choose(done, piece, level + 1, people - count, sum - level * count);
      }
      piece[level] = 0;
    }

    private static long weighted(long[] counts) {
      return IntStream.range(0, counts.length).mapToLong(level -> level * counts[level]).sum();
    }
  }
}
