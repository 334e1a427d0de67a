package nl.onderstroom.engine.measure.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DetectableChangeTest {
  /** R: power.t.test(n = 20, delta = 1, sd = 1) has power .8689528. */
  @Test
  void powerIsThatOfTheNoncentralT() {
    assertThat(NoncentralT.survival(2.024394164, 38, Math.sqrt(10.0)))
        .isEqualTo(0.8689528, within(1e-7));
    assertThat(NoncentralT.survival(1, 1, 0)).isEqualTo(0.25, within(1e-10));
    assertThat(DetectableChange.unlinked(10, 30, 2))
        .isEqualTo(2 * DetectableChange.unlinked(30, 10, 1), within(1e-9));
    assertThat(DetectableChange.paired(30, 0.9, 0.5))
        .isLessThan(DetectableChange.unlinked(30, 30, 0.9));
    assertThatThrownBy(() -> DetectableChange.unlinked(1, 9, 1)).hasMessageContaining("n ≥ 2");
    assertThatThrownBy(() -> DetectableChange.paired(9, 1, 1)).hasMessageContaining("below 1");
  }
}
