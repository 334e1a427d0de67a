package nl.onderstroom.server.attack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Something by which ballots can be put in an order.
 *
 * @param where it was found
 * @param places by the number of the ballot in what was sent; of those that are not in it, it is
 *     known that they are not
 */
record Trace(String where, Map<Integer, Long> places) {
  Trace {
    places = Map.copyOf(places);
  }

  /** Whether it tells anything of these. */
  boolean tellsOf(Collection<Integer> ballots) {
    return ballots.stream().map(this::place).distinct().count() > 1;
  }

  /** These ballots in the order of the trace; chance decides where it has none. */
  List<Integer> sorted(Collection<Integer> ballots, Random chance) {
    // Shuffled first: they are given in their true order, and sorting keeps that where places tie.
    var sorted = new ArrayList<>(ballots);
    Collections.shuffle(sorted, chance);
    sorted.sort(Comparator.comparingLong(this::place));
    return sorted;
  }

  private long place(int ballot) {
    return places.getOrDefault(ballot, Long.MAX_VALUE);
  }

  /** Collects places. */
  static final class Builder implements Serials.Finding {
    private final String where;
    private final Map<Integer, Long> first = new HashMap<>();
    private final Map<Integer, Long> last = new HashMap<>();

    Builder(String where) {
      this.where = where;
    }

    @Override
    public void found(int ballot, long place) {
      first.putIfAbsent(ballot, place);
      last.put(ballot, place);
    }

    /** By the first place of each; and by the last, where some have several. */
    Stream<Trace> build() {
      var byFirst = new Trace(where, first);
      return first.equals(last)
          ? Stream.of(byFirst)
          : Stream.of(byFirst, new Trace(where + ", last", last));
    }
  }
}
