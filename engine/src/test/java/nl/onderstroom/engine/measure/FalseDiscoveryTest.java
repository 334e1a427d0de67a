package nl.onderstroom.engine.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {
  @Test
  void ratesAreThoseOfBenjaminiAndHochberg() {
    double[] p = {0.01, 0.04, Double.NaN, 0.03, 0.005};
    assertThat(FalseDiscovery.rates(p))
        .containsExactly(new double[] {0.02, 0.04, 1, 0.04, 0.02}, within(1e-12));
  }
}
