package nl.onderstroom.quality.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Integer programs over everything that is published of firms of 100 to 300 people, in trees of
 * three to five levels of which 60 to 90% took part: no person's answer is recovered any better
 * than the counts of a group of at least seven tell it anyhow, and none is certain. What the usual
 * rule shows, every group of five, is broken by the same code. See {@link Recovered} for what is
 * compared with what.
 */
class ReconstructionTest {
  private static final int FIRMS = 6;
  private static final int QUESTIONS = 3;

  @Test
  void noPersonsAnswerIsRecoveredAndThatOfTheUsualRuleIs() {
    Recovered ours = attack(Published::byUs);
    Recovered usual = attack(Published::byVendor);
    assertThat(ours.certain).isZero();
    assertThat(ours.beyondGroup.low()).as("%s", ours.beyondGroup).isLessThanOrEqualTo(0);
    assertThat(usual.certain).isGreaterThan(usual.people / 100);
    assertThat(usual.beyondGroup.low()).isGreaterThan(.02);
    assertThat(usual.beyondCompany.low()).isGreaterThan(ours.beyondCompany.high());
  }

  private static Recovered attack(Function<MadeFirm, List<Published>> publisher) {
    var recovered = new Recovered();
    for (long seed = 1; seed <= FIRMS; seed++) {
      MadeFirm firm = MadeFirm.of(seed, QUESTIONS);
      List<Published> published = publisher.apply(firm);
      for (int question = 0; question < QUESTIONS; question++) {
        Published shown = published.get(question);
        recovered.add(
            firm, question, shown, new Reconstruction(shown, MadeFirm.LEVELS, seed + question));
      }
    }
    return recovered;
  }
}
