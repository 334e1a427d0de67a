package nl.onderstroom.bench.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import nl.onderstroom.engine.disclosure.CohortPlan;
import nl.onderstroom.engine.disclosure.CohortSplit;
import nl.onderstroom.engine.disclosure.Family;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.engine.disclosure.Gate;
import nl.onderstroom.engine.disclosure.Release;
import nl.onderstroom.engine.disclosure.UnitRelease;
import nl.onderstroom.engine.summary.Quantity;
import nl.onderstroom.engine.summary.Summary;
import nl.onderstroom.engine.summary.SummaryShape;
import nl.onderstroom.engine.summary.Tally;

/**
 * A round of our own that is looked at by cuts: answers carry their cohort and nothing finer, so a
 * cut holds the cohorts that lie in it wholly.
 *
 * @param covered of those who answered, whose cohort lies wholly in a cut that is shown
 * @param shown cuts
 * @param cuts that some cohort lies in
 */
record CutRound(double covered, long shown, int cuts, double seconds) {
  private static final int K = Floors.DEFAULT.numbers();
  private static final SummaryShape SHAPE = SummaryShape.of(new Quantity.Levels("q", 1, 5));

  /**
   * @param kinds of {@code Firm.cuts} that the round is looked at by
   */
  static CutRound of(Firm firm, int... kinds) {
    long start = System.nanoTime();
    List<Function<Integer, Optional<String>>> cuts =
        IntStream.of(kinds)
            .mapToObj(kind ->
                (Function<Integer, Optional<String>>)
                    person -> Optional.of(kind + ":" + firm.cuts()[person][kind]))
            .toList();
    Map<String, List<Integer>> byUnit = new TreeMap<>();
    for (int person = 0; person < firm.people(); person++) {
      byUnit
          .computeIfAbsent(Integer.toString(firm.units()[person]), unit -> new ArrayList<>())
          .add(person);
    }
    Map<String, List<CohortSplit<Integer>>> cohorts = new TreeMap<>();
    for (CohortPlan.Cohort cohort : CohortPlan.of(firm.plan(), K).cohorts()) {
      List<Integer> together =
          cohort.units().stream()
              .flatMap(unit -> byUnit.getOrDefault(unit, List.of()).stream())
              .toList();
      cohorts
          .computeIfAbsent(cohort.attachedTo(), unit -> new ArrayList<>())
          .addAll(CohortSplit.of(together, cuts, K));
    }
    Release release = Gate.decide(family(firm, cohorts), Floors.DEFAULT);
    double seconds = (System.nanoTime() - start) / 1e9;
    long answered = 0;
    long covered = 0;
    for (CohortSplit<Integer> cohort : cohorts.values().stream().flatMap(List::stream).toList()) {
      long here = cohort.people().stream().filter(person -> firm.answered()[person]).count();
      answered += here;
      boolean isShown =
          cohort.cuts().stream()
              .anyMatch(cut -> release.cuts().get(cut) instanceof UnitRelease.Shown);
      covered += isShown ? here : 0;
    }
    return new CutRound(
        (double) covered / answered,
        release.cuts().values().stream().filter(UnitRelease.Shown.class::isInstance).count(),
        release.cuts().size(),
        seconds);
  }

  private static Family family(Firm firm, Map<String, List<CohortSplit<Integer>>> cohorts) {
    List<Family.Group> groups = new ArrayList<>();
    for (int unit = 0; unit < firm.parents().length; unit++) {
      List<CohortSplit<Integer>> here = cohorts.getOrDefault(Integer.toString(unit), List.of());
      List<Summary> summaries = here.stream().map(cohort -> summary(firm, cohort)).toList();
      List<Set<String>> cuts = here.stream().map(CohortSplit::cuts).toList();
      int parent = firm.parents()[unit];
      groups.add(
          new Family.Group(
              Integer.toString(unit),
              parent < 0 ? null : Integer.toString(parent),
              summaries,
              cuts,
              OptionalLong.empty()));
    }
    return new Family(SHAPE, groups);
  }

  private static Summary summary(Firm firm, CohortSplit<Integer> cohort) {
    Tally tally = new Tally(SHAPE);
    for (int person : cohort.people()) {
      if (firm.answered()[person]) {
        tally.add(new long[] {1 + person % 5});
      }
    }
    return tally.summary();
  }
}
