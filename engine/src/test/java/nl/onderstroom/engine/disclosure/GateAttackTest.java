package nl.onderstroom.engine.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Adding and subtracting whatever is shown never leads to fewer people than the floor. */
class GateAttackTest {
  private static final int COMPANIES = 4_000;

  @Test
  void nothingSmallerThanTheFloorCanBeComputed() {
    int shown = 0;
    for (long seed = 1; seed <= COMPANIES; seed++) {
      Company company = new Company(seed);
      Release release = Gate.decide(company.family(), Floors.DEFAULT);
      assertThat(new Leaks(company, release).first()).as("seed %d", seed).isEmpty();
      shown +=
          (int)
              release.units().values().stream().filter(UnitRelease.Shown.class::isInstance).count();
    }
    assertThat(shown).as("units shown; the promise is not kept by silence").isGreaterThan(5_000);
  }

  @Test
  void higherFloorsHoldToo() {
    for (long seed = 1; seed <= COMPANIES / 4; seed++) {
      Company company = new Company(seed);
      Release release = Gate.decide(company.family(), new Floors(11, 16));
      assertThat(new Leaks(company, release).first()).as("seed %d", seed).isEmpty();
    }
  }
}
