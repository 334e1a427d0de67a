package nl.onderstroom.engine.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import nl.onderstroom.engine.summary.Quantity;
import nl.onderstroom.engine.summary.Summary;
import nl.onderstroom.engine.summary.Tally;
import org.junit.jupiter.api.Test;

class ScaleTest {
  private static final long NO = Tally.MISSING;
  private static final long ONE = 10_000_000_000L;
  private static final Scale SAFETY =
      new Scale("safety", List.of("s1", "s2", "s3", "s4"), Set.of("s2"), 1, 5);

  @Test
  void aScoreIsTheMeanWithReversedItemsTurnedRound() {
    // 5, 6 − 1 = 5, 4, 4
    assertThat(SAFETY.score(new long[] {5, 1, 4, 4})).isEqualTo(45 * ONE / 10);
  }

  @Test
  void halfTheItemsAreEnoughAndFewerAreNot() {
    assertThat(SAFETY.score(new long[] {5, NO, NO, 2})).isEqualTo(35 * ONE / 10);
    assertThat(SAFETY.score(new long[] {5, NO, NO, NO})).isEqualTo(NO);
    assertThat(SAFETY.score(new long[] {NO, NO, NO, NO})).isEqualTo(NO);
    Scale three = new Scale("three", List.of("a", "b", "c"), Set.of(), 1, 5);
    assertThat(three.score(new long[] {5, NO, NO})).isEqualTo(NO);
    assertThat(three.score(new long[] {5, 4, NO})).isEqualTo(45 * ONE / 10);
  }

  @Test
  void aScoreIsRoundedToTheNearestTenthDecimal() {
    Scale three = new Scale("three", List.of("a", "b", "c"), Set.of(), -5, 5);
    assertThat(three.score(new long[] {1, 2, 2})).isEqualTo(16_666_666_667L);
    assertThat(three.score(new long[] {-1, -2, -2})).isEqualTo(-16_666_666_667L);
  }

  @Test
  void aScoredRecordHoldsTheScoreAndWhetherItemsWereSkipped() {
    Scoring scoring = scoring();
    assertThat(scoring.record(new long[] {3, 5, 1, 4, 4}))
        .isEqualTo(new long[] {3, 5, 1, 4, 4, 45 * ONE / 10, 0});
    assertThat(scoring.record(new long[] {3, 5, NO, NO, NO})).endsWith(NO, 1);
    assertThat(scoring.record(new long[] {3, NO, NO, NO, NO})).endsWith(NO, 0);
    Tally tally = new Tally(scoring.shape());
    tally.add(scoring.record(new long[] {3, 5, 1, 4, 4}));
    tally.add(scoring.record(new long[] {3, 5, 5, NO, 3}));
    Summary summary = tally.summary();
    assertThat(summary.moments("safety").mean()).isEqualTo((4.5 + 3) / 2);
    assertThat(summary.histogram("safety.partial").count(1)).isEqualTo(1);
  }

  @Test
  void scalesThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> new Scale("x", List.of("a"), Set.of("b"), 1, 5))
        .hasMessage("x: \"b\" is reversed but not an item; items are [a]");
    assertThatThrownBy(() -> new Scale("x", List.of("a", "a"), Set.of(), 1, 5))
        .hasMessageContaining("named twice");
    assertThatThrownBy(() -> SAFETY.score(new long[] {6, 1, 1, 1}))
        .hasMessage("s1: 6 given; expected a level from 1 to 5");
    assertThatThrownBy(() ->
            new Scoring(
                List.of(new Quantity.Levels("a", 1, 7)),
                List.of(new Scale("x", List.of("a"), Set.of(), 1, 5)),
                List.of()))
        .hasMessageContaining("x: the item is asked as");
    assertThatThrownBy(() -> scoring().record(new long[] {1})).hasMessageContaining("expected 5");
  }

  private static Scoring scoring() {
    return new Scoring(
        List.of(
            new Quantity.Levels("use", 1, 5),
            new Quantity.Levels("s1", 1, 5),
            new Quantity.Levels("s2", 1, 5),
            new Quantity.Levels("s3", 1, 5),
            new Quantity.Levels("s4", 1, 5)),
        List.of(SAFETY),
        List.of("s1", "s2"));
  }
}
