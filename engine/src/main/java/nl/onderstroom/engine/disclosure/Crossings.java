package nl.onderstroom.engine.disclosure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether of every group of cells that anybody came into or left, enough people did.
 *
 * <p>People who went from one cell to another are edges of a network. The fewest who crossed the
 * border of any group that holds one of their two cells and not the other are a least cut, and so
 * as many as flow from the one cell to the other (Ford and Fulkerson 1956; paths by breadth,
 * Edmonds and Karp 1972). That is exact: what a reader adds up with weights is layers of such
 * groups, and whoever counts in one layer counts.
 *
 * <p>Two cells that no group parts with too few become one, until a cell was crossed by too few or
 * nothing is left to part (Padberg and Rinaldi 1990).
 *
 * <p>One search for a whole decision: after {@value #MOST_STEPS} steps it proves nothing more, and
 * what is not proven is not safe.
 */
final class Crossings {
  static final long MOST_STEPS = 300_000_000;

  private long steps;

  /**
   * Between two cells, in either direction, by any numbers that tell cells apart.
   *
   * @param one at most {@code other}
   */
  record Crossing(int one, int other) {
    static Crossing between(int from, int to) {
      return new Crossing(Math.min(from, to), Math.max(from, to));
    }
  }

  /**
   * @param crossed people by the two different cells that they were in, each above 0
   */
  boolean areSafe(Map<Crossing, Long> crossed, int floor) {
    Map<Crossing, Long> left = crossed;
    while (!left.isEmpty()) {
      if (isAnyCellThin(left, floor)) {
        return false;
      }
      Map<Integer, Integer> same = new HashMap<>();
      for (Map.Entry<Crossing, Long> crossing : left.entrySet()) {
        if (crossing.getValue() >= floor) {
          join(same, crossing.getKey());
        }
      }
      if (same.isEmpty()) {
        Crossing thin = left.keySet().iterator().next();
        if (!flows(rooms(left, floor), thin, floor)) {
          return false;
        }
        join(same, thin);
      }
      left = joined(left, same);
    }
    return true;
  }

  private static boolean isAnyCellThin(Map<Crossing, Long> crossed, int floor) {
    Map<Integer, Long> ofCells = new HashMap<>();
    crossed.forEach((crossing, people) -> {
      ofCells.merge(crossing.one(), people, Long::sum);
      ofCells.merge(crossing.other(), people, Long::sum);
    });
    return ofCells.values().stream().anyMatch(people -> people < floor);
  }

  private static void join(Map<Integer, Integer> same, Crossing cells) {
    int one = first(same, cells.one());
    int other = first(same, cells.other());
    if (one != other) {
      same.put(other, one);
    }
  }

  private static int first(Map<Integer, Integer> same, int cell) {
    int at = cell;
    for (Integer next = same.get(at); next != null; next = same.get(at)) {
      at = next;
    }
    return at;
  }

  private Map<Crossing, Long> joined(Map<Crossing, Long> crossed, Map<Integer, Integer> same) {
    Map<Crossing, Long> joined = new HashMap<>();
    crossed.forEach((crossing, people) -> {
      steps++;
      int one = first(same, crossing.one());
      int other = first(same, crossing.other());
      if (one != other) {
        joined.merge(Crossing.between(one, other), people, Long::sum);
      }
    });
    return joined;
  }

  private static Map<Integer, Map<Integer, Long>> rooms(Map<Crossing, Long> crossed, int floor) {
    Map<Integer, Map<Integer, Long>> rooms = new HashMap<>();
    crossed.forEach((crossing, people) -> {
      room(rooms, crossing.one()).put(crossing.other(), Math.min(people, floor));
      room(rooms, crossing.other()).put(crossing.one(), Math.min(people, floor));
    });
    return rooms;
  }

  private static Map<Integer, Long> room(Map<Integer, Map<Integer, Long>> room, int cell) {
    return room.computeIfAbsent(cell, each -> new HashMap<>());
  }

  /** Whether so much flows; uses up the room. */
  private boolean flows(Map<Integer, Map<Integer, Long>> room, Crossing between, long enough) {
    long flow = 0;
    while (flow < enough) {
      Map<Integer, Integer> cameFrom = path(room, between);
      if (!cameFrom.containsKey(between.other())) {
        return false;
      }
      long amount = enough;
      for (int at = between.other(); at != between.one(); at = before(cameFrom, at)) {
        amount = Math.min(amount, room(room, before(cameFrom, at)).getOrDefault(at, 0L));
      }
      for (int at = between.other(); at != between.one(); at = before(cameFrom, at)) {
        room(room, before(cameFrom, at)).merge(at, -amount, Long::sum);
        room(room, at).merge(before(cameFrom, at), amount, Long::sum);
      }
      flow += amount;
    }
    return true;
  }

  private static int before(Map<Integer, Integer> cameFrom, int cell) {
    return cameFrom.getOrDefault(cell, cell);
  }

  /** Of each cell that can be reached, the cell before it; nothing when steps run out. */
  private Map<Integer, Integer> path(Map<Integer, Map<Integer, Long>> room, Crossing between) {
    Map<Integer, Integer> cameFrom = new HashMap<>(Map.of(between.one(), between.one()));
    Deque<Integer> toVisit = new ArrayDeque<>(List.of(between.one()));
    while (!toVisit.isEmpty() && !cameFrom.containsKey(between.other())) {
      int at = toVisit.poll();
      for (Map.Entry<Integer, Long> next : room(room, at).entrySet()) {
        steps++;
        if (next.getValue() > 0 && cameFrom.putIfAbsent(next.getKey(), at) == null) {
          toVisit.add(next.getKey());
        }
      }
    }
    return steps > MOST_STEPS ? Map.of() : cameFrom;
  }
}
