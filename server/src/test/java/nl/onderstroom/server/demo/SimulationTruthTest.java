package nl.onderstroom.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import nl.onderstroom.server.demo.Truth.Among;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Question.Words;
import nl.onderstroom.server.rounds.Questionnaire;
import org.junit.jupiter.api.Test;

/** What is put in is what comes out, over {@value #WORLDS} worlds with seeds from 1. */
class SimulationTruthTest {
  private static final int WORLDS = 24;

  /** Standard errors beyond which chance is no excuse, with some 300 comparisons. */
  private static final double BEYOND_CHANCE = 4.5;

  private static final List<World> ALL =
      LongStream.rangeClosed(1, WORLDS).mapToObj(World::of).toList();

  /** One seed's company, what it answered by round, and what that comes from. */
  private record World(Company company, List<List<Sheet>> rounds, Truth truth) {
    static World of(long seed) {
      Company company = Company.example(seed);
      var simulation = new Simulation(company, seed);
      return new World(
          company,
          IntStream.rangeClosed(1, Simulation.ROUNDS).mapToObj(simulation::round).toList(),
          simulation.truth());
    }

    List<List<Integer>> answers(int round, String question, Predicate<Integer> person) {
      return rounds.get(round - 1).stream()
          .filter(sheet -> person.test(sheet.person()))
          .map(sheet -> sheet.answers().get(question))
          .filter(Objects::nonNull)
          .toList();
    }

    double mean(int round, String question, Predicate<Integer> person) {
      return answers(round, question, person).stream()
          .mapToInt(List::getFirst)
          .average()
          .orElseThrow();
    }
  }

  @Test
  void answersComeFromTheTruth() {
    for (Question.Asked question : Questionnaire.FIRST.asked()) {
      for (int round = 1; round <= Simulation.ROUNDS; round++) {
        assertThat(furthestChoice(question, round, round))
            .as("%s in round %d: standard errors from the truth", question.key(), round)
            .isLessThan(BEYOND_CHANCE);
      }
    }
  }

  /** The test above can fail: answers of one round do not fit the truth of another. */
  @Test
  void answersDoNotFitAnotherTruth() {
    Question.Asked jobThreat = Questionnaire.FIRST.asked("job-threat");
    assertThat(furthestChoice(jobThreat, 1, 2)).isGreaterThan(3 * BEYOND_CHANCE);
    assertThat(furthestChoice(jobThreat, 5, 6)).isGreaterThan(BEYOND_CHANCE);
  }

  /** Who trusts the team answers more often, so answers show more safety than there is. */
  @Test
  void thoseWhoAnswerAreNotEveryone() {
    assertThat(Math.abs(surplusOfMean("worries", Among.TAKING_PART))).isLessThan(BEYOND_CHANCE);
    assertThat(surplusOfMean("worries", Among.EVERYONE)).isGreaterThan(BEYOND_CHANCE);
  }

  @Test
  void theTrialOfExperimentsGivesBackThePlantedEffect() {
    double[] errors =
        ALL.stream()
            .mapToDouble(world -> differenceInDifferences(world, "tried") - planted(world))
            .toArray();
    double planted = ALL.stream().mapToDouble(SimulationTruthTest::planted).average().orElseThrow();
    double mean = IntStream.range(0, WORLDS).mapToDouble(i -> errors[i]).average().orElseThrow();
    double squares =
        IntStream.range(0, WORLDS).mapToDouble(i -> (errors[i] - mean) * (errors[i] - mean)).sum();
    double standardError = Math.sqrt(squares / (WORLDS - 1) / WORLDS);
    assertThat(planted).isGreaterThan(0.25);
    assertThat(Math.abs(mean) / standardError)
        .as("mean error %.3f, standard error %.3f", mean, standardError)
        .isLessThan(3);
    assertThat(planted / standardError).as("the effect stands out").isGreaterThan(6);
  }

  private static double planted(World world) {
    return world.truth().effect(Action.EXPERIMENTS, "tried", 5);
  }

  /**
   * How far the shares chosen in one round lie from those the truth expects of another: the
   * furthest of the choices, in standard errors, over all worlds together.
   */
  private static double furthestChoice(Question.Asked question, int answered, int expected) {
    int choices = question.choiceKeys().size();
    double[] surplus = new double[choices];
    double[] variance = new double[choices];
    for (World world : ALL) {
      List<List<Integer>> answers = world.answers(answered, question.key(), anyone -> true);
      List<Double> shares =
          world.truth().shares(question.key(), expected, "OEV", Among.TAKING_PART);
      assertThat(shares.stream().mapToDouble(each -> each).sum())
          .isCloseTo(question instanceof Words ? 2.1 : 1.0, within(1e-9));
      for (int i = 0; i < choices; i++) {
        int position = i + 1;
        long seen = answers.stream().filter(each -> each.contains(position)).count();
        surplus[i] += seen - shares.get(i) * answers.size();
        variance[i] += shares.get(i) * (1 - shares.get(i)) * answers.size();
      }
    }
    return IntStream.range(0, choices)
        .mapToDouble(i -> Math.abs(surplus[i]) / Math.sqrt(variance[i]))
        .max()
        .orElseThrow();
  }

  /** How far answers lie above the mean expected, in standard errors, over worlds and rounds. */
  private static double surplusOfMean(String question, Among among) {
    double surplus = 0;
    double variance = 0;
    for (World world : ALL) {
      for (int round = 1; round <= Simulation.ROUNDS; round++) {
        double expected = world.truth().mean(question, round, "OEV", among);
        for (List<Integer> answer : world.answers(round, question, anyone -> true)) {
          double above = answer.getFirst() - expected;
          surplus += above;
          variance += above * above;
        }
      }
    }
    return surplus / Math.sqrt(variance);
  }

  /** Round 5 against 4, in the teams that begin experiments in 5 against those that begin in 6. */
  private static double differenceInDifferences(World world, String question) {
    Predicate<Integer> early = beginsIn(world, 5);
    Predicate<Integer> late = beginsIn(world, 6);
    return world.mean(5, question, early)
        - world.mean(4, question, early)
        - world.mean(5, question, late)
        + world.mean(4, question, late);
  }

  private static Predicate<Integer> beginsIn(World world, int round) {
    return world.company().people().stream()
            .filter(each ->
                world
                    .truth()
                    .firstRound(Action.EXPERIMENTS, each.unitCode())
                    .equals(OptionalInt.of(round)))
            .map(Person::number)
            .collect(Collectors.toSet())
        ::contains;
  }
}
