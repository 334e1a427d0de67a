package nl.onderstroom.server.rounds;

/** Which round. */
public record RoundId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
