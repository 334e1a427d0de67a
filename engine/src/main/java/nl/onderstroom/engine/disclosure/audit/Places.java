package nl.onderstroom.engine.disclosure.audit;

/** A set of places that is walked in ascending order while more are added further on. */
final class Places {
  private final java.util.BitSet places;

  Places(int size) {
    places = new java.util.BitSet(size);
  }

  void add(int place) {
    places.set(place);
  }

  /** The first from here on; {@link Integer#MAX_VALUE} when there is none. */
  int next(int from) {
    int found = places.nextSetBit(from);
    return found < 0 ? Integer.MAX_VALUE : found;
  }

  int size() {
    return places.cardinality();
  }

  void clear() {
    places.clear();
  }
}
