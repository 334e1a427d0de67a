package nl.onderstroom.quality.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import nl.onderstroom.engine.disclosure.CohortPlan;
import nl.onderstroom.engine.disclosure.Family;
import nl.onderstroom.engine.disclosure.Figure;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.engine.disclosure.Gate;
import nl.onderstroom.engine.disclosure.Release;
import nl.onderstroom.engine.disclosure.UnitRelease;
import nl.onderstroom.engine.summary.Quantity;
import nl.onderstroom.engine.summary.Summary;
import nl.onderstroom.engine.summary.SummaryShape;
import nl.onderstroom.engine.summary.Tally;

/**
 * What is published of one question, as sums over atoms: people whom no figure tells apart.
 *
 * @param atoms of each person, 0 and up
 * @param heads people in each atom, on the roster: anybody may know
 * @param sums everything that is shown
 */
record Published(int[] atoms, int[] heads, List<Published.Sum> sums) {
  /**
   * @param inside per atom, whether it is counted
   * @param n people who answered
   * @param counts people per level; empty where they are not shown
   * @param total of the levels
   */
  record Sum(boolean[] inside, long n, List<Long> counts, double total) {}

  private static final int VENDOR = 5;

  /** The usual rule: every unit in which five or more took part shows how many said what. */
  static List<Published> byVendor(MadeFirm firm) {
    List<Published> published = new ArrayList<>();
    for (int[] answers : firm.answers()) {
      List<Sum> sums = new ArrayList<>();
      for (int unit = 0; unit < firm.parents().length; unit++) {
        boolean[] inside = inside(firm, unit);
        Long[] counts = new Long[MadeFirm.LEVELS];
        Arrays.fill(counts, 0L);
        long n = 0;
        double total = 0;
        for (int person = 0; person < firm.people(); person++) {
          if (inside[firm.units()[person]] && answers[person] > 0) {
            counts[answers[person] - 1]++;
            n++;
            total += answers[person];
          }
        }
        if (n >= VENDOR) {
          sums.add(new Sum(inside, n, List.of(counts), total));
        }
      }
      published.add(new Published(firm.units(), heads(firm, firm.units()), sums));
    }
    return published;
  }

  /** Ours: cohorts, and what the gate lets through. */
  static List<Published> byUs(MadeFirm firm) {
    List<CohortPlan.Unit> plan =
        IntStream.range(0, firm.parents().length)
            .mapToObj(unit ->
                new CohortPlan.Unit(
                    Integer.toString(unit),
                    unit == 0 ? null : Integer.toString(firm.parents()[unit]),
                    heads(firm, firm.units())[unit]))
            .toList();
    Map<String, Integer> attached = new HashMap<>();
    CohortPlan.of(plan, Floors.DEFAULT.numbers())
        .cohorts()
        .forEach(cohort ->
            cohort
                .units()
                .forEach(unit -> attached.put(unit, Integer.parseInt(cohort.attachedTo()))));
    int[] atoms =
        IntStream.of(firm.units())
            .map(unit -> attached.getOrDefault(Integer.toString(unit), 0))
            .toArray();
    Release release = Gate.decide(family(firm, atoms), Floors.DEFAULT);
    List<Published> published = new ArrayList<>();
    for (int question = 0; question < firm.answers().length; question++) {
      List<Sum> sums = new ArrayList<>();
      for (int unit = 0; unit < firm.parents().length; unit++) {
        if (release.unit(Integer.toString(unit)) instanceof UnitRelease.Shown shown) {
          boolean[] inside = inside(firm, unit);
          switch (shown.figure("q" + question)) {
            case Figure.Distribution all ->
                sums.add(new Sum(inside, all.n(), all.counts(), all.n() * all.mean()));
            case Figure.Mean mean ->
                sums.add(new Sum(inside, mean.n(), List.of(), mean.n() * mean.mean()));
            case Figure.TickShares ticks -> throw new IllegalStateException("no words were asked");
            case Figure.HiddenFigure hidden -> {
              // Nothing to hold on to.
            }
          }
        }
      }
      published.add(new Published(atoms, heads(firm, atoms), sums));
    }
    return published;
  }

  private static Family family(MadeFirm firm, int[] atoms) {
    int questions = firm.answers().length;
    var shape =
        new SummaryShape(
            IntStream.range(0, questions)
                .mapToObj(each -> (Quantity) new Quantity.Levels("q" + each, 1, MadeFirm.LEVELS))
                .toList(),
            List.of());
    List<Tally> tallies = new ArrayList<>();
    IntStream.range(0, firm.parents().length).forEach(unit -> tallies.add(new Tally(shape)));
    for (int person = 0; person < firm.people(); person++) {
      if (firm.tookPart(person)) {
        int who = person;
        tallies
            .get(atoms[person])
            .add(IntStream.range(0, questions).mapToLong(q -> firm.answers()[q][who]).toArray());
      }
    }
    int[] heads = heads(firm, atoms);
    List<Family.Group> groups = new ArrayList<>();
    for (int unit = 0; unit < tallies.size(); unit++) {
      Summary summary = tallies.get(unit).summary();
      groups.add(
          new Family.Group(
              Integer.toString(unit),
              unit == 0 ? null : Integer.toString(firm.parents()[unit]),
              List.of(summary),
              OptionalLong.of(heads[unit])));
    }
    return new Family(shape, groups);
  }

  private static boolean[] inside(MadeFirm firm, int unit) {
    boolean[] inside = new boolean[firm.parents().length];
    for (int below = 0; below < inside.length; below++) {
      inside[below] = firm.isWithin(below, unit);
    }
    return inside;
  }

  private static int[] heads(MadeFirm firm, int[] atoms) {
    int[] heads = new int[firm.parents().length];
    IntStream.of(atoms).forEach(atom -> heads[atom]++);
    return heads;
  }
}
