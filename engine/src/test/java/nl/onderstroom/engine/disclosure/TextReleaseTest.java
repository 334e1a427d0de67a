package nl.onderstroom.engine.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What people wrote is shown from twenty people on, in no order, beside nothing. */
class TextReleaseTest {
  @Test
  void fewerThanTwentyAreNotShownNotEvenHowMany() {
    TextRelease nineteen = Gate.decide(texts(19), Floors.DEFAULT, new Random(1));
    assertThat(nineteen.texts()).isEmpty();
    assertThat(nineteen.withheld()).contains(Reason.TOO_FEW_RESPONDENTS);
    TextRelease twenty = Gate.decide(texts(20), Floors.DEFAULT, new Random(1));
    assertThat(twenty.texts()).containsExactlyInAnyOrderElementsOf(texts(20));
    assertThat(twenty.withheld()).isEmpty();
  }

  @Test
  void aHigherFloorHoldsForTextsToo() {
    Floors high = new Floors(25, 30);
    assertThat(Gate.decide(texts(29), high, new Random(1)).texts()).isEmpty();
    assertThat(Gate.decide(texts(30), high, new Random(1)).texts()).hasSize(30);
  }

  /** The same chance, and another order of coming in: the same order of showing. */
  @Test
  void theOrderOfComingInTellsNothing() {
    List<String> later = new java.util.ArrayList<>(texts(40));
    Collections.shuffle(later, new Random(9));
    assertThat(Gate.decide(later, Floors.DEFAULT, new Random(3)).texts())
        .isEqualTo(Gate.decide(texts(40), Floors.DEFAULT, new Random(3)).texts());
  }

  /** Where the first text ends up: each place as often as any other. */
  @Test
  void everyPlaceIsAsLikely() {
    int[] seen = new int[20];
    Random random = new Random(5);
    int trials = 20_000;
    for (int trial = 0; trial < trials; trial++) {
      seen[Gate.decide(texts(20), Floors.DEFAULT, random).texts().indexOf("text 00")]++;
    }
    // Chi-squared with 19 degrees of freedom passes 43.8 once in a thousand times.
    double expected = trials / 20.0;
    double chi = IntStream.of(seen).mapToDouble(n -> (n - expected) * (n - expected)).sum();
    assertThat(chi / expected).isLessThan(43.8);
  }

  private static List<String> texts(int people) {
    return IntStream.range(0, people).mapToObj("text %02d"::formatted).toList();
  }
}
