package nl.onderstroom.engine.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nl.onderstroom.engine.landscape.NextStatement.Ranked;
import nl.onderstroom.engine.landscape.SyntheticVotes.Row;
import org.junit.jupiter.api.Test;

/** Somebody is asked about what teaches most, by their own votes alone. */
class NextStatementTest {
  private static final List<String> OFFERED =
      IntStream.range(0, 40).mapToObj(number -> "s" + number).toList();
  private static final SyntheticVotes TWO =
      new SyntheticVotes(new double[] {.5, .5}, 40, 1.5, .7, 1).people(300, 20);
  private static final NextStatement RULE = of(TWO.rows());

  private static LandscapeFit fit(List<Row> rows) {
    return LandscapeFit.of(
        SyntheticVotes.votes(rows), new LandscapeOptions(OptionalInt.empty(), 7, 1, 0, 2));
  }

  private static NextStatement of(List<Row> rows) {
    return fit(rows).nextStatement();
  }

  private static List<String> ids(List<Ranked> ranking) {
    return ranking.stream().map(Ranked::statement).toList();
  }

  private static double priority(NextStatement rule, Map<String, Vote> own, String statement) {
    return rule.ranking(own, List.of(statement)).getFirst().priority();
  }

  @Test
  void whoHasNoVotesYetIsOfferedEverythingTheMostUsefulFirst() {
    List<Ranked> ranking = RULE.ranking(Map.of(), OFFERED);
    assertThat(ids(ranking)).containsExactlyInAnyOrderElementsOf(OFFERED);
    assertThat(ranking)
        .isSortedAccordingTo((one, other) -> Double.compare(other.priority(), one.priority()))
        .allSatisfy(each -> assertThat(each.priority()).isPositive().isFinite());
  }

  @Test
  void nothingIsAskedTwiceAndWhoVotedOnAllIsAskedNothing() {
    Map<String, Vote> own = Map.of("s3", Vote.AGREE, "s5", Vote.PASS);
    assertThat(ids(RULE.ranking(own, OFFERED))).hasSize(38).doesNotContain("s3", "s5");
    Map<String, Vote> all = new HashMap<>();
    OFFERED.forEach(each -> all.put(each, Vote.DISAGREE));
    assertThat(RULE.ranking(all, OFFERED)).isEmpty();
    assertThat(RULE.draw(all, OFFERED, 1)).isEmpty();
    assertThat(RULE.ranking(Map.of(), List.of())).isEmpty();
    assertThat(RULE.ranking(Map.of(), List.of("s1", "s1"))).hasSize(1);
  }

  @Test
  void itIsTheSameInWhateverOrderVotesAndStatementsCome() {
    Map<String, Vote> own = new LinkedHashMap<>();
    Map<String, Vote> other = new LinkedHashMap<>();
    for (int at = 0; at < 9; at++) {
      own.put("s" + at, Vote.of(at % 3 - 1));
      other.put("s" + (8 - at), Vote.of((8 - at) % 3 - 1));
    }
    List<String> shuffled = new ArrayList<>(OFFERED);
    Collections.shuffle(shuffled, new Random(1));
    assertThat(RULE.ranking(other, shuffled)).isEqualTo(RULE.ranking(own, OFFERED));
    assertThat(RULE.draw(other, shuffled, 7)).isEqualTo(RULE.draw(own, OFFERED, 7));
    assertThat(of(TWO.shuffled(3)).ranking(own, OFFERED)).isEqualTo(RULE.ranking(own, OFFERED));
  }

  @Test
  void votesOnStatementsTheLandscapeDoesNotKnowAreNoKnowledgeOfThePerson() {
    Map<String, Vote> own = Map.of("s1", Vote.AGREE, "s2", Vote.DISAGREE);
    Map<String, Vote> more = new HashMap<>(own);
    more.put("elsewhere", Vote.DISAGREE);
    assertThat(RULE.ranking(more, OFFERED)).isEqualTo(RULE.ranking(own, OFFERED));
    assertThat(RULE.ranking(more, List.of("elsewhere"))).isEmpty();
  }

  @Test
  void whatSomebodySaidChangesWhatTheyAreAskedNext() {
    Map<String, Vote> own = new HashMap<>();
    Map<String, Vote> opposite = new HashMap<>();
    IntStream.range(0, 10).forEach(at -> own.put("s" + at, Vote.AGREE));
    IntStream.range(0, 10)
        .forEach(at -> opposite.put("s" + at, at % 2 == 0 ? Vote.AGREE : Vote.DISAGREE));
    assertThat(ids(RULE.ranking(own, OFFERED))).isNotEqualTo(ids(RULE.ranking(opposite, OFFERED)));
    assertThat(priority(RULE, own, "s20"))
        .as("who is known well has less to tell")
        .isLessThan(priority(RULE, Map.of(), "s20"));
  }

  @Test
  void firstComesWhatPlacesSomebodyThenWhatNobodyVotedOnUntilItHasItsShare() {
    List<String> offered = new ArrayList<>(OFFERED);
    offered.add("new");
    Map<String, Vote> own = new HashMap<>();
    assertThat(ids(RULE.ranking(own, offered)).getFirst()).isNotEqualTo("new");
    IntStream.range(0, 8).forEach(at -> own.put("s" + at, Vote.of(at % 2 * 2 - 1)));
    assertThat(ids(RULE.ranking(own, offered)).getFirst()).isEqualTo("new");
    List<Row> rows = new ArrayList<>(TWO.rows());
    for (int person = 0; person < 120; person += 2) {
      rows.add(new Row("p" + person, "new", person % 4 == 0 ? Vote.DISAGREE : Vote.AGREE, 1));
    }
    assertThat(ids(of(rows).ranking(own, offered)).indexOf("new")).isGreaterThan(10);
  }

