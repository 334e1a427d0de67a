package nl.onderstroom.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.onderstroom.server.attack.Outcome.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each game against servers of its own: ours hold, and what is broken on purpose is caught. */
@Tag("database")
class AttackTest {
  private static final int BITS = 2_048;
  private static final int TEAMS = 4;
  private static final long SEED = 7;

  /** Too few people to be sure of a small leak; a large one shows. */
  @Test
  void whoHoldsEverythingFindsAnOrderWhereThereIsOne() {
    DumpGame dump = new DumpGame(TEAMS, BITS, SEED);
    assertThat(dump.play(Breakage.NONE, 1).advantage()).isLessThan(.4);
    assertThat(dump.play(Breakage.LOGGED, 1).verdict()).isEqualTo(Verdict.CAUGHT);
  }

  /** Neither by who came when nor by the answers beside it. */
  @Test
  void whoWroteSomethingIsFoundOnlyWhereAnOrderIsKept() {
    WorriesGame worries = new WorriesGame(TEAMS, BITS, SEED);
    assertThat(worries.play(Breakage.NONE, 1)).allMatch(outcome -> outcome.advantage() < .4);
    assertVerdicts(worries.play(Breakage.INSERTION_ORDER, 1), Verdict.CAUGHT);
  }

  @Test
  void aBallotCountsOnceAndWhatIsNoneIsRefusedInOneWay() {
    try (Firm firm = Firm.open(2, Breakage.NONE, BITS)) {
      assertVerdicts(new SecondVoteGame(firm, Breakage.NONE, SEED).play(), Verdict.HOLDS);
    }
    try (Firm firm = Firm.open(2, Breakage.CREDULOUS, BITS)) {
      assertVerdicts(new SecondVoteGame(firm, Breakage.CREDULOUS, SEED).play(), Verdict.CAUGHT);
    }
  }

  @Test
  void whatOnePersonSaidWhoLeftIsNotTold() {
    try (Firm firm = Firm.open(TEAMS, Breakage.NONE, BITS)) {
      assertThat(new ChurnGame(firm, SEED).play(10))
          .extracting(Outcome::verdict)
          .containsExactly(Verdict.HOLDS, Verdict.CAUGHT);
    }
  }

  private static void assertVerdicts(List<Outcome> outcomes, Verdict expected) {
    assertThat(outcomes.stream().collect(Collectors.toMap(Function.identity(), Outcome::verdict)))
        .hasSize(2)
        .allSatisfy((outcome, verdict) -> assertThat(verdict).isEqualTo(expected));
  }
}
