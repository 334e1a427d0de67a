package nl.onderstroom.engine.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.SplittableRandom;
import nl.onderstroom.engine.landscape.GroupEvidence.Verdict;
import org.junit.jupiter.api.Test;

/** Opinions without groups: people lie along two lines, more of them at one end. */
class ContinuumTest {
  private static Votes continuum(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    VotesBuilder votes = new VotesBuilder();
    double[][] statements = new double[80][3];
    for (double[] statement : statements) {
      for (int at = 0; at < 3; at++) {
        statement[at] = random.nextGaussian();
      }
    }
    for (int person = 0; person < 400; person++) {
      double first = -Math.log(random.nextDouble()) - 1;
      double second = -Math.log(random.nextDouble()) - 1;
      for (int statement = 0; statement < 80; statement++) {
        double[] at = statements[statement];
        double logit = 0.5 * at[0] + 0.8 * first * at[1] + 0.5 * second * at[2];
        if (random.nextDouble() < 0.4) {
          boolean agrees = random.nextDouble() < Logistic.of(logit);
          votes.add("p" + person, "s" + statement, agrees ? Vote.AGREE : Vote.DISAGREE, 0);
        }
      }
    }
    return votes.build();
  }

  @Test
  void moreThanOneGroupIsNotClaimedWhenItIsNotFoundAgain() {
    LandscapeOptions options = new LandscapeOptions(OptionalInt.empty(), 7, 1, 7, 2);
    int doubted = 0;
    for (int seed = 1; seed <= 4; seed++) {
      Landscape landscape = LandscapeFit.of(continuum(seed), options).landscape();
      for (GroupEvidence evidence : landscape.evidence()) {
        boolean chosen = evidence.groups() > 1 && evidence.verdict() == Verdict.CHOSEN;
        assertThat(!chosen || evidence.stability() >= 0.85).isTrue();
        doubted += evidence.verdict() == Verdict.NOT_STABLE ? 1 : 0;
      }
    }
    assertThat(doubted).isPositive();
  }
}
