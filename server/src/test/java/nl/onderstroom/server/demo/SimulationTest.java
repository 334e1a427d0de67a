package nl.onderstroom.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.onderstroom.server.demo.Truth.Among;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Question.Words;
import nl.onderstroom.server.rounds.Questionnaire;
import org.junit.jupiter.api.Test;

class SimulationTest {
  /** Standard errors beyond which chance is no excuse, with hundreds of comparisons. */
  private static final double BEYOND_CHANCE = 4.5;

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
    Item fear = Items.of(Questionnaire.FIRST.question("job-threat"));
    Item hope = Items.of(Questionnaire.FIRST.question("hope"));
    Item reversed = Items.of(Questionnaire.FIRST.question("keeping-up"));
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
    Question question = Questionnaire.FIRST.question(key);
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
    for (Question question : Questionnaire.FIRST.questions()) {
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
  void itsAnswersComeFromItsTruth() {
    for (long seed = 1; seed <= 5; seed++) {
      var world = new Simulation(Company.example(seed), seed);
      for (int round = 1; round <= Simulation.ROUNDS; round++) {
        List<Sheet> sheets = world.round(round);
        for (Question question : Questionnaire.FIRST.questions()) {
          assertThat(furthestFromTruth(sheets, question, world.truth(), round))
              .as(
                  "seed %d, round %d, %s: standard errors from the truth",
                  seed, round, question.key())
              .isLessThan(BEYOND_CHANCE);
        }
      }
    }
  }

  /** The test above can fail: answers of one round do not fit the truth of another. */
  @Test
  void itsAnswersDoNotFitAnotherTruth() {
    Question jobThreat = Questionnaire.FIRST.question("job-threat");
    assertThat(furthestFromTruth(simulation.round(1), jobThreat, truth, 2))
        .isGreaterThan(BEYOND_CHANCE);
  }

  @Test
  void theTrialOfExperimentsGivesBackThePlantedEffect() {
    int worlds = 40;
    double[] errors = new double[worlds];
    double planted = 0;
    for (int seed = 0; seed < worlds; seed++) {
      var world = new Simulation(company, seed);
      double effect = world.truth().effect(Action.EXPERIMENTS, "tried", 5);
      errors[seed] = differenceInDifferences(world, "tried") - effect;
      planted += effect / worlds;
    }
    double mean = IntStream.range(0, worlds).mapToDouble(i -> errors[i]).average().orElseThrow();
    double square =
        IntStream.range(0, worlds).mapToDouble(i -> (errors[i] - mean) * (errors[i] - mean)).sum();
    double standardError = Math.sqrt(square / (worlds - 1) / worlds);
    assertThat(planted).isGreaterThan(0.25);
    assertThat(Math.abs(mean) / standardError)
        .as("mean error %.3f, standard error %.3f", mean, standardError)
        .isLessThan(3);
    assertThat(planted / standardError).as("the effect stands out").isGreaterThan(6);
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
    return sheets.stream()
        .filter(sheet -> person.test(sheet.person()))
        .map(sheet -> sheet.answers().get(question))
        .filter(Objects::nonNull)
        .mapToInt(List::getFirst)
        .average()
        .orElseThrow();
  }

  /** Over the choices: how far the share seen lies from the share expected, in standard errors. */
  private static double furthestFromTruth(
      List<Sheet> sheets, Question question, Truth truth, int round) {
    List<List<Integer>> answers =
        sheets.stream()
            .map(sheet -> sheet.answers().get(question.key()))
            .filter(Objects::nonNull)
            .toList();
    List<Double> expected = truth.shares(question.key(), round, "OEV", Among.TAKING_PART);
    assertThat(expected.stream().mapToDouble(each -> each).sum())
        .isCloseTo(question instanceof Words ? 2.1 : 1.0, within(1e-9));
    double furthest = 0;
    for (int choice = 1; choice <= expected.size(); choice++) {
      int chosen = choice;
      long seen = answers.stream().filter(each -> each.contains(chosen)).count();
      double share = expected.get(choice - 1);
      double standardError = Math.sqrt(share * (1 - share) / answers.size());
      furthest =
          Math.max(furthest, Math.abs((double) seen / answers.size() - share) / standardError);
    }
    return furthest;
  }

  /** Round 5 against 4, in the teams that begin experiments in 5 against those that begin in 6. */
  private double differenceInDifferences(Simulation world, String question) {
    Truth planted = world.truth();
    var early = new HashSet<Integer>();
    var late = new HashSet<Integer>();
    for (Person person : company.people()) {
      planted
          .firstRound(Action.EXPERIMENTS, person.unitCode())
          .ifPresent(first -> (first == 5 ? early : late).add(person.number()));
    }
    List<Sheet> before = world.round(4);
    List<Sheet> after = world.round(5);
    return mean(after, question, early::contains)
        - mean(before, question, early::contains)
        - mean(after, question, late::contains)
        + mean(before, question, late::contains);
  }
}
