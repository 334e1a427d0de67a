package nl.onderstroom.server.people;

/** Which unit; never given out twice. */
public record UnitId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
