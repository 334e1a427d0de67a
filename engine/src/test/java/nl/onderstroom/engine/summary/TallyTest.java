package nl.onderstroom.engine.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
  @Test
  void aValueOutOfRangeIsRefusedByNameAndChangesNothing() {
    Tally tally = new Tally(ExampleShape.PULSE);
    long[] person = {3, 6, 0, 0, 0, 0};
    assertThatThrownBy(() -> tally.add(person))
        .hasMessage("safety: 6 given; expected a level from -2 to 2, or Tally.MISSING");
    assertThat(tally.summary()).isEqualTo(Summary.empty(ExampleShape.PULSE));
  }

  @Test
  void aBitBeyondTheWordsIsRefused() {
    Tally tally = new Tally(SummaryShape.of(new Quantity.Ticks("feelings", 3)));
    assertThatThrownBy(() -> tally.add(new long[] {8})).hasMessageContaining("feelings: 8 given");
    assertThatThrownBy(() -> tally.add(new long[] {-1})).hasMessageContaining("0 to 7");
  }

  @Test
  void aRecordOfTheWrongLengthIsRefused() {
    assertThatThrownBy(() -> new Tally(ExampleShape.PULSE).add(new long[] {1}))
        .hasMessage("a record of 1 values; expected 6, one for each quantity");
  }

  @Test
  void tickingNothingIsAnAnswer() {
    Tally tally = new Tally(SummaryShape.of(new Quantity.Ticks("feelings", 3)));
    tally.add(new long[] {0});
    tally.add(new long[] {Tally.MISSING});
    assertThat(tally.summary().ticks("feelings").n()).isEqualTo(1);
    assertThat(tally.summary().ticks("feelings").missing()).isEqualTo(1);
    assertThat(tally.summary().respondents()).isEqualTo(2);
  }

  @Test
  void shapesSayWhatIsWrongWithThem() {
    Quantity.Levels a = new Quantity.Levels("a", 1, 5);
    Quantity.Ticks words = new Quantity.Ticks("words", 4);
    assertThatThrownBy(() -> SummaryShape.of(a, a))
        .hasMessage("quantity \"a\" is there twice; give each its own key");
    assertThatThrownBy(() -> new SummaryShape(List.of(a), List.of("b")))
        .hasMessage("no quantity \"b\"; there are: [a]");
    assertThatThrownBy(() -> new SummaryShape(List.of(words), List.of("words")))
        .hasMessage("\"words\" cannot be crossed: only quantities with levels can");
    assertThatThrownBy(() -> new Quantity.Levels("a", 5, 1)).hasMessageContaining("a: levels 5");
    assertThatThrownBy(() -> new Quantity.Ticks("a", 63)).hasMessageContaining("expected 1 to 62");
    assertThatThrownBy(() -> new Quantity.Decimal("a", 11)).hasMessageContaining("0 to 10");
    assertThatThrownBy(() -> new Quantity.Levels("a b", 1, 5)).hasMessageContaining("blanks");
  }

  @Test
  void askingForTheWrongKindNamesBoth() {
    assertThatThrownBy(() -> Summary.empty(ExampleShape.PULSE).ticks("vision"))
        .hasMessage("vision is summarised as Histogram, not as TickCounts");
  }
}
