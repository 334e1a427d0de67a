package nl.onderstroom.engine.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Tries every set of units, from the cheapest up. Shares nothing with how the gate decides. */
final class ExhaustiveRule implements Rule {
  /** What a decision takes away: people without the result of their own unit, then units. */
  record Loss(long people, long units) implements Comparable<Loss> {
    @Override
    public int compareTo(Loss other) {
      return Comparator.comparingLong(Loss::people)
          .thenComparingLong(Loss::units)
          .compare(this, other);
    }

    static Loss of(Verdict[] verdicts, List<List<Part>> own) {
      long people = 0;
      long units = 0;
      for (int place = 0; place < verdicts.length; place++) {
        if (verdicts[place] == Verdict.REMAINDER) {
          people += own.get(place).getFirst().n();
          units++;
        }
      }
      return new Loss(people, units);
    }
  }

  @Override
  public Verdict[] decide(UnitTree tree, boolean[] candidates, List<List<Part>> own) {
    Verdict[] most = most(tree, candidates, own);
    List<Integer> inDoubt =
        IntStream.range(1, most.length).filter(p -> most[p] == Verdict.SHOWN).boxed().toList();
    return IntStream.range(0, 1 << inDoubt.size())
        .mapToObj(choice -> {
          Verdict[] verdicts = most.clone();
          for (int i = 0; i < inDoubt.size(); i++) {
            if ((choice >> i & 1) == 1) {
              verdicts[inDoubt.get(i)] = Verdict.REMAINDER;
            }
          }
          return verdicts;
        })
        .sorted(Comparator.comparing(verdicts -> Loss.of(verdicts, own)))
        .filter(verdicts -> isSafe(tree, verdicts, own))
        .findFirst()
        .orElseThrow();
  }

  /** Everything that is a candidate and large enough by itself. */
  static Verdict[] most(UnitTree tree, boolean[] candidates, List<List<Part>> own) {
    List<List<Part>> totals = Rule.totals(tree, own);
    Verdict[] verdicts = new Verdict[tree.size()];
    for (int place = 0; place < verdicts.length; place++) {
      boolean safe = totals.get(place).stream().allMatch(Part::isSafe);
      boolean somebody = !totals.get(place).getFirst().isEmpty();
      verdicts[place] =
          !candidates[place]
              ? Verdict.EXCLUDED
              : safe && somebody ? Verdict.SHOWN : Verdict.TOO_LITTLE;
    }
    return verdicts;
  }

  /** Whether every remainder of a shown unit is safe in every respect. */
  static boolean isSafe(UnitTree tree, Verdict[] verdicts, List<List<Part>> own) {
    List<List<Part>> open = new ArrayList<>(own);
    for (int place = verdicts.length - 1; place >= 0; place--) {
      if (verdicts[place] == Verdict.SHOWN) {
        if (!open.get(place).stream().allMatch(Part::isSafe)) {
          return false;
        }
      } else if (place > 0) {
        int parent = tree.parent(place);
        open.set(parent, Rule.plus(open.get(parent), open.get(place)));
      }
    }
    return true;
  }
}
