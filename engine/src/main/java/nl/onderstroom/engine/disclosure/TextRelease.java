package nl.onderstroom.engine.disclosure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Rule R6: what people wrote, of one question and one group. Shown from {@value #LEAST_PEOPLE}
 * people on, in an order that chance makes, and without anything beside it: no score, no cohort, no
 * other text of the same person. Only {@link Gate#decide(List, Floors, RandomGenerator)} makes one.
 *
 * <p>Somebody may be recognised by what they write or how. No rule can help that; pages have to say
 * so where people write.
 */
public final class TextRelease {
  /** Whatever the floors: fewer people know each other's way of writing. */
  public static final int LEAST_PEOPLE = 20;

  static final int MOST_TEXTS = 1_000_000;

  private final List<String> texts;
  private final Optional<Reason> withheld;

  private TextRelease(List<String> texts, Optional<Reason> withheld) {
    this.texts = List.copyOf(texts);
    this.withheld = withheld;
  }

  /**
   * @param texts one a person; nobody's two
   * @param random whose order nobody can know: a cryptographic one in the product
   */
  static TextRelease of(List<String> texts, Floors floors, RandomGenerator random) {
    if (texts.size() > MOST_TEXTS) {
      throw new IllegalArgumentException(
          "%d texts; expected at most %d".formatted(texts.size(), MOST_TEXTS));
    }
    if (texts.size() < Math.max(LEAST_PEOPLE, floors.distributions())) {
      return new TextRelease(List.of(), Optional.of(Reason.TOO_FEW_RESPONDENTS));
    }
    List<String> shuffled = new ArrayList<>(texts);
    // Sorted first: then the order in which they came in cannot matter to where chance puts them.
    Collections.sort(shuffled);
    Collections.shuffle(shuffled, java.util.Random.from(random));
    return new TextRelease(shuffled, Optional.empty());
  }

  /** Empty when withheld: not even how many there are. */
  public List<String> texts() {
    return texts;
  }

  /** Why nothing is shown. */
  public Optional<Reason> withheld() {
    return withheld;
  }
}
