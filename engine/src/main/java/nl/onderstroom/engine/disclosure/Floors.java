package nl.onderstroom.engine.disclosure;

/**
 * The fewest people of whom something may be shown.
 *
 * @param numbers for respondents and means; 7 by default, never under {@value #LEAST}
 * @param distributions for counts per level and per word; 10 by default, never under {@code
 *     numbers}
 */
public record Floors(int numbers, int distributions) {
  /** No agreement can lower a floor below this. */
  public static final int LEAST = 5;

  /** 7 and 10. */
  public static final Floors DEFAULT = new Floors(7, 10);

  public Floors {
    if (numbers < LEAST || distributions < numbers) {
      throw new IllegalArgumentException(
          "floors of %d people for numbers and %d for distributions; expected %d ≤ numbers ≤ distributions"
              .formatted(numbers, distributions, LEAST));
    }
  }
}
