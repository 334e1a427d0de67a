package nl.onderstroom.engine.summary;

/**
 * One thing that each person answers, or that is derived from the answers: what a value of it is,
 * as a {@code long} in a record, and which values are possible. {@link Tally#MISSING} always is.
 */
public sealed interface Quantity {
  /** The longest key, in characters; the shortest is 1, and none may be blank. */
  int MOST_KEY_LENGTH = 100;

  /** Names the quantity within its shape, as in {@code pulse.safety.2}. */
  String key();

  /** Whether the value is possible; not for {@link Tally#MISSING}. */
  boolean accepts(long value);

  /** The possible values in words, for messages. */
  String accepted();

  /** How many counters a summary keeps for it. */
  int cells();

  /**
   * A Likert item or a single choice: one level out of {@code min..max}.
   *
   * @param min lowest level, −1,000 to 1,000
   * @param max highest level, at least {@code min}, at most 1,000
   */
  record Levels(String key, int min, int max) implements Quantity {
    private static final int GREATEST = 1000;

    public Levels {
      requireKey(key);
      if (min < -GREATEST || max > GREATEST || min > max) {
        throw new IllegalArgumentException(
            "%s: levels %d to %d; expected lowest ≤ highest, both within −%d to %d"
                .formatted(key, min, max, GREATEST, GREATEST));
      }
    }

    @Override
    public boolean accepts(long value) {
      return value >= min && value <= max;
    }

    @Override
    public String accepted() {
      return "a level from " + min + " to " + max;
    }

    @Override
    public int cells() {
      return max - min + 1;
    }
  }

  /**
   * Any number of words out of a list. The value is a bit mask: bit 0 is the first word; 0 means
   * that the person answered and ticked none.
   *
   * @param options number of words, 1 to 62
   */
  record Ticks(String key, int options) implements Quantity {
    private static final int MOST = 62;

    public Ticks {
      requireKey(key);
      if (options < 1 || options > MOST) {
        throw new IllegalArgumentException(
            key + ": " + options + " words to tick; expected 1 to " + MOST);
      }
    }

    @Override
    public boolean accepts(long value) {
      return value >= 0 && value >>> options == 0;
    }

    @Override
    public String accepted() {
      return "a bit mask of " + options + " words, 0 to " + ((1L << options) - 1);
    }

    @Override
    public int cells() {
      return options;
    }
  }

  /**
   * A number with a fixed count of decimals, such as a scale score. The value is the number times
   * 10<sup>decimals</sup>: 3.25 with two decimals is 325.
   *
   * @param decimals digits after the point, 0 to 10
   */
  record Decimal(String key, int decimals) implements Quantity {
    /** The greatest size of a value in units of the last decimal; ±1,000 with ten decimals. */
    public static final long GREATEST = 10_000_000_000_000L;

    private static final int MOST = 10;

    public Decimal {
      requireKey(key);
      if (decimals < 0 || decimals > MOST) {
        throw new IllegalArgumentException(
            key + ": " + decimals + " decimals; expected 0 to " + MOST);
      }
    }

    @Override
    public boolean accepts(long value) {
      return value >= -GREATEST && value <= GREATEST;
    }

    @Override
    public String accepted() {
      return "a number in units of 10^-" + decimals + ", −" + GREATEST + " to " + GREATEST;
    }

    @Override
    public int cells() {
      return 1;
    }
  }

  private static void requireKey(String key) {
    if (key.isEmpty()
        || key.length() > MOST_KEY_LENGTH
        || key.codePoints().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException(
          "the key \"%s\" of a quantity: expected 1 to %d characters without blanks"
              .formatted(key, MOST_KEY_LENGTH));
    }
  }
}
