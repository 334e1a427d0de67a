package nl.onderstroom.bench.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import nl.onderstroom.engine.disclosure.CohortPlan;
import nl.onderstroom.engine.disclosure.audit.Groups;

/**
 * A made-up firm: a tree of units with teams of 3 to 30 at the bottom, a manager in every unit
 * above, and of everybody a site, a role family and how long they are there.
 *
 * @param parents of each unit, before it; −1 for the top
 * @param units of each person
 * @param cuts per person {@code [site, role family, tenure]}
 * @param answered who did
 */
record Firm(int[] parents, int[] units, int[][] cuts, boolean[] answered) {
  private static final int[] VALUES = {12, 8, 5};
  static final List<String> CUTS = List.of("site", "role", "tenure");

  /**
   * @param employees about so many
   * @param levels of the tree, the top and teams included
   */
  static Firm of(int employees, int levels, long seed) {
    var random = new Random(seed);
    List<Integer> parents = new ArrayList<>(List.of(-1));
    List<Integer> units = new ArrayList<>(List.of(0));
    double teams = employees / 11.0;
    double branching = Math.pow(teams, 1.0 / (levels - 1));
    List<Integer> above = List.of(0);
    for (int level = 1; level < levels; level++) {
      List<Integer> here = new ArrayList<>();
      for (int parent : above) {
        int children = Math.max(1, (int) Math.round(branching * (.5 + random.nextDouble())));
        for (int child = 0; child < children; child++) {
          parents.add(parent);
          int unit = parents.size() - 1;
          here.add(unit);
          int people = level == levels - 1 ? teamSize(random) : 1 + random.nextInt(2);
          IntStream.range(0, people).forEach(each -> units.add(unit));
        }
      }
      above = here;
    }
    int n = units.size();
    int[][] cuts = new int[n][VALUES.length];
    boolean[] answered = new boolean[n];
    double[] rates = random.doubles(parents.size(), .6, .9).toArray();
    for (int person = 0; person < n; person++) {
      int unit = units.get(person);
      // Most of a unit work at one site.
      cuts[person][0] = random.nextDouble() < .85 ? unit % VALUES[0] : random.nextInt(VALUES[0]);
      cuts[person][1] = random.nextDouble() < .6 ? unit % VALUES[1] : random.nextInt(VALUES[1]);
      cuts[person][2] = random.nextInt(VALUES[2]);
      answered[person] = random.nextDouble() < rates[unit];
    }
    return new Firm(ints(parents), ints(units), cuts, answered);
  }

  private static int teamSize(Random random) {
    return Math.clamp(Math.round(10 * Math.exp(.45 * random.nextGaussian())), 3, 30);
  }

  private static int[] ints(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  int people() {
    return units.length;
  }

  /** Units with how many people are in them directly. */
  List<CohortPlan.Unit> plan() {
    int[] people = new int[parents.length];
    for (int unit : units) {
      people[unit]++;
    }
    return IntStream.range(0, parents.length)
        .mapToObj(unit ->
            new CohortPlan.Unit(
                Integer.toString(unit),
                parents[unit] < 0 ? null : Integer.toString(parents[unit]),
                people[unit]))
        .toList();
  }

  /** Everybody who answered, in each group that they are in; groups may be empty. */
  Family family() {
    return new Family(this);
  }

  /** Collects groups. */
  static final class Family {
    private final Firm firm;
    private final List<String> names = new ArrayList<>();
    private final List<int[]> members = new ArrayList<>();

    private Family(Firm firm) {
      this.firm = firm;
    }

    /**
     * Units.
     *
     * @param attached the unit that each person's answers are attached to
     */
    void tree(int[] attached, IntPredicate isShown) {
      List<List<Integer>> inside = new ArrayList<>();
      IntStream.range(0, firm.parents.length).forEach(unit -> inside.add(new ArrayList<>()));
      for (int person = 0; person < firm.people(); person++) {
        for (int unit = attached[person]; firm.answered[person] && unit >= 0; ) {
          inside.get(unit).add(person);
          unit = firm.parents[unit];
        }
      }
      for (int unit = 0; unit < firm.parents.length; unit++) {
        if (isShown.test(unit)) {
          add("unit " + unit, ints(inside.get(unit)));
        }
      }
    }

    /** Each value of each cut, within a unit. */
    void cuts(int unit, int least) {
      for (int cut = 0; cut < VALUES.length; cut++) {
        for (int value = 0; value < VALUES[cut]; value++) {
          int which = cut;
          int wanted = value;
          int[] people =
              IntStream.range(0, firm.people())
                  .filter(person ->
                      firm.answered[person]
                          && firm.cuts[person][which] == wanted
                          && firm.isWithin(firm.units[person], unit))
                  .toArray();
          if (people.length >= least) {
            add("%s %d of %d".formatted(CUTS.get(cut), value, unit), people);
          }
        }
      }
    }

    private void add(String name, int[] people) {
      names.add(name);
      members.add(people);
    }

    Groups groups() {
      return new Groups(names, members, firm.people());
    }
  }

  boolean isWithin(int unit, int above) {
    int at = unit;
    while (at > above) {
      at = parents[at];
    }
    return at == above;
  }
}
