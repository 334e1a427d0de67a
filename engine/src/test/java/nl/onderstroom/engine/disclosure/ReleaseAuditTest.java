package nl.onderstroom.engine.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseAuditTest {
  /** Shows everything that is large enough by itself, as the usual rule does. */
  private static final Rule USUAL =
      (tree, candidates, own) -> {
        List<List<Part>> totals = Rule.totals(tree, own);
        Rule.Verdict[] verdicts = new Rule.Verdict[tree.size()];
        Arrays.setAll(
            verdicts,
            place ->
                candidates[place] && totals.get(place).getFirst().isEnough()
                    ? Rule.Verdict.SHOWN
                    : Rule.Verdict.TOO_LITTLE);
        return verdicts;
      };

  @Test
  void everyReleaseCarriesItsCertificate() {
    for (long seed = 1; seed <= 300; seed++) {
      Family family = new Company(seed).family();
      Certificate certificate = Gate.decide(family, Floors.DEFAULT).certificate().orElseThrow();
      assertThat(certificate.families())
          .as("units and each question, seed %d", seed)
          .isEqualTo(1 + family.shape().quantities().size());
      assertThat(certificate.colluders()).isEqualTo(3);
    }
  }

  /** Take the tree's rule away, and nothing comes out that leaks. */
  @Test
  void withoutTheRuleOfTheTreeTheAuditStopsTheRelease() {
    int stopped = 0;
    for (long seed = 1; seed <= 300; seed++) {
      Family family = new Company(seed).family();
      Release leaking = Gate.decide(family, Floors.DEFAULT, USUAL);
      try {
        ReleaseAudit.of(family, leaking);
      } catch (UnprovenRelease refused) {
        assertThat(refused).hasMessageContaining("The release is not shown");
        stopped++;
      }
    }
    assertThat(stopped).as("of 300 companies").isGreaterThan(100);
  }

  @Test
  void aRefusalNamesTheQuestionAndNobody() {
    Family family = new Company(1).family();
    for (long seed = 1; seed <= 300; seed++) {
      Family other = new Company(seed).family();
      Release leaking = Gate.decide(other, Floors.DEFAULT, USUAL);
      if (leaks(other, leaking)) {
        family = other;
        break;
      }
    }
    Family leaky = family;
    Release release = Gate.decide(leaky, Floors.DEFAULT, USUAL);
    assertThatThrownBy(() -> ReleaseAudit.of(leaky, release))
        .isInstanceOf(UnprovenRelease.class)
        .hasMessageMatching(
            "The release is not shown: of [a-zA-Z._-]+, \\d+ sets of fewer than 7 people could be"
                + " worked out");
  }

  private static boolean leaks(Family family, Release release) {
    try {
      ReleaseAudit.of(family, release);
      return false;
    } catch (UnprovenRelease refused) {
      return true;
    }
  }
}
