package nl.onderstroom.engine.landscape;

/** What a person said to a statement. */
public enum Vote {
  DISAGREE(-1),
  PASS(0),
  AGREE(1);

  private final int number;

  Vote(int number) {
    this.number = number;
  }

  /** −1 for disagree, 0 for pass, 1 for agree, as in the files of Polis. */
  public int number() {
    return number;
  }

  /**
   * @param number −1, 0 or 1
   * @throws IllegalArgumentException for anything else
   */
  public static Vote of(int number) {
    if (number < -1 || number > 1) {
      throw new IllegalArgumentException("a vote of " + number + "; expected -1, 0 or 1");
    }
    return values()[number + 1];
  }
}
