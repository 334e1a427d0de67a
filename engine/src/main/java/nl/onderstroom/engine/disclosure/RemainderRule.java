package nl.onderstroom.engine.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Rule R1. The <i>remainder</i> of a shown unit is its people outside its nearest shown
 * descendants; remainders are exactly the smallest sets that a reader can compute from a tree.
 * After the decision every remainder is safe (nobody, or enough people who are not of one mind),
 * and so is every shown total.
 *
 * <p>One pass, bottom-up. At a unit v:
 *
 * <ol>
 *   <li>If v is no candidate or its total is not safe, v is withheld; its remainder becomes part of
 *       its parent's.
 *   <li>Else v is shown. If its remainder is not safe, units below it are withheld until it is: the
 *       cheapest <i>chain</i>, from a nearest shown descendant d downward. If d's remainder is
 *       filled, the chain is d alone, whose remainder (enough) joins that of v; if it is empty, the
 *       chain is d and the cheapest chain below d. The cost of a chain is the sum of the totals of
 *       its units: how often somebody loses the figure of a unit they belong to. On equal cost the
 *       first in tree order.
 * </ol>
 *
 * The unsafe remainder of v thus costs the smallest units near it, and never v itself or those
 * above: the top is shown whenever its total is safe. A chain exists because v's total is safe and
 * its remainder is not. Where a unit must be safe in several respects, each unsafe one gets its
 * chain; a chain never makes another respect unsafe, since what it adds is empty or enough.
 *
 * <p>Cost: O(units) for one respect, plus the handing up of lists through withheld units, at worst
 * O(units × depth). Fewest units withheld is not promised: an exact optimum needs a search.
 */
final class RemainderRule implements Rule {
  @Override
  public Verdict[] decide(UnitTree tree, boolean[] candidates, List<List<Part>> own) {
    return new Pass(tree, candidates, own).run();
  }

  /** The state of one pass; arrays are by place. */
  private static final class Pass {
    private static final long IMPOSSIBLE = Long.MAX_VALUE;

    private final UnitTree tree;
    private final boolean[] candidates;
    private final List<List<Part>> totals;
    private final List<List<Part>> remainders;
    private final List<List<Integer>> nearestShown = new ArrayList<>();
    private final Verdict[] verdicts;
    private final int respects;
    // Per respect: the cost of the cheapest chain from this unit, and the next unit of that chain.
    private final long[][] costs;
    private final int[][] nexts;

    Pass(UnitTree tree, boolean[] candidates, List<List<Part>> own) {
      this.tree = tree;
      this.candidates = candidates;
      this.totals = Rule.totals(tree, own);
      this.remainders = new ArrayList<>(own);
      this.respects = own.getFirst().size();
      this.verdicts = new Verdict[tree.size()];
      this.costs = new long[tree.size()][respects];
      this.nexts = new int[tree.size()][respects];
      for (int place = 0; place < tree.size(); place++) {
        nearestShown.add(new ArrayList<>());
      }
    }

    Verdict[] run() {
      for (int place = tree.size() - 1; place >= 0; place--) {
        settle(place);
      }
      return verdicts;
    }

    private void settle(int unit) {
      int parent = tree.parent(unit);
      verdicts[unit] = firstVerdict(unit);
      if (verdicts[unit] == Verdict.SHOWN) {
        for (int respect = 0; respect < respects; respect++) {
          if (!remainders.get(unit).get(respect).isSafe()) {
            withholdChain(unit, respect);
          }
        }
        for (int respect = 0; respect < respects; respect++) {
          price(unit, respect);
        }
        if (parent != UnitTree.NONE) {
          nearestShown.get(parent).add(unit);
        }
      } else if (parent != UnitTree.NONE) {
        remainders.set(parent, Rule.plus(remainders.get(parent), remainders.get(unit)));
        nearestShown.get(parent).addAll(nearestShown.get(unit));
      }
    }

    private Verdict firstVerdict(int unit) {
      if (!candidates[unit]) {
        return Verdict.EXCLUDED;
      }
      List<Part> total = totals.get(unit);
      boolean safe = !total.getFirst().isEmpty() && total.stream().allMatch(Part::isSafe);
      return safe ? Verdict.SHOWN : Verdict.TOO_LITTLE;
    }

    private void withholdChain(int unit, int respect) {
      int next = cheapest(unit, respect);
      boolean filled = false;
      while (!filled) {
        filled = !remainders.get(next).get(respect).isEmpty();
        int withheld = next;
        next = nexts[withheld][respect];
        verdicts[withheld] = Verdict.REMAINDER;
        remainders.set(unit, Rule.plus(remainders.get(unit), remainders.get(withheld)));
        nearestShown.get(unit).remove(Integer.valueOf(withheld));
        nearestShown.get(unit).addAll(nearestShown.get(withheld));
      }
    }

    private void price(int unit, int respect) {
      long total = totals.get(unit).getFirst().n();
      if (!remainders.get(unit).get(respect).isEmpty()) {
        costs[unit][respect] = total;
        return;
      }
      boolean none = nearestShown.get(unit).stream().allMatch(u -> costs[u][respect] == IMPOSSIBLE);
      nexts[unit][respect] = none ? UnitTree.NONE : cheapest(unit, respect);
      costs[unit][respect] = none ? IMPOSSIBLE : total + costs[nexts[unit][respect]][respect];
    }

    private int cheapest(int unit, int respect) {
      return nearestShown.get(unit).stream()
          .min(Comparator.comparingLong((Integer u) -> costs[u][respect]).thenComparing(u -> u))
          .orElseThrow();
    }
  }
}
