package nl.onderstroom.engine.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Rule R1. The <i>remainder</i> of a shown unit is its people outside its nearest shown
 * descendants; remainders are exactly the smallest sets that a reader can compute from a tree.
 * After the decision every remainder is safe (nobody, or enough people who are not of one mind),
 * and so is every shown total. The top is shown whenever it is a candidate and its total is safe.
 *
 * <p>Among all such decisions this finds the best:
 *
 * <ol>
 *   <li>fewest people who lose the result of their own unit: those attached directly to a unit that
 *       is not shown, counted in the first respect;
 *   <li>then fewest units withheld;
 *   <li>then, as ids settle the order of the tree, always the same one.
 * </ol>
 *
 * <p>Bottom-up, a unit gathers its {@link Options}: for each thing that may lie open toward the
 * nearest shown unit above, the cheapest way to leave that open. A shown unit takes the cheapest
 * whose opening is safe and leaves nothing open; a withheld one leaves open what it has. At the top
 * the best is known, and what was withheld on the way to it.
 *
 * <p>Cost: O(units × s²), with s the options of a unit: at most {@code floor + 1} where only
 * numbers count, some dozens in companies where answers do. Beyond {@value #MOST_OPTIONS} the
 * cheapest are kept, with the one that withholds everything: what is shown then is as safe, and
 * perhaps not the most possible. {@link Outcome#cuts} says how often. Nothing recurses, so depth
 * does not matter.
 */
final class WithholdingRule implements Rule {
  static final int MOST_OPTIONS = 2_000;

  /** So that one person outweighs any number of units. */
  private static final long PERSON = UnitTree.MOST_UNITS + 1L;

  /**
   * @param verdicts per place
   * @param cuts how often options were left out; 0 promises that nothing better exists
   */
  record Outcome(Verdict[] verdicts, int cuts) {}

  @Override
  public Verdict[] decide(UnitTree tree, boolean[] candidates, List<List<Part>> own) {
    return choose(tree, candidates, own, MOST_OPTIONS).verdicts();
  }

  /**
   * @param mostOptions of one unit, 2 or more
   */
  static Outcome choose(
      UnitTree tree, boolean[] candidates, List<List<Part>> own, int mostOptions) {
    Verdict[] verdicts = firstVerdicts(tree, candidates, own);
    List<Options> gathered = new ArrayList<>(tree.size());
    own.forEach(parts -> gathered.add(Options.of(parts)));
    int cuts = 0;
    for (int place = tree.size() - 1; place > 0; place--) {
      Options below = gathered.set(place, null);
      if (verdicts[place] == Verdict.SHOWN) {
        below = below.showing(place, own.get(place).getFirst().n() * PERSON + 1);
      }
      Options together = gathered.get(tree.parent(place)).and(below);
      cuts += together.size() > mostOptions ? 1 : 0;
      gathered.set(tree.parent(place), together.atMost(mostOptions));
    }
    Options top = gathered.getFirst();
    withhold(verdicts[0] == Verdict.SHOWN ? top.cheapestSafe() : top.cheapest(), verdicts);
    return new Outcome(verdicts, cuts);
  }

  private static Verdict[] firstVerdicts(
      UnitTree tree, boolean[] candidates, List<List<Part>> own) {
    List<List<Part>> totals = Rule.totals(tree, own);
    Verdict[] verdicts = new Verdict[tree.size()];
    for (int place = 0; place < verdicts.length; place++) {
      List<Part> total = totals.get(place);
      boolean safe = !total.getFirst().isEmpty() && total.stream().allMatch(Part::isSafe);
      verdicts[place] =
          !candidates[place] ? Verdict.EXCLUDED : safe ? Verdict.SHOWN : Verdict.TOO_LITTLE;
    }
    return verdicts;
  }

  private static void withhold(Options.Option best, Verdict[] verdicts) {
    Deque<Options.Option> toVisit = new ArrayDeque<>(List.of(best));
    while (!toVisit.isEmpty()) {
      Options.Option option = toVisit.pop();
      if (option.withheld() != UnitTree.NONE) {
        verdicts[option.withheld()] = Verdict.REMAINDER;
      }
      option.from().forEach(toVisit::push);
    }
  }
}
