package nl.onderstroom.engine.disclosure.audit;

/** How much looking a search may do; one that was cut short proves nothing. */
final class Search {
  private long left;
  private boolean isSpent;

  Search(long work) {
    left = work;
  }

  /** Whether there was work enough left for this. */
  boolean step(long work) {
    left -= work;
    isSpent |= left < 0;
    return !isSpent;
  }

  boolean isSpent() {
    return isSpent;
  }
}
