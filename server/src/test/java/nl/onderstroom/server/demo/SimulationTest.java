package nl.onderstroom.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.onderstroom.server.demo.Truth.Among;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Questionnaire;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private final Company company = Company.example(Company.DEFAULT_SEED);
  private final Simulation simulation = new Simulation(company, Company.DEFAULT_SEED);
  private final Truth truth = simulation.truth();

  @Test
  void givesTheSameAnswersForTheSameSeedInWhicheverOrder() {
    var again = new Simulation(Company.example(Company.DEFAULT_SEED), Company.DEFAULT_SEED);
    List<Sheet> lastAskedFirst = again.round(6);
    assertThat(again.round(1)).isEqualTo(simulation.round(1));
    assertThat(lastAskedFirst).isEqualTo(simulation.round(6));
    assertThat(new Simulation(company, 7).round(1)).isNotEqualTo(simulation.round(1));
  }

  /** Fixed figures: they change when anything in the simulation does, on whichever machine. */
  @Test
  void givesTheAnswersItAlwaysGave() {
    assertThat(IntStream.rangeClosed(1, 6).map(round -> simulation.round(round).size()))
        .containsExactly(306, 271, 287, 316, 327, 325);
    assertThat(truth.mean("job-threat", 2, "OEV", Among.EVERYONE)).isEqualTo(3.5573160459944186);
  }

  @Test
  void someAgreeWithWhateverIsSaid() {
    Item fear = Items.of(Questionnaire.FIRST.asked("job-threat"));
    Item hope = Items.of(Questionnaire.FIRST.asked("hope"));
    Item reversed = Items.of(Questionnaire.FIRST.asked("keeping-up"));
    Mood yea = new Mood().plus(Latent.STYLE, 1);
    for (Item item : List.of(fear, hope, reversed)) {
      assertThat(item.chances(yea)[4]).isGreaterThan(item.chances(new Mood())[4] + 0.05);
    }
  }

  @Test
  void answersOnlyWhatCanBeChosen() {
    for (int round = 1; round <= Simulation.ROUNDS; round++) {
      for (Sheet sheet : simulation.round(round)) {
        sheet.answers().forEach(SimulationTest::assertPossible);
      }
    }
  }

  private static void assertPossible(String key, List<Integer> chosen) {
    Question.Asked question = Questionnaire.FIRST.asked(key);
    assertThat(chosen)
        .as(key)
        .isNotEmpty()
        .hasSizeLessThanOrEqualTo(question.limit())
        .isSorted()
        .doesNotHaveDuplicates()
        .allMatch(each -> each >= 1 && each <= question.choiceKeys().size());
  }

  @Test
  void sixtyToEightyFiveInAHundredTakePartAndTrustDecides() {
    for (int round = 1; round <= Simulation.ROUNDS; round++) {
      assertThat(simulation.round(round).size() / 420.0).as("round " + round).isBetween(0.6, 0.85);
      assertThat(truth.takingPart(round, "OEV")).isBetween(0.6, 0.85);
    }
    assertThat(truth.takingPart(2, "OEV")).isLessThan(truth.takingPart(1, "OEV") - 0.03);
    assertThat(truth.takingPart(6, "ZWO")).isGreaterThan(truth.takingPart(2, "ZWO") + 0.05);
  }

  @Test
  void twoToFourInAHundredSkipAQuestion() {
    for (Question.Asked question : Questionnaire.FIRST.asked()) {
      long sheets = 0;
      long skipped = 0;
      for (int round = 1; round <= Simulation.ROUNDS; round++) {
        for (Sheet sheet : simulation.round(round)) {
          sheets++;
          skipped += sheet.answers().containsKey(question.key()) ? 0 : 1;
        }
      }
      assertThat((double) skipped / sheets).as(question.key()).isBetween(0.01, 0.055);
    }
  }

  @Test
  void fearRisesAfterTheAnnouncementAndFallsWhereTheCompanyListens() {
    assertThat(observed("job-threat", 2, "OEV"))
        .isGreaterThan(observed("job-threat", 1, "OEV") + 0.5);
    assertThat(observed("hope", 2, "OEV")).isLessThan(observed("hope", 1, "OEV") - 0.2);
    for (String acting : List.of("GOR", "ZWO")) {
      assertThat(observed("job-threat", 5, acting))
          .as(acting)
          .isLessThan(observed("job-threat", 3, acting) - 0.4);
      assertThat(observed("worries", 5, acting))
          .isGreaterThan(observed("worries", 3, acting) + 0.3);
      assertThat(observed("vision", 5, acting)).isGreaterThan(observed("vision", 3, acting) + 0.5);
    }
  }

  @Test
  void terneuzenLags() {
    assertThat(observed("job-threat", 5, "TER"))
        .isGreaterThan(observed("job-threat", 5, "ZWO") + 0.4);
    assertThat(observed("vision", 5, "TER")).isLessThan(observed("vision", 5, "ZWO") - 0.5);
    assertThat(observed("training", 6, "TER")).isLessThan(observed("training", 6, "ZWO") - 0.5);
  }

  @Test
  void mostTurnButNotAll() {
    List<Double> atWorst = truth.shares("stance", 3, "OEV", Among.EVERYONE);
    List<Double> atTheEnd = truth.shares("stance", 6, "OEV", Among.EVERYONE);
    double towardsBefore = atWorst.get(0) + atWorst.get(1);
    double towardsAfter = atTheEnd.get(0) + atTheEnd.get(1);
    assertThat(towardsBefore).isLessThan(0.5);
    assertThat(towardsAfter).isBetween(0.55, 0.8);
  }

  @Test
  void anActionChangesNothingBeforeItBeginsNorWhereItDoesNotReach() {
    assertThat(truth.effect(Action.VISION, "vision", 3)).isZero();
    assertThat(truth.effect(Action.VISION, "vision", 4)).isGreaterThan(0.3);
    assertThat(truth.effect(Action.TRAINING, "vision", 6)).isZero();
    assertThat(truth.effect(Action.TRAINING, "keeping-up", 6)).isNegative();
    assertThat(truth.firstRound(Action.TRAINING, "TER-S-1")).isEmpty();
    assertThat(truth.firstRound(Action.VISION, "TER-S-1")).hasValue(6);
  }

  @Test
  void refusesARoundThatIsNotThere() {
    assertThatThrownBy(() -> simulation.round(7)).hasMessageContaining("rounds 1 to 6; given: 7");
  }

  private double observed(String question, int round, String unit) {
    Set<Integer> there =
        company.peopleIn(unit).stream().map(Person::number).collect(Collectors.toSet());
    return mean(simulation.round(round), question, there::contains);
  }

  private static double mean(List<Sheet> sheets, String question, Predicate<Integer> person) {
    return answers(sheets.stream().filter(sheet -> person.test(sheet.person())).toList(), question)
        .stream()
        .mapToInt(List::getFirst)
        .average()
        .orElseThrow();
  }

  private static List<List<Integer>> answers(List<Sheet> sheets, String question) {
    return sheets.stream()
        .map(sheet -> sheet.answers().get(question))
        .filter(Objects::nonNull)
        .toList();
  }
}
