package nl.onderstroom.engine.disclosure.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The cheapest choice of places that has one of each set. Sets that share no place, directly or
 * through others, are decided apart; within each part by branch and bound, so long as that takes
 * fewer than {@value #MOST_NODES} nodes, and else greedily.
 *
 * @param chosen the places
 * @param bound no choice costs less
 */
record HittingSet(BitSet chosen, long bound) {
  private static final int MOST_NODES = 2_000;

  /**
   * @param sets none empty
   * @param costs above 0
   */
  static HittingSet of(List<BitSet> sets, long[] costs) {
    BitSet chosen = new BitSet();
    long bound = 0;
    for (List<BitSet> part : parts(sets, costs.length)) {
      Part solved = new Part(part, costs);
      solved.run();
      chosen.or(solved.best);
      bound += solved.bound;
    }
    return new HittingSet(chosen, bound);
  }

  private static List<List<BitSet>> parts(List<BitSet> sets, int places) {
    int[] parent = new int[places];
    Arrays.setAll(parent, at -> at);
    for (BitSet set : sets) {
      int first = root(parent, set.nextSetBit(0));
      set.stream().forEach(place -> parent[root(parent, place)] = first);
    }
    Map<Integer, List<BitSet>> parts = new LinkedHashMap<>();
    for (BitSet set : sets) {
      parts.computeIfAbsent(root(parent, set.nextSetBit(0)), any -> new ArrayList<>()).add(set);
    }
    return List.copyOf(parts.values());
  }

  private static int root(int[] parent, int place) {
    int at = place;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** Branch and bound on sets that hang together. */
  private static final class Part {
    private final List<BitSet> sets;
    private final long[] costs;
    private BitSet best = new BitSet();
    private long bestCost;
    private long bound;
    private int nodes;

    Part(List<BitSet> sets, long[] costs) {
      this.sets =
          sets.stream().distinct().sorted(Comparator.comparingInt(BitSet::cardinality)).toList();
      this.costs = costs;
    }

    void run() {
      greedy();
      bound = packing(sets, new BitSet());
      branch(sets, new BitSet(), new BitSet(), 0);
      if (nodes <= MOST_NODES) {
        bound = bestCost;
      }
    }

    private void greedy() {
      List<BitSet> open = new ArrayList<>(sets);
      while (!open.isEmpty()) {
        Map<Integer, Integer> hits = new LinkedHashMap<>();
        open.forEach(set -> set.stream().forEach(place -> hits.merge(place, 1, Integer::sum)));
        int next =
            hits.keySet().stream()
                .min(
                    Comparator.comparingDouble(
                            (Integer place) -> (double) costs[place] / hits.getOrDefault(place, 1))
                        .thenComparingInt(place -> place))
                .orElseThrow();
        best.set(next);
        bestCost += costs[next];
        open.removeIf(set -> set.get(next));
      }
    }

    /** What sets that share no place cost together at the least. */
    private long packing(List<BitSet> open, BitSet excluded) {
      BitSet used = new BitSet();
      long sum = 0;
      for (BitSet set : open) {
        if (!set.intersects(used)) {
          used.or(set);
          long least =
              set.stream()
                  .filter(place -> !excluded.get(place))
                  .mapToLong(place -> costs[place])
                  .min()
                  .orElse(Long.MAX_VALUE / 4);
          sum += least;
        }
      }
      return sum;
    }

    private void branch(List<BitSet> open, BitSet chosen, BitSet excluded, long cost) {
      if (open.isEmpty()) {
        if (cost < bestCost) {
          best = (BitSet) chosen.clone();
          bestCost = cost;
        }
        return;
      }
      if (++nodes > MOST_NODES || cost + packing(open, excluded) >= bestCost) {
        return;
      }
      BitSet set = open.getFirst();
      List<Integer> places =
          set.stream()
              .filter(place -> !excluded.get(place))
              .boxed()
              .sorted(
                  Comparator.<Integer>comparingLong(place -> costs[place])
                      .thenComparingInt(place -> place))
              .toList();
      BitSet now = (BitSet) excluded.clone();
      for (int place : places) {
        chosen.set(place);
        branch(
            open.stream().filter(each -> !each.get(place)).toList(),
            chosen,
            now,
            cost + costs[place]);
        chosen.clear(place);
        now = (BitSet) now.clone();
        now.set(place);
      }
    }
  }
}
