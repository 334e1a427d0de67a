package nl.onderstroom.server.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import nl.onderstroom.engine.disclosure.CohortPlan;
import nl.onderstroom.engine.disclosure.Family;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.engine.disclosure.Gate;
import nl.onderstroom.engine.disclosure.Release;
import nl.onderstroom.engine.disclosure.UnitRelease;
import nl.onderstroom.engine.disclosure.audit.Audit;
import nl.onderstroom.engine.disclosure.audit.Groups;
import nl.onderstroom.engine.summary.Quantity;
import nl.onderstroom.engine.summary.SummaryShape;
import nl.onderstroom.engine.summary.Tally;

/**
 * The attacker holds every report of a firm, and up to three colleagues tell him their own answers.
 * In made firms of two levels he looks for any set of fewer than seven people, or anybody alone.
 * The usual rule, every group of five, is the one that is broken.
 */
final class ReportsGame {
  private static final int UNITS = 6;
  private static final int TEAMS = 4;
  private static final int LARGEST = 16;
  private static final int USUAL = 5;
  private static final SummaryShape SHAPE = SummaryShape.of(new Quantity.Levels("q", 1, 5));

  private final int trials;
  private final Random random;

  ReportsGame(long seed, int trials) {
    this.random = new Random(seed);
    this.trials = trials;
  }

  /**
   * @param colluders who tell their own answers, 0 to 3
   */
  Outcome ours(int colluders) {
    String name = colluders == 0 ? "reports" : "reports and %d who tell".formatted(colluders);
    return play(name, false, colluders);
  }

  Outcome usual() {
    return play("reports: every group of five", true, 0);
  }

  private Outcome play(String name, boolean isUsual, int colluders) {
    int leaking = 0;
    for (int trial = 0; trial < trials; trial++) {
      Made made = made();
      Groups shown =
          isUsual
              ? made.shown(made.byUsualRule(), made.units())
              : made.shown(made.byGate(), made.attached());
      int floor = isUsual ? USUAL : Floors.DEFAULT.numbers();
      leaking += Audit.of(shown, floor, colluders, Audit.USUAL_WORK).isSafe() ? 0 : 1;
    }
    return Outcome.ofTries(name, isUsual, trials, leaking);
  }

  private Made made() {
    int[] parents = new int[1 + UNITS + UNITS * TEAMS];
    parents[0] = -1;
    var people = new ArrayList<Integer>();
    for (int unit = 1; unit < parents.length; unit++) {
      parents[unit] = unit <= UNITS ? 0 : 1 + (unit - 1 - UNITS) / TEAMS;
      int size = unit <= UNITS ? random.nextInt(3) : 1 + random.nextInt(LARGEST);
      for (int i = 0; i < size; i++) {
        people.add(unit);
      }
    }
    return new Made(parents, people.stream().mapToInt(Integer::intValue).toArray());
  }

  /** Of each unit the one above, and of each person the unit. */
  private record Made(int[] parents, int[] units) {
    boolean[] byUsualRule() {
      int[] inside = inside(units);
      boolean[] shown = new boolean[parents.length];
      IntStream.range(0, shown.length).forEach(unit -> shown[unit] = inside[unit] >= USUAL);
      return shown;
    }

    boolean[] byGate() {
      Release release = Gate.decide(family(), Floors.DEFAULT);
      boolean[] shown = new boolean[parents.length];
      for (int unit = 0; unit < shown.length; unit++) {
        shown[unit] = release.unit(Integer.toString(unit)) instanceof UnitRelease.Shown;
      }
      return shown;
    }

    private int[] inside(int[] attached) {
      int[] inside = new int[parents.length];
      for (int unit : attached) {
        for (int at = unit; at >= 0; at = parents[at]) {
          inside[at]++;
        }
      }
      return inside;
    }

    /** Small units count in the one above, as in a round. */
    private int[] attached() {
      int[] own = new int[parents.length];
      IntStream.of(units).forEach(unit -> own[unit]++);
      List<CohortPlan.Unit> plan =
          IntStream.range(0, parents.length)
              .mapToObj(
                  unit -> new CohortPlan.Unit(Integer.toString(unit), parent(unit), own[unit]))
              .toList();
      Map<String, Integer> of = new HashMap<>();
      CohortPlan.of(plan, Floors.DEFAULT.numbers())
          .cohorts()
          .forEach(cohort ->
              cohort.units().forEach(unit -> of.put(unit, Integer.parseInt(cohort.attachedTo()))));
      return IntStream.of(units).map(unit -> of.getOrDefault(Integer.toString(unit), 0)).toArray();
    }

    private Family family() {
      List<Tally> tallies = new ArrayList<>();
      IntStream.range(0, parents.length).forEach(unit -> tallies.add(new Tally(SHAPE)));
      int[] attached = attached();
      for (int person = 0; person < attached.length; person++) {
        tallies.get(attached[person]).add(new long[] {1 + person % 5});
      }
      return new Family(
          SHAPE,
          IntStream.range(0, parents.length)
              .mapToObj(unit ->
                  new Family.Group(
                      Integer.toString(unit), parent(unit), List.of(tallies.get(unit).summary())))
              .toList());
    }

    private @org.jspecify.annotations.Nullable String parent(int unit) {
      return parents[unit] < 0 ? null : Integer.toString(parents[unit]);
    }

    /**
     * Who is behind the figures of each unit that is shown.
     *
     * @param counted the unit that each person's answers are attached to
     */
    Groups shown(boolean[] shown, int[] counted) {
      var names = new ArrayList<String>();
      var members = new ArrayList<int[]>();
      for (int unit = 0; unit < shown.length; unit++) {
        int which = unit;
        if (shown[unit]) {
          names.add("unit " + unit);
          members.add(
              IntStream.range(0, counted.length)
                  .filter(person -> isWithin(counted[person], which))
                  .toArray());
        }
      }
      return new Groups(names, members, units.length);
    }

    private boolean isWithin(int unit, int above) {
      int at = unit;
      while (at > above) {
        at = parents[at];
      }
      return at == above;
    }
  }
}
