package nl.onderstroom.bench.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.onderstroom.engine.disclosure.CohortPlan;
import nl.onderstroom.engine.disclosure.Family;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.engine.disclosure.Gate;
import nl.onderstroom.engine.disclosure.Release;
import nl.onderstroom.engine.disclosure.UnitRelease;
import nl.onderstroom.engine.disclosure.audit.Audit;
import nl.onderstroom.engine.disclosure.audit.Groups;
import nl.onderstroom.engine.disclosure.audit.Repair;
import nl.onderstroom.engine.summary.Quantity;
import nl.onderstroom.engine.summary.Summary;
import nl.onderstroom.engine.summary.SummaryShape;
import nl.onderstroom.engine.summary.Tally;

/**
 * What is shown of a firm in the end.
 *
 * @param visible share of those who answered whose own unit's result is shown
 * @param exposed people in a set of fewer than the floor that can be worked out
 * @param isSafe whether that is proven to be all
 * @param seconds that deciding took
 */
record Decided(double visible, long exposed, boolean isSafe, int withheld, double seconds) {
  private static final int K = 7;
  private static final int VENDOR = 5;
  private static final SummaryShape SHAPE = SummaryShape.of(new Quantity.Levels("q", 1, 5));

  /**
   * Cohorts, the tree's rule, cuts, the audit, and what has to be withheld.
   *
   * @param cutUnits units within which cuts are asked for
   */
  static Decided byUs(Firm firm, int[] cutUnits) {
    long start = System.nanoTime();
    int[] attached = attached(firm);
    Release release = Gate.decide(family(firm, attached), Floors.DEFAULT);
    boolean[] shown = new boolean[firm.parents().length];
    for (int unit = 0; unit < shown.length; unit++) {
      shown[unit] = release.unit(Integer.toString(unit)) instanceof UnitRelease.Shown;
    }
    Firm.Family family = firm.family();
    family.tree(attached, unit -> shown[unit]);
    for (int unit : cutUnits) {
      family.cuts(unit, K);
    }
    Groups groups = family.groups();
    Repair repair = Repair.of(groups, K, 0, Audit.USUAL_WORK);
    double seconds = (System.nanoTime() - start) / 1e9;
    repair.withheld().stream()
        .filter(name -> name.startsWith("unit "))
        .forEach(name -> shown[Integer.parseInt(name.substring("unit ".length()))] = false);
    return new Decided(
        visible(firm, attached, shown),
        exposed(repair.remaining()),
        repair.remaining().isSafe(),
        repair.withheld().size(),
        seconds);
  }

  /** Every group of five or more. */
  static Decided byVendor(Firm firm, int[] cutUnits) {
    int[] attached = firm.units();
    long[] people = new long[firm.parents().length];
    for (int person = 0; person < firm.people(); person++) {
      for (int unit = attached[person]; firm.answered()[person] && unit >= 0; ) {
        people[unit]++;
        unit = firm.parents()[unit];
      }
    }
    boolean[] shown = new boolean[people.length];
    IntStream.range(0, shown.length).forEach(unit -> shown[unit] = people[unit] >= VENDOR);
    Firm.Family family = firm.family();
    family.tree(attached, unit -> shown[unit]);
    for (int unit : cutUnits) {
      family.cuts(unit, VENDOR);
    }
    long start = System.nanoTime();
    Audit audit = Audit.of(family.groups(), VENDOR, 0, Audit.USUAL_WORK);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Decided(visible(firm, attached, shown), exposed(audit), audit.isSafe(), 0, seconds);
  }

  private static int[] attached(Firm firm) {
    Map<String, Integer> of = new HashMap<>();
    for (CohortPlan.Cohort cohort : CohortPlan.of(firm.plan(), K).cohorts()) {
      cohort.units().forEach(unit -> of.put(unit, Integer.parseInt(cohort.attachedTo())));
    }
    return IntStream.of(firm.units())
        .map(unit -> of.getOrDefault(Integer.toString(unit), 0))
        .toArray();
  }

  private static Family family(Firm firm, int[] attached) {
    List<Tally> tallies = new ArrayList<>();
    IntStream.range(0, firm.parents().length).forEach(unit -> tallies.add(new Tally(SHAPE)));
    for (int person = 0; person < firm.people(); person++) {
      if (firm.answered()[person]) {
        tallies.get(attached[person]).add(new long[] {1 + person % 5});
      }
    }
    List<Family.Group> groups = new ArrayList<>();
    for (int unit = 0; unit < tallies.size(); unit++) {
      int parent = firm.parents()[unit];
      List<Summary> own = List.of(tallies.get(unit).summary());
      groups.add(
          new Family.Group(
              Integer.toString(unit), parent < 0 ? null : Integer.toString(parent), own));
    }
    return new Family(SHAPE, groups);
  }

  private static double visible(Firm firm, int[] attached, boolean[] shown) {
    long answered = 0;
    long visible = 0;
    for (int person = 0; person < firm.people(); person++) {
      if (firm.answered()[person]) {
        answered++;
        visible += shown[attached[person]] ? 1 : 0;
      }
    }
    return (double) visible / answered;
  }

  private static long exposed(Audit audit) {
    return audit.exposed().stream().flatMap(each -> each.people().stream()).distinct().count();
  }
}
