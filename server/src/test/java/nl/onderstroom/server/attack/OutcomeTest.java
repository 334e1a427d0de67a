package nl.onderstroom.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import nl.onderstroom.server.attack.Outcome.Verdict;
import org.junit.jupiter.api.Test;

class OutcomeTest {
  @Test
  void chanceHoldsAndALeakDoesNot() {
    assertThat(Outcome.of("chance", false, 100, around(0)).verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(Outcome.of("leak", false, 100, around(.2)).verdict()).isEqualTo(Verdict.FAILS);
  }

  @Test
  void whatIsBrokenHasToBeCaught() {
    assertThat(Outcome.of("leak", true, 100, around(.2)).verdict()).isEqualTo(Verdict.CAUGHT);
    assertThat(Outcome.of("chance", true, 100, around(0)).verdict()).isEqualTo(Verdict.FAILS);
  }

  @Test
  void oneThatSucceedsIsTooManyHoweverManyFailed() {
    assertThat(Outcome.ofTries("votes", false, 1_000, 0).verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(Outcome.ofTries("votes", false, 1_000, 1).verdict()).isEqualTo(Verdict.FAILS);
  }

  /** Wilson, for none of a thousand: 1.96² / (1,000 + 1.96²). */
  @Test
  void whatMayBeThereUnseenIsTold() {
    Outcome none = Outcome.ofTries("votes", false, 1_000, 0);
    assertThat(none.low()).isZero();
    assertThat(none.high()).isBetween(.0038, .0039);
  }

  /** A hundred values, as many above as below. */
  private static double[] around(double mean) {
    return IntStream.range(0, 100).mapToDouble(i -> mean + (i % 2 == 0 ? .3 : -.3)).toArray();
  }
}
