package nl.onderstroom.engine.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who answers together: the people of each unit, merged upward with other small units until a group
 * has at least the floor.
 *
 * <p>Bottom-up: a unit's pool is its own people and what its children passed on. A pool of at least
 * the floor becomes a cohort attached to that unit; a smaller one is passed to the parent. What is
 * left at the top joins the smallest cohort (of equal ones the one whose common unit lies deepest,
 * then the first by tree order), which is then attached to the lowest unit that all its people
 * belong to. The result depends on the set of units only, not on their order. Cost: O(units ×
 * depth).
 *
 * @param cohorts each with at least the floor of people, no unit in two of them; empty when the
 *     whole tree has fewer people than the floor
 * @param people everybody in the tree
 */
public record CohortPlan(List<Cohort> cohorts, long people) {
  public CohortPlan {
    cohorts = List.copyOf(cohorts);
  }

  /**
   * @param id unique
   * @param parent id of the unit it belongs to; null for the top
   * @param people directly in this unit, not in units below; at least 0
   */
  public record Unit(String id, @Nullable String parent, int people) {
    public Unit {
      if (people < 0) {
        throw new IllegalArgumentException(
            "the unit \"" + id + "\" has " + people + " people; expected 0 or more");
      }
    }
  }

  /**
   * @param attachedTo the lowest unit that all its people belong to, or above that; its figures
   *     count there
   * @param units whose own people are in it; units without people are in none
   * @param people how many
   */
  public record Cohort(String attachedTo, List<String> units, long people) {
    public Cohort {
      units = List.copyOf(units);
    }
  }

  /** Whether there are people, but too few for even one cohort: nobody can be asked. */
  public boolean tooFewPeople() {
    return people > 0 && cohorts.isEmpty();
  }

  /**
   * @param units a tree with one top
   * @param floor least people in a cohort, at least {@value Floors#LEAST}
   * @throws IllegalArgumentException if the units are not one tree or the floor is too low
   */
  public static CohortPlan of(Collection<Unit> units, int floor) {
    if (floor < Floors.LEAST) {
      throw new IllegalArgumentException(
          "cohorts of at least "
              + floor
              + " people; expected a floor of "
              + Floors.LEAST
              + " or more");
    }
    List<Unit> given = List.copyOf(units);
    UnitTree tree =
        UnitTree.of(given.stream().map(u -> new UnitTree.Link(u.id(), u.parent())).toList());
    Pool[] pools = new Pool[tree.size()];
    for (int place = 0; place < pools.length; place++) {
      pools[place] = new Pool(place);
    }
    Map<String, Integer> own = HashMap.newHashMap(given.size());
    given.forEach(unit -> own.put(unit.id(), unit.people()));
    long everybody = 0;
    for (int place = 0; place < pools.length; place++) {
      int people = own.getOrDefault(tree.id(place), 0);
      pools[place].addUnit(place, people);
      everybody += people;
    }
    List<Pool> full = new ArrayList<>();
    for (int place = pools.length - 1; place >= 0; place--) {
      if (pools[place].people >= floor) {
        full.add(pools[place]);
      } else if (place > 0) {
        pools[tree.parent(place)].addAll(pools[place]);
      } else if (pools[0].people > 0 && !full.isEmpty()) {
        joinSmallest(full, pools[0], tree);
      }
    }
    full.sort(
        Comparator.comparingInt((Pool p) -> p.place).thenComparingInt(p -> p.units.getFirst()));
    return new CohortPlan(full.stream().map(pool -> pool.cohort(tree)).toList(), everybody);
  }

  private static void joinSmallest(List<Pool> full, Pool left, UnitTree tree) {
    Pool best =
        full.stream()
            .min(
                Comparator.comparingLong((Pool pool) -> pool.people)
                    .thenComparingInt(pool -> -tree.depth(left.commonWith(pool.place, tree)))
                    .thenComparingInt(pool -> pool.place))
            .orElseThrow();
    best.place = left.commonWith(best.place, tree);
    best.addAll(left);
  }

  /** People looking for a cohort, or a cohort in the making. */
  private static final class Pool {
    private int place;
    private long people;
    private final List<Integer> units = new ArrayList<>();

    Pool(int place) {
      this.place = place;
    }

    void addUnit(int unit, int number) {
      if (number > 0) {
        units.add(unit);
        people += number;
      }
    }

    void addAll(Pool other) {
      units.addAll(other.units);
      people += other.people;
    }

    /** The lowest unit above both {@code start} and every unit of this pool. */
    int commonWith(int start, UnitTree tree) {
      int common = start;
      for (int unit : units) {
        common = tree.common(common, unit);
      }
      return common;
    }

    Cohort cohort(UnitTree tree) {
      return new Cohort(tree.id(place), units.stream().sorted().map(tree::id).toList(), people);
    }
  }
}
