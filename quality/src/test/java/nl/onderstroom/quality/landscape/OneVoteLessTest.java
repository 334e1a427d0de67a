package nl.onderstroom.quality.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever thinks something over must not see everybody else change groups. */
class OneVoteLessTest {
  private static final int TRIALS = 6;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vtaiwan.uberx",
        "scoop-hivemind.biodiversity",
        "canadian-electoral-reform",
        "american-assembly.bowling-green"
      })
  void leavesTheGroupsAlmostAsTheyWere(String name) throws IOException {
    Conversation conversation = SharedConversations.read(name);
    Method method = new LandscapeFitMethod();
    Method.Found all = method.find(conversation);
    for (int trial = 0; trial < TRIALS; trial++) {
      int missing = (int) ((long) conversation.votes() * (2 * trial + 1) / (2 * TRIALS));
      Method.Found fewer = method.find(conversation.where(entry -> entry != missing));
      assertThat(fewer.k()).isEqualTo(all.k());
      assertThat(RandIndex.adjusted(all.groups(), fewer.groups())).isGreaterThan(0.9);
    }
  }
}
