package nl.onderstroom.engine.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.onderstroom.engine.measure.waves.Turnover;
import org.jspecify.annotations.Nullable;

/**
 * Rule R5: of which units a trend may be shown, by who came and who went between two waves.
 *
 * <p>In the worst case whoever stays says the same again. Then the difference between two waves of
 * a unit is about those who joined, less those who left. Differences of several units add up to
 * such a difference of any group of cells (a unit outside the compared units below it, or nowhere),
 * in which those who moved within the group do not count. So a set of units is safe if for every
 * group of cells those who came in or went out are together nobody or at least the floor; see
 * {@link Crossings}. A plus and a minus hide each other as two of one sign do, since what is told
 * is a mean.
 *
 * <p>Units are taken one at a time from the top down, each if all stays safe: the larger first, for
 * which most can be told. Nothing that is left out could be added. A unit that moved in the tree is
 * not compared, nor are those below it; its people count where it is part of, before and after.
 */
public final class Movements {
  private final UnitTree tree;
  private final Map<Crossings.Crossing, Long> moves = new HashMap<>();
  private final long[] before;
  private final long[] after;
  private final long[] both;

  /** Whether what the reader can work out from all of this is about enough people. */
  interface Guard {
    boolean isSafe(Map<Crossings.Crossing, Long> moves, int floor);
  }

  private Movements(UnitTree tree) {
    this.tree = tree;
    this.before = new long[tree.size()];
    this.after = new long[tree.size()];
    this.both = new long[tree.size()];
  }

  /**
   * Cost: O((moves + units) × depth), and for units that people joined or left a search each.
   *
   * @param before the tree at the first wave; of each unit only id and parent matter
   * @param after likewise at the second
   * @param moves everybody who was there at either, each once; those who stayed too
   * @param floor the least people of whom something may be told, at either wave
   * @return the units to compare, each after that above it; none if the trees have other tops
   * @throws IllegalArgumentException if either is not one tree, or somebody is in an unknown unit
   */
  public static List<Membership> comparable(
      Collection<CohortPlan.Unit> before,
      Collection<CohortPlan.Unit> after,
      Collection<Move> moves,
      int floor) {
    Crossings search = new Crossings();
    return comparable(before, after, moves, floor, search::areSafe);
  }

  static List<Membership> comparable(
      Collection<CohortPlan.Unit> before,
      Collection<CohortPlan.Unit> after,
      Collection<Move> moves,
      int floor,
      Guard guard) {
    UnitTree first = tree(before);
    UnitTree second = tree(after);
    List<UnitTree.Link> common = common(first, second);
    if (common.isEmpty()) {
      return List.of();
    }
    Movements between = new Movements(UnitTree.of(common));
    Map<String, Integer> from = between.places(first);
    Map<String, Integer> to = between.places(second);
    moves.forEach(move -> between.add(move, from, to));
    return between.memberships(between.choose(floor, guard));
  }

  private static UnitTree tree(Collection<CohortPlan.Unit> units) {
    return UnitTree.of(units.stream().map(u -> new UnitTree.Link(u.id(), u.parent())).toList());
  }

  /** Units that hang in the same place in both. */
  private static List<UnitTree.Link> common(UnitTree first, UnitTree second) {
    Map<String, @Nullable String> parents = new HashMap<>();
    for (int place = 0; place < first.size(); place++) {
      parents.put(first.id(place), place == 0 ? null : first.id(first.parent(place)));
    }
    Map<String, UnitTree.Link> common = new HashMap<>();
    List<UnitTree.Link> links = new ArrayList<>();
    for (int place = 0; place < second.size(); place++) {
      String id = second.id(place);
      String parent = place == 0 ? null : second.id(second.parent(place));
      boolean same =
          parent == null
              ? parents.containsKey(id) && parents.get(id) == null
              : parent.equals(parents.get(id)) && common.containsKey(parent);
      if (same) {
        UnitTree.Link link = new UnitTree.Link(id, parent);
        common.put(id, link);
        links.add(link);
      }
    }
    return links;
  }

  /** Of each unit of a tree, the place of the nearest common unit, itself or above. */
  private Map<String, Integer> places(UnitTree whole) {
    Map<String, Integer> places = HashMap.newHashMap(whole.size());
    for (int place = 0; place < tree.size(); place++) {
      places.put(tree.id(place), place);
    }
    for (int place = 1; place < whole.size(); place++) {
      Integer above = places.get(whole.id(whole.parent(place)));
      if (above != null) {
        places.putIfAbsent(whole.id(place), above);
      }
    }
    return places;
  }

  private void add(Move move, Map<String, Integer> from, Map<String, Integer> to) {
    int old = place(move.from(), from);
    int now = place(move.to(), to);
    climb(old, before, move.people());
    climb(now, after, move.people());
    if (old != UnitTree.NONE && now != UnitTree.NONE) {
      climb(tree.common(old, now), both, move.people());
    }
    if (move.people() > 0) {
      moves.merge(Crossings.Crossing.between(old, now), move.people(), Long::sum);
    }
  }

  private static int place(@Nullable String unit, Map<String, Integer> places) {
    if (unit == null) {
      return UnitTree.NONE;
    }
    Integer place = places.get(unit);
    if (place == null) {
      throw new IllegalArgumentException("somebody is in the unknown unit \"" + unit + "\"");
    }
    return place;
  }

  private void climb(int start, long[] counts, long people) {
    for (int at = start; at != UnitTree.NONE; at = tree.parent(at)) {
      counts[at] += people;
    }
  }

  private boolean[] choose(int floor, Guard guard) {
    boolean[] chosen = new boolean[tree.size()];
    for (int place = 0; place < chosen.length; place++) {
      Turnover own = turnover(place);
      chosen[place] = Membership.isSafe(own, floor);
      boolean moved = own.both() < Math.max(own.before(), own.after());
      // Where nobody came or went, the cell that is split off has nothing to do with the rest.
      if (chosen[place] && moved) {
        chosen[place] = guard.isSafe(among(chosen), floor);
      }
    }
    return chosen;
  }

  /** The moves between cells of the chosen units. */
  private Map<Crossings.Crossing, Long> among(boolean[] chosen) {
    Map<Crossings.Crossing, Long> among = new HashMap<>();
    moves.forEach((move, people) -> {
      int one = nearest(move.one(), chosen);
      int other = nearest(move.other(), chosen);
      if (one != other) {
        among.merge(Crossings.Crossing.between(one, other), people, Long::sum);
      }
    });
    return among;
  }

  private int nearest(int start, boolean[] chosen) {
    int at = start;
    while (at != UnitTree.NONE && !chosen[at]) {
      at = tree.parent(at);
    }
    return at;
  }

  private Turnover turnover(int place) {
    return new Turnover(before[place], after[place], both[place]);
  }

  private List<Membership> memberships(boolean[] chosen) {
    List<Membership> memberships = new ArrayList<>();
    for (int place = 0; place < chosen.length; place++) {
      if (chosen[place]) {
        int above = place == 0 ? UnitTree.NONE : nearest(tree.parent(place), chosen);
        memberships.add(
            new Membership(
                tree.id(place), above == UnitTree.NONE ? null : tree.id(above), turnover(place)));
      }
    }
    return memberships;
  }
}
