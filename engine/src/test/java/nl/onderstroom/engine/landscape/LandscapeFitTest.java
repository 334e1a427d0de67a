package nl.onderstroom.engine.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import nl.onderstroom.engine.landscape.GroupEvidence.Verdict;
import nl.onderstroom.engine.landscape.StatementResult.Role;
import nl.onderstroom.engine.landscape.SyntheticVotes.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LandscapeFitTest {
  private static final double[] FOUR = {.4, .3, .2, .1};
  private static final LandscapeOptions OPTIONS =
      new LandscapeOptions(OptionalInt.empty(), 7, 1, 5, 2);
  private static final double[] HALVES = {.5, .5};
  private static final LandscapeOptions TWO = new LandscapeOptions(OptionalInt.of(2), 7, 1, 3, 2);
  private static final LandscapeOptions TWO_QUICK =
      new LandscapeOptions(OptionalInt.of(2), 7, 1, 0, 2);

  private static Landscape landscape(Votes votes) {
    return LandscapeFit.of(votes, OPTIONS).landscape();
  }

  @Test
  void findsFourGroupsThatAreThereThroughYeaSaying() {
    SyntheticVotes four = new SyntheticVotes(FOUR, 200, 1, 1, 1).people(1000, 100);
    Landscape landscape = landscape(four.votes());
    assertThat(landscape.groups()).hasSize(4);
    assertThat(four.recovered(landscape)).isGreaterThan(0.9);
    assertThat(landscape.confidence()).isGreaterThan(0.9);
    assertThat(landscape.groups().getFirst().share()).isCloseTo(0.4, within(0.06));
    assertThat(landscape.groups())
        .allSatisfy(group -> {
          assertThat(group.marks()).isNotEmpty();
          assertThat(group.shareInterval().low()).isLessThan(group.share());
          assertThat(group.shareInterval().high()).isGreaterThan(group.share());
        });
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 2})
  void seesOneGroupWherePeopleDifferOnlyInHowReadilyTheyAgree(double yeaSaying) {
    SyntheticVotes one = new SyntheticVotes(new double[] {1}, 120, 1, yeaSaying, 2).people(500, 50);
    Landscape landscape = landscape(one.votes());
    assertThat(landscape.groups()).hasSize(1);
    assertThat(landscape.evidence()).hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void twoGroupsForcedOnNoiseAreNotMarkedByIt(long seed) {
    SyntheticVotes one = new SyntheticVotes(new double[] {1}, 200, 1, 1, seed).people(500, 60);
    Landscape landscape = LandscapeFit.of(one.votes(), TWO).landscape();
    assertThat(landscape.groups()).hasSize(2);
    assertThat(landscape.evidence().get(1).verdict()).isEqualTo(Verdict.ASKED_FOR);
    assertThat(landscape.groups()).allSatisfy(group -> assertThat(group.marks()).isEmpty());
    assertThat(landscape.statements())
        .noneMatch(said -> said.role() == Role.DIVIDES || said.role() == Role.DIFFERS);
    assertThat(landscape.confidence()).isLessThan(0.8);
  }

  @Test
  void ofTheMarksAtMostOneInTwentyIsOnAStatementThatDoesNotDiffer() {
    double wrong =
        LongStream.rangeClosed(1, 12)
            .mapToDouble(seed -> wrongMarks(new SyntheticVotes(HALVES, 200, 0.9, 1, seed)))
            .average()
            .orElse(1);
    assertThat(wrong).isLessThan(0.05);
  }

  private static double wrongMarks(SyntheticVotes halves) {
    Landscape landscape =
        LandscapeFit.of(halves.alikeOn(100).people(500, 80).votes(), TWO_QUICK).landscape();
    List<OpinionGroup.Mark> marks =
        landscape.groups().stream().flatMap(group -> group.marks().stream()).toList();
    assertThat(marks).isNotEmpty();
    long wrong =
        marks.stream().filter(m -> Integer.parseInt(m.statement().substring(1)) < 100).count();
    return (double) wrong / marks.size();
  }

  @Test
  void isTheSameToTheLastBitHoweverTheVotesAreShuffledAndWhoeverCounts() {
    SyntheticVotes four = new SyntheticVotes(FOUR, 100, 1, 1, 4).people(200, 50);
    Landscape first = landscape(four.votes());
    for (int seed = 0; seed < 3; seed++) {
      Landscape again = landscape(SyntheticVotes.votes(four.shuffled(seed)));
      assertThat(again).isEqualTo(first);
    }
    LandscapeOptions alone = new LandscapeOptions(OptionalInt.empty(), 7, 1, 5, 1);
    assertThat(LandscapeFit.of(four.votes(), alone).landscape()).isEqualTo(first);
  }

  @Test
  void doesNotDependOnHowPeopleAndStatementsAreCalled() {
    SyntheticVotes four = new SyntheticVotes(FOUR, 100, 1, 1, 5).people(200, 50);
    List<Row> renamed =
        four.shuffled(1).stream()
            .map(row -> new Row(renamed(row.person()), renamed(row.statement()), row.vote(), 1))
            .toList();
    Map<String, Participant> first = byId(landscape(four.votes()));
    Map<String, Participant> other = byId(landscape(SyntheticVotes.votes(renamed)));
    first.forEach((id, person) -> {
      Participant same = Objects.requireNonNull(other.get(renamed(id)));
      assertThat(same.group()).isEqualTo(person.group());
      assertThat(same.x()).isEqualTo(person.x());
      assertThat(same.probability()).isEqualTo(person.probability());
    });
  }

  private static String renamed(String id) {
    return "x" + (977 * Integer.parseInt(id.substring(1)) % 1009);
  }

  private static Map<String, Participant> byId(Landscape landscape) {
    Map<String, Participant> people = new HashMap<>();
    landscape.participants().forEach(one -> people.put(one.id(), one));
    return people;
  }

  @Test
  void predictsVotesItDidNotSeeBetterThanWhatPeopleSayOnAverage() {
    SyntheticVotes two = new SyntheticVotes(new double[] {.5, .5}, 60, 1.5, .7, 6).people(400, 45);
    List<Row> rows = two.shuffled(1);
    List<Row> hidden = rows.subList(0, rows.size() / 10);
    List<Row> seen = rows.subList(rows.size() / 10, rows.size());
    LandscapeFit fit = LandscapeFit.of(SyntheticVotes.votes(seen), OPTIONS);
    Map<String, double[]> means = new HashMap<>();
    for (Row row : seen) {
      double[] counts = means.computeIfAbsent(row.statement(), _ -> new double[] {1, 2});
      counts[0] += row.vote() == Vote.AGREE ? 1 : 0;
      counts[1]++;
    }
    double ours = 0;
    double usual = 0;
    for (Row row : hidden) {
      Prediction chances = fit.predict(row.person(), row.statement());
      assertThat(chances.agree() + chances.disagree() + chances.pass()).isCloseTo(1, within(1e-12));
      double[] mean = means.getOrDefault(row.statement(), new double[] {1, 2});
      ours += loss(chances.agree(), row.vote() == Vote.AGREE);
      usual += loss(mean[0] / mean[1], row.vote() == Vote.AGREE);
    }
    assertThat(ours).isLessThan(0.9 * usual);
  }

  private static double loss(double chance, boolean happened) {
    return -Math.log(happened ? chance : 1 - chance);
  }

  @Test
  void saysWhatIsUsualOfSomebodyOrSomethingUnknown() {
    SyntheticVotes two = new SyntheticVotes(new double[] {.5, .5}, 30, 1, 0, 7).people(100, 20);
    LandscapeFit fit = LandscapeFit.of(two.votes(), OPTIONS);
    assertThat(fit.predict("nobody", "s1").agree()).isBetween(0.01, 0.99);
    assertThat(fit.predict("p1", "nothing").agree()).isBetween(0.01, 0.99);
    assertThat(fit.predict("nobody", "nothing").pass()).isBetween(0.02, 0.3);
  }

  @Test
  void looksAtTheSmallestVotesToo() {
    VotesBuilder builder = new VotesBuilder();
    assertThatThrownBy(() -> landscape(builder.build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no votes");
    builder.add("only", "one", Vote.AGREE, 0);
    Landscape one = landscape(builder.build());
    assertThat(one.groups()).hasSize(1);
    assertThat(one.participants()).hasSize(1);
    for (int person = 0; person < 30; person++) {
      builder.add("p" + person, "one", Vote.AGREE, 0);
    }
    assertThat(landscape(builder.build()).groups()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1})
  void allAlikeAreOneGroup(int vote) {
    VotesBuilder builder = new VotesBuilder();
    for (int person = 0; person < 60; person++) {
      for (int statement = 0; statement < 20; statement++) {
        builder.add("p" + person, "s" + statement, Vote.of(vote), 0);
      }
    }
    Landscape landscape = landscape(builder.build());
    assertThat(landscape.groups()).hasSize(1);
    assertThat(landscape.statements())
        .allSatisfy(one -> assertThat(one.divisiveness()).isBetween(0.0, 0.05));
    StatementResult.Role expected =
        vote == 1
            ? StatementResult.Role.UNITES_FOR
            : vote == -1 ? StatementResult.Role.UNITES_AGAINST : StatementResult.Role.OPEN;
    assertThat(landscape.statements())
        .allSatisfy(one -> assertThat(one.role()).isEqualTo(expected));
  }

  @Test
  void putsNobodyInAGroupWhoVotedTooLittle() {
    SyntheticVotes four = new SyntheticVotes(FOUR, 100, 1, 1, 8).people(200, 50);
    List<Row> rows = new java.util.ArrayList<>(four.rows());
    for (int statement = 0; statement < 6; statement++) {
      rows.add(new Row("shy", "s" + statement, Vote.AGREE, 0));
    }
    Participant shy =
        Objects.requireNonNull(byId(landscape(SyntheticVotes.votes(rows))).get("shy"));
    assertThat(shy.group()).isEmpty();
    assertThat(shy.votes()).isEqualTo(6);
    assertThat(shy.x()).isFinite();
  }
}
