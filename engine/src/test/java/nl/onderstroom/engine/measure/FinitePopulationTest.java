package nl.onderstroom.engine.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FinitePopulationTest {
  @Test
  void whereEverybodyAnsweredTheMeanIsKnown() {
    assertThat(FinitePopulation.ofMean(8, 8, 3, 1)).isEqualTo(new Interval(3, 3));
    assertThat(FinitePopulation.ofMean(8, 4, 3, 1).high())
        .isLessThan(Interval.ofMean(4, 3, 1).high());
    assertThatThrownBy(() -> FinitePopulation.ofMean(7, 8, 3, 1))
        .hasMessageContaining("8 answers of 7 people");
  }
}
