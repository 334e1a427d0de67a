package nl.onderstroom.engine.disclosure;

import java.util.ArrayList;
import java.util.List;

/** Decides which units of a tree may show one respect. Tests put a broken one in its place. */
interface Rule {
  /** What became of a unit. */
  enum Verdict {
    SHOWN,
    /** It was not a candidate. */
    EXCLUDED,
    /** Its own total is not safe. */
    TOO_LITTLE,
    /** Its total is safe; showing it would let a smaller set be computed. */
    REMAINDER
  }

  /**
   * @param candidates per place, whether the unit may be shown at all
   * @param own per place, what the people attached to it directly add: the respect itself, then any
   *     others that must be safe along with it; everywhere as many
   * @return a verdict per place
   */
  Verdict[] decide(UnitTree tree, boolean[] candidates, List<List<Part>> own);

  /** Per place, what everybody in the unit and below adds up to. */
  static List<List<Part>> totals(UnitTree tree, List<List<Part>> own) {
    List<List<Part>> totals = new ArrayList<>(own);
    for (int place = tree.size() - 1; place > 0; place--) {
      int parent = tree.parent(place);
      totals.set(parent, plus(totals.get(parent), totals.get(place)));
    }
    return totals;
  }

  static List<Part> plus(List<Part> one, List<Part> two) {
    List<Part> sum = new ArrayList<>(one.size());
    for (int i = 0; i < one.size(); i++) {
      sum.add(one.get(i).plus(two.get(i)));
    }
    return sum;
  }
}