  @Test
  void whatEverybodyAgreesWithOrPassesOnIsAskedLater() {
    List<Row> rows = new ArrayList<>(TWO.rows());
    SplittableRandom random = new SplittableRandom(2);
    for (int person = 0; person < 300; person += 2) {
      Vote divided = random.nextBoolean() ? Vote.AGREE : Vote.DISAGREE;
      rows.add(new Row("p" + person, "divided", divided, 1));
      rows.add(new Row("p" + person, "united", person == 0 ? Vote.DISAGREE : Vote.AGREE, 1));
      rows.add(new Row("p" + person, "passed", person % 10 == 0 ? divided : Vote.PASS, 1));
    }
    NextStatement rule = of(rows);
    double divided = priority(rule, Map.of(), "divided");
    assertThat(priority(rule, Map.of(), "united")).isLessThan(divided / 2);
    assertThat(priority(rule, Map.of(), "passed")).isLessThan(divided);
  }

  @Test
  void aDrawFollowsItsSeedAndSpreadsPeopleOverTheBestFew() {
    Set<String> drawn = new HashSet<>();
    for (int seed = 0; seed < 200; seed++) {
      String one = RULE.draw(Map.of(), OFFERED, seed).orElseThrow();
      assertThat(RULE.draw(Map.of(), OFFERED, seed)).contains(one);
      drawn.add(one);
    }
    assertThat(drawn)
        .hasSizeBetween(2, 20)
        .contains(RULE.ranking(Map.of(), OFFERED).getFirst().statement());
  }

  @Test
  void oneVoteOnOneStatementIsEnoughToRank() {
    NextStatement one = of(List.of(new Row("p", "s", Vote.AGREE, 1)));
    assertThat(ids(one.ranking(Map.of(), List.of("s", "t")))).containsExactlyInAnyOrder("s", "t");
    assertThat(one.ranking(Map.of("s", Vote.AGREE), List.of("s"))).isEmpty();
    NextStatement passed = of(List.of(new Row("p", "s", Vote.PASS, 1)));
    assertThat(passed.draw(Map.of(), List.of("s"), 1)).contains("s");
  }

  @Test
  void theConversationNeedsVotesMoreWhereItHasFewAndNoneWhereNobodyIsLeft() {
    List<Row> rows = new ArrayList<>(TWO.rows());
    rows.removeIf(row -> row.statement().equals("s7") && row.person().hashCode() % 10 != 0);
    for (int person = 0; person < 300; person++) {
      rows.add(new Row("p" + person, "everybody", Vote.of(person % 2 * 2 - 1), 1));
    }
    Map<String, Double> few = priorities(rows);
    Map<String, Double> all = priorities(TWO.rows());
    assertThat(few.get("s7")).isGreaterThan(1.5 * Objects.requireNonNull(all.get("s7")));
    assertThat(few.get("everybody")).isZero();
    assertThat(few.values().stream().mapToDouble(each -> each).average().orElse(0))
        .isCloseTo(1, within(1e-9));
  }

  private static Map<String, Double> priorities(List<Row> rows) {
    Map<String, Double> priorities = new HashMap<>();
    fit(rows).landscape().statements().forEach(one -> priorities.put(one.id(), one.priority()));
    return priorities;
  }

  /**
   * Of a person of whom (y, u) is uncertain, on statements that are known: what the vote takes
   * away, Cov(z, vote) Cov(z, vote)ᵀ / Var(vote), by drawing a million people.
   */
  @Test
  void aVoteIsWorthTheVarianceThatTheBestLinearPredictionTakesAway() {
    double[][] statements = {{0.5, 1.2}, {-1, 0.3}, {0.2, -0.8}};
    double[] moments = new double[statements.length * 6];
    for (int s = 0; s < statements.length; s++) {
      double[] b = {statements[s][0], 1, statements[s][1]};
      for (int row = 0, at = 6 * s; row < 3; row++) {
        for (int column = 0; column <= row; column++, at++) {
          moments[at] = b[row] * b[column];
        }
      }
    }
    VotesBuilder votes = new VotesBuilder();
    IntStream.range(0, 3).forEach(s -> votes.add(0, votes.statement("s" + s), Vote.AGREE, 0));
    votes.person("p");
    OpinionSpace space = new OpinionSpace(1, 3, moments, 0.49);
    GroupVotes totals;
    try (Workers workers = new Workers(1)) {
      totals = GroupVotes.of(votes.build(), (_, _) -> 0, 1, workers);
    }
    VoteWorth.Asked asked =
        new VoteWorth(space, totals).new Asked(new double[] {0, 0.4}, new double[] {0.49, 0, 0.7});

    SplittableRandom random = new SplittableRandom(1);
    double agrees = 0;
    double[] with = new double[2];
    int people = 1_000_000;
    for (int person = 0; person < people; person++) {
      double y = 0.7 * random.nextGaussian();
      double u = Math.sqrt(0.7) * random.nextGaussian();
      double chance = Logistic.of(0.5 + y + 1.2 * (u + 0.4));
      agrees += chance / people;
      with[0] += y * chance / people;
      with[1] += u * chance / people;
    }
    double taken = 0;
    double[] weights = {1.2, 0.3, -0.8};
    // The fourth statement is one that nobody voted on, as the others are on average.
    for (double w : weights) {
      taken += Math.pow(with[0] + w * with[1], 2) / (agrees * (1 - agrees)) * 4 / 3;
    }
    double answering = (1 + 4 * 3.5 / 4) / 5;
    assertThat(asked.on(0)).isCloseTo(answering * taken, within(0.03 * taken));
  }
}
