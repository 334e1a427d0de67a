package nl.onderstroom.engine.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {
  /** p.adjust of R for these five; NaN is no test. */
  @Test
  void holmIsThatOfHolm() {
    double[] p = {0.01, 0.04, Double.NaN, 0.03, 0.005};
    assertThat(Holm.adjusted(p))
        .containsExactly(new double[] {0.03, 0.06, 1, 0.06, 0.02}, within(1e-12));
    assertThat(Holm.adjusted(new double[] {0.9, 0.8})).containsExactly(1, 1);
  }
}
