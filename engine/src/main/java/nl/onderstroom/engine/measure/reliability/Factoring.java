package nl.onderstroom.engine.measure.reliability;

/** What came of looking for one factor behind items: it, or why there is none. */
sealed interface Factoring permits OneFactor, Factoring.Without {
  /** No factor was found. */
  record Without(ReliabilityRefusal reason) implements Factoring {}
}
