package nl.onderstroom.quality.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.onderstroom.engine.landscape.Landscape;
import nl.onderstroom.engine.landscape.LandscapeFit;
import nl.onderstroom.engine.landscape.LandscapeOptions;
import nl.onderstroom.engine.landscape.NewVote;
import nl.onderstroom.engine.landscape.Participant;
import nl.onderstroom.engine.landscape.Prediction;
import nl.onderstroom.engine.landscape.StatementResult;
import nl.onderstroom.engine.landscape.Vote;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * On real votes: the last ones taken warm give, within the tolerance stated, a cold look at all.
 */
class WarmLandscapeTest {
  private static final LandscapeOptions OPTIONS =
      new LandscapeOptions(OptionalInt.empty(), 7, 1, 3, 2);

  @ParameterizedTest
  @CsvSource({
    "vtaiwan.uberx, .01, 10",
    "vtaiwan.uberx, .05, 100",
    "scoop-hivemind.biodiversity, .01, 10",
    "scoop-hivemind.biodiversity, .05, 100",
    "canadian-electoral-reform, .01, 10",
    "canadian-electoral-reform, .05, 100",
    "american-assembly.bowling-green, .01, 10",
    "american-assembly.bowling-green, .05, 100"
  })
  void isNearALookAtAllVotes(String name, double late, int batch) throws IOException {
    Conversation conversation = SharedConversations.read(name);
    LandscapeFit warm = warm(conversation, late, batch);
    LandscapeFit cold = LandscapeFit.of(conversation.engineVotes(), OPTIONS);
    assertThat(warm.landscape().groups()).hasSameSizeAs(cold.landscape().groups());
    assertGroupsAreNear(warm.landscape(), cold.landscape());
    assertStatementsAreNear(warm.landscape(), cold.landscape());
    assertThat(apart(warm, cold)).isLessThan(0.01);
  }

  private static LandscapeFit warm(Conversation conversation, double late, int batch) {
    boolean[] early = conversation.keeping(1 - late, 7);
    LandscapeFit fit =
        LandscapeFit.of(conversation.where(entry -> early[entry]).engineVotes(), OPTIONS);
    List<NewVote> news = news(conversation, early);
    for (int from = 0; from < news.size(); from += batch) {
      fit = fit.with(news.subList(from, Math.min(news.size(), from + batch)));
    }
    return fit;
  }

  /** In any order: votes come as people please. */
  private static List<NewVote> news(Conversation conversation, boolean[] early) {
    List<NewVote> news = new ArrayList<>();
    for (int person = 0; person < conversation.people(); person++) {
      for (int at = conversation.start(person); at < conversation.end(person); at++) {
        if (!early[at]) {
          news.add(
              new NewVote(
                  Integer.toString(person),
                  Integer.toString(conversation.statement(at)),
                  Vote.of(conversation.vote(at) - 1)));
        }
      }
    }
    int[] order = Conversation.permutation(news.size(), new SplittableRandom(3));
    return IntStream.of(order).mapToObj(news::get).toList();
  }

  private static void assertGroupsAreNear(Landscape warm, Landscape cold) {
    Map<String, Participant> people =
        warm.participants().stream()
            .collect(Collectors.toMap(Participant::id, Function.identity()));
    int[] groups = new int[cold.participants().size()];
    int[] others = new int[groups.length];
    double differences = 0;
    for (int at = 0; at < groups.length; at++) {
      Participant one = cold.participants().get(at);
      Participant other = Objects.requireNonNull(people.get(one.id()));
      groups[at] = one.group().orElse(-1);
      others[at] = other.group().orElse(-1);
      double chance = groups[at] == others[at] ? other.probability() : 1 - other.probability();
      differences += Math.abs(one.probability() - chance);
    }
    assertThat(RandIndex.adjusted(groups, others)).isGreaterThan(0.95);
    assertThat(differences / groups.length).isLessThan(0.01);
    for (int group = 0; group < cold.groups().size(); group++) {
      double share = cold.groups().get(group).share();
      assertThat(Math.abs(warm.groups().get(group).share() - share)).isLessThan(0.03);
    }
  }

  private static void assertStatementsAreNear(Landscape warm, Landscape cold) {
    Map<String, StatementResult> results =
        warm.statements().stream()
            .collect(Collectors.toMap(StatementResult::id, Function.identity()));
    for (StatementResult one : cold.statements()) {
      StatementResult other = Objects.requireNonNull(results.get(one.id()));
      assertThat(other.agree()).isEqualTo(one.agree());
      assertThat(other.disagree()).isEqualTo(one.disagree());
      assertThat(other.pass()).isEqualTo(one.pass());
      assertThat(Math.abs(other.consensus() - one.consensus())).isLessThan(0.05);
    }
  }

  /** Root mean square of how far the chances of agreeing lie apart. */
  private static double apart(LandscapeFit warm, LandscapeFit cold) {
    List<Participant> people = cold.landscape().participants();
    List<StatementResult> statements = cold.landscape().statements();
    SplittableRandom random = new SplittableRandom(5);
    double squares = 0;
    int pairs = 5000;
    for (int pair = 0; pair < pairs; pair++) {
      String person = people.get(random.nextInt(people.size())).id();
      String statement = statements.get(random.nextInt(statements.size())).id();
      double apart =
          agrees(warm.predict(person, statement)) - agrees(cold.predict(person, statement));
      squares += apart * apart;
    }
    return Math.sqrt(squares / pairs);
  }

  private static double agrees(Prediction prediction) {
    return prediction.agree() / (prediction.agree() + prediction.disagree());
  }
}
