package nl.onderstroom.engine.disclosure.audit;

/**
 * A whole fraction in lowest terms.
 *
 * @param denominator above 0
 */
public record Fraction(long numerator, long denominator) {
  public double value() {
    return (double) numerator / denominator;
  }

  @Override
  public String toString() {
    return denominator == 1 ? Long.toString(numerator) : numerator + "/" + denominator;
  }
}
