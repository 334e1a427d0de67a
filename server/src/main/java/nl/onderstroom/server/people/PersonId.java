package nl.onderstroom.server.people;

/** Which person; never given out twice. */
public record PersonId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
