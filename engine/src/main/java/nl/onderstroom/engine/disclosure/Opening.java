package nl.onderstroom.engine.disclosure;

import java.util.List;

/**
 * A {@link Part} that lies open, known by what may still be added to it: two are equal only if
 * whatever is added makes both of them enough, or neither. Then one may stand for the other.
 *
 * <p>The part itself is kept, and what is enough is asked of that. Were two openings equal that
 * should not be, less might be shown than possible, but nothing unsafe.
 */
final class Opening {
  private static final List<Number> NOBODY = List.of(0L);
  private static final List<Number> ENOUGH = List.of(-1L);

  static final Opening NONE = new Opening(Part.ofPeople(0, 0), NOBODY);

  private final Part part;
  private final List<Number> outlook;
  private final int hash;

  private Opening(Part part, List<Number> outlook) {
    this.part = part;
    this.outlook = outlook;
    this.hash = outlook.hashCode();
  }

  static Opening of(Part part) {
    if (part.isEmpty()) {
      return NONE;
    }
    return new Opening(part, part.isEnough() ? ENOUGH : part.outlook());
  }

  boolean isSafe() {
    return outlook.equals(NOBODY) || outlook.equals(ENOUGH);
  }

  /** A part that is enough stays so, whatever is added to it. */
  Opening plus(Opening other) {
    if (outlook.equals(NOBODY) || other.outlook.equals(ENOUGH)) {
      return other;
    }
    if (other.outlook.equals(NOBODY) || outlook.equals(ENOUGH)) {
      return this;
    }
    return of(part.plus(other.part));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Opening that && hash == that.hash && outlook.equals(that.outlook);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return "Opening " + outlook;
  }
}
