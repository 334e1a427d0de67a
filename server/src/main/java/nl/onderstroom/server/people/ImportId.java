package nl.onderstroom.server.people;

/** Which pending import. */
record ImportId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
