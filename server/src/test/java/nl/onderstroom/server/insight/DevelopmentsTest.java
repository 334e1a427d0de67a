package nl.onderstroom.server.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.engine.disclosure.Gate;
import nl.onderstroom.engine.disclosure.Membership;
import nl.onderstroom.engine.disclosure.Release;
import nl.onderstroom.engine.disclosure.UnitRelease;
import nl.onderstroom.engine.measure.waves.Turnover;
import nl.onderstroom.server.demo.Company;
import nl.onderstroom.server.demo.Simulation;
import nl.onderstroom.server.demo.Truth;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.shell.Spoken;
import nl.onderstroom.server.shell.Words;
import org.junit.jupiter.api.Test;

/** What is said of a change, beside what truly changed at the example company. */
class DevelopmentsTest {
  private static final Words ENGLISH = Spoken.in("en");
  private static final Truth TRUTH =
      new Simulation(Company.example(Company.DEFAULT_SEED), Company.DEFAULT_SEED).truth();

  /** Of five rounds of changes, each said to be one is one, in the right direction. */
  @Test
  void everyChangeThatIsToldOfTheWholeIsTrue() {
    int told = 0;
    for (int round = 2; round <= Simulation.ROUNDS; round++) {
      List<String> sentences = whole(round).sentences();
      for (Question question : Questionnaire.FIRST.questions()) {
        String name = new Phrases(ENGLISH).name(question);
        for (String sentence : sentences) {
          boolean higher = sentence.startsWith("“" + name + "” is higher");
          if (higher || sentence.startsWith("“" + name + "” is lower")) {
            double truly = truly(question, round);
            assertThat(higher ? truly : -truly).as("round %d: %s", round, sentence).isPositive();
            told++;
          }
        }
      }
    }
    assertThat(told).as("changes told").isGreaterThan(10);
  }

  @Test
  void everyQuestionOfAScaleIsSpokenOfOnce() {
    for (int round = 2; round <= Simulation.ROUNDS; round++) {
      String all = String.join("\n", whole(round).sentences());
      for (String key : Trends.keys(Questionnaire.FIRST, Questionnaire.FIRST)) {
        String name = new Phrases(ENGLISH).name(Questionnaire.FIRST.question(key));
        assertThat(all.split("“" + name + "”", -1).length - 1).as("%s in %s", name, all).isOne();
      }
    }
  }

  /** Fewer keep up, and the scale of the question runs the other way. */
  @Test
  void aReversedQuestionIsToldByWhatItIsAbout() {
    Question reversed = Questionnaire.FIRST.question("keeping-up");
    assertThat(Iceberg.isReversed(reversed)).isTrue();
    double fall = truly(reversed, 2);
    assertThat(fall).isNegative();
    assertThat(whole(2).table().orElseThrow().rows())
        .filteredOn(row -> row.name().equals(new Phrases(ENGLISH).name(reversed)))
        .singleElement()
        .satisfies(row ->
            assertThat(number(row.numbers().get(1))).isLessThan(number(row.numbers().get(0))));
  }

  @Test
  void aTeamWhereAFewCameOrWentSaysOnlyThat() {
    Release release = Examples.release(6);
    String team = shownTeam(release);
    List<Membership> others =
        Examples.units().stream()
            .filter(unit -> !unit.code().equals(team))
            .map(unit -> new Membership(unit.code(), unit.parentCode(), Turnover.none(420)))
            .toList();
    var since =
        new Since(
            Examples.round(5),
            Gate.compare(
                Examples.release(5),
                release,
                others,
                Trends.keys(Questionnaire.FIRST, Questionnaire.FIRST)));
    var said = Developments.of(ENGLISH, Examples.round(6), team, since, Floors.DEFAULT);
    assertThat(said.table()).isEmpty();
    assertThat(said.sentences())
        .allSatisfy(sentence -> assertThat(sentence).contains("compare").doesNotContain("scale"))
        .anySatisfy(sentence -> assertThat(sentence).contains("we do not compare", "fewer than 7"));
  }

  @Test
  void ofASmallTeamTheReasonAndWhatWouldBeEnoughIsTold() {
    Release release = Examples.release(6);
    String team = shownTeam(release);
    var said =
        Developments.of(
            ENGLISH,
            Examples.round(6),
            team,
            Examples.since(6, release).orElseThrow(),
            Floors.DEFAULT);
    assertThat(said.table()).isEmpty();
    assertThat(said.sentences()).anySatisfy(sentence -> assertThat(sentence).contains("30 people"));
  }

  @Test
  void theFirstRoundSaysThatThereIsNothingToCompareWith() {
    String page = Examples.page(ENGLISH, Examples.view(ENGLISH, 1, "", Examples.release(1)));
    assertThat(page).contains("There is no earlier round that we can compare this one with.");
  }

  @Test
  void questionsThatWereAskedOtherwiseAreNotCompared() {
    List<Question> other = new ArrayList<>(Questionnaire.FIRST.questions());
    Question.Statement hope = (Question.Statement) Questionnaire.FIRST.question("hope");
    other.replaceAll(
        each -> each.equals(hope) ? new Question.Statement("hope", hope.construct(), true) : each);
    assertThat(Trends.keys(Questionnaire.FIRST, Questionnaire.FIRST))
        .contains("hope", "use")
        .doesNotContain("feelings", "stance");
    assertThat(Trends.keys(Questionnaire.FIRST, new Questionnaire("pulse", 2, other)))
        .contains("use")
        .doesNotContain("hope");
  }

  private static Developments whole(int number) {
    Release release = Examples.release(number);
    Round round = Examples.round(number);
    Optional<Since> since = Examples.since(number, release);
    return Developments.of(
        ENGLISH, round, Examples.units().getFirst().code(), since.orElseThrow(), Floors.DEFAULT);
  }

  /** Of what the question is about: of a reversed one the other way round. */
  private static double truly(Question question, int round) {
    String whole = Examples.units().getFirst().code();
    double change =
        TRUTH.mean(question.key(), round, whole, Truth.Among.TAKING_PART)
            - TRUTH.mean(question.key(), round - 1, whole, Truth.Among.TAKING_PART);
    return Iceberg.isReversed(question) ? -change : change;
  }

  private static String shownTeam(Release release) {
    return release.units().keySet().stream()
        .filter(unit ->
            release.unit(unit) instanceof UnitRelease.Shown shown
                && shown.respondents().orElse(Long.MAX_VALUE) < 15)
        .filter(unit -> Examples.release(5).unit(unit) instanceof UnitRelease.Shown)
        .findFirst()
        .orElseThrow();
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }
}
