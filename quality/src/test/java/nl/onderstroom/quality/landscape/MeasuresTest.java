package nl.onderstroom.quality.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import nl.onderstroom.quality.landscape.LatentClasses.Criterion;
import nl.onderstroom.quality.landscape.Method.Found;
import nl.onderstroom.quality.landscape.Synthetic.Regime;
import org.junit.jupiter.api.Test;

/** The measures measure what they say, and tell good methods from bad ones. */
class MeasuresTest {
  private static final Method CLASSES = new InCanonicalOrder(new LatentClasses(Criterion.BIC));
  private static final Method GRAPH = new InCanonicalOrder(new AgreementGraph());

  /** The example of scikit-learn's adjusted_rand_score. */
  @Test
  void theRandIndexIsThatOfHubertAndArabie() {
    int[] groups = {0, 0, 1, 2};
    assertThat(RandIndex.adjusted(groups, new int[] {0, 0, 1, 1}))
        .isEqualTo(4 / 7.0, offset(1e-12));
    assertThat(RandIndex.adjusted(groups, new int[] {2, 2, 0, 1})).isEqualTo(1);
    assertThat(RandIndex.adjusted(new int[4], new int[] {0, 1, 0, 1})).isZero();
    assertThat(RandIndex.adjusted(new int[4], new int[4])).isEqualTo(1);
    assertThat(RandIndex.adjusted(new int[] {0, 0, 1, 1, 0}, new int[] {1, 1, 0, 0, -1}))
        .isEqualTo(1);
  }

  /** Knowing nothing of people gives the means themselves; knowing their votes almost no loss. */
  @Test
  void votesAreForetoldBesideTheMeans() {
    Conversation votes = Synthetic.of(Regime.fourGroups(200, 1, 0), 3).conversation();
    Method means = fixed(votes, false);
    assertThat(Measures.foretold(means, votes, 1)).isEqualTo(1, offset(1e-12));
    assertThat(Measures.foretold(fixed(votes, true), votes, 1)).isLessThan(0.01);
  }

  private static Method fixed(Conversation all, boolean seer) {
    return new Method() {
      @Override
      public String name() {
        return "fixed";
      }

      @Override
      public Found find(Conversation votes) {
        double[] means = votes.smoothedMeans();
        return new Found(
            1,
            new int[votes.people()],
            (person, statement) -> seer ? said(person, statement) : means[statement]);
      }

      private double said(int person, int statement) {
        double agrees = 0;
        for (int at = all.start(person); at < all.end(person); at++) {
          boolean yes = all.statement(at) == statement && all.vote(at) == Conversation.AGREE;
          agrees = yes ? 1 : agrees;
        }
        return agrees;
      }
    };
  }

  @Test
  void theOracleIsRightWhereGroupsDifferMuchAndKnowsWhereTheyDoNot() {
    assertThat(oracle(1.1)).isGreaterThan(0.99);
    assertThat(oracle(0.3)).isBetween(0.2, 0.8);
  }

  private static double oracle(double deviation) {
    Synthetic synthetic = Synthetic.of(Regime.fourGroups(500, deviation, 0), 1);
    return RandIndex.adjusted(synthetic.groups(), synthetic.oracle());
  }

  @Test
  void theLatentClassesFindFourKnownGroupsAndMeanImputationDoesNot() {
    Synthetic synthetic = Synthetic.of(Regime.fourGroups(600, 0.8, 0), 1);
    Found found = CLASSES.find(synthetic.conversation());
    assertThat(found.k()).isEqualTo(4);
    assertThat(RandIndex.adjusted(synthetic.groups(), found.groups())).isGreaterThan(0.9);
    Found usual = new MeanImputation().find(synthetic.conversation());
    assertThat(RandIndex.adjusted(synthetic.groups(), usual.groups())).isLessThan(0.5);
  }

  @Test
  void thereAreNoGroupsInNoiseNorInYeaSaying() {
    Conversation noise = Synthetic.noise(500, 100, 40, 5);
    Conversation one = Synthetic.of(Regime.oneGroup(500, 100, 1, 40), 4).conversation();
    assertThat(CLASSES.find(noise).k()).isEqualTo(1);
    assertThat(CLASSES.find(one).k()).isEqualTo(1);
    assertThat(GRAPH.find(noise).k()).isEqualTo(1);
    assertThat(GRAPH.find(one).k()).isEqualTo(1);
  }

  @Test
  void theOrderOfARealConversationChangesNothing() throws IOException {
    Conversation brexit = SharedConversations.read("brexit-consensus");
    assertThat(Measures.inOtherOrders(CLASSES, brexit, 2)).isEqualTo(1);
    assertThat(Measures.inOtherOrders(GRAPH, brexit, 2)).isEqualTo(1);
  }
}
