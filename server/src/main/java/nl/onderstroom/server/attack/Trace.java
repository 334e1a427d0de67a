package nl.onderstroom.server.attack;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Something by which ballots can be put in an order.
 *
 * @param where it was found
 * @param places by the number of the ballot in what was sent
 */
record Trace(String where, Map<Integer, Long> places) {
  Trace {
    places = Map.copyOf(places);
  }

  /** Whether it tells anything of all of these. */
  boolean covers(Collection<Integer> ballots) {
    return ballots.size() == places.keySet().stream().filter(ballots::contains).count()
        && ballots.stream().map(places::get).distinct().count() > 1;
  }

  /** These ballots in the order of the trace. */
  List<Integer> sorted(Collection<Integer> ballots) {
    return ballots.stream().sorted(Comparator.comparingLong(this::place)).toList();
  }

  private long place(int ballot) {
    return places.getOrDefault(ballot, Long.MAX_VALUE);
  }

  /** Collects places. */
  static final class Builder {
    private final String where;
    private final Map<Integer, Long> places = new HashMap<>();

    Builder(String where) {
      this.where = where;
    }

    /** The first place that is found counts. */
    void add(int ballot, long place) {
      places.putIfAbsent(ballot, place);
    }

    Trace build() {
      return new Trace(where, places);
    }
  }
}
