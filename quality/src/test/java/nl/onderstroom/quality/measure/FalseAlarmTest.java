package nl.onderstroom.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nl.onderstroom.engine.effect.ActionEffect;
import nl.onderstroom.engine.effect.Panel;
import nl.onderstroom.engine.measure.waves.MeanChange;
import nl.onderstroom.engine.measure.waves.Sample;
import nl.onderstroom.engine.measure.waves.WaveChange;
import nl.onderstroom.engine.measure.waves.Waves;
import nl.onderstroom.quality.measure.SimulatedCompany.Change;
import nl.onderstroom.quality.measure.SimulatedCompany.Plan;
import org.junit.jupiter.api.Test;

/**
 * A thousand companies in which nothing changed and nothing helped: how often is it claimed all the
 * same? And when something did, is it found? Seeds are the numbers of the companies; {@code
 * -Donderstroom.rounds=20000} asks for more of them.
 */
class FalseAlarmTest {
  private static final int ROUNDS = Integer.getInteger("onderstroom.rounds", 1000);

  /** Five in a hundred. */
  private static final double MOST = 0.05;

  private static final double WORTH_HAVING = 0.2 * SimulatedCompany.PERSON;

  /** Shares of rounds. */
  private record Rates(String what, double claimed, double denied, double naive) {
    void print(String claim, String denial, String other) {
      System.out.printf(
          Locale.ROOT,
          "%-62s | %s %.3f | %s %.3f | %s %.3f%n",
          what,
          claim,
          claimed,
          denial,
          denied,
          other,
          naive);
    }
  }

  @Test
  void changeIsNotClaimedWhereNothingChanged() {
    System.out.printf("%nWaves: %d rounds, 30 teams, 4 scales and every team judged%n", ROUNDS);
    Plan usual = Plan.usual();
    List<Plan> nothing =
        List.of(
            usual,
            new Plan(30, 4, 0.75, 0.7, 0.6, 0.05),
            new Plan(30, 4, 1, 0.95, 0.9, 0),
            new Plan(30, 4, 0.75, 0.5, 0, 0),
            new Plan(30, 4, 0.9, 0.7, 0.6, 0.2),
            new Plan(8, 4, 0.9, 0.7, 0.6, 0.1),
            new Plan(4, 4, 0.9, 0.9, 0.6, 0));
    for (Plan plan : nothing) {
      Rates rates = waves("nothing changed: " + plan, plan, 0);
      printWaves(rates);
      assertThat(rates.claimed()).as(rates.what()).isLessThanOrEqualTo(MOST);
    }
    Rates found = waves("every scale rose .2", usual, 0.2);
    printWaves(found);
    printWaves(waves("every scale rose .1", usual, 0.1));
    assertThat(found.claimed()).isGreaterThan(0.9);
    Rates replaced =
        waves("every scale rose .4, but 40% left", new Plan(30, 4, 0.6, 0.7, 0.6, 0.05), 0.4);
    printWaves(replaced);
    assertThat(replaced.claimed()).isZero();
  }

  private static void printWaves(Rates rates) {
    rates.print("claimed", "\"not changed\"", "any Welch p < .05");
  }

  /** Claims: of any scale or team; denials and the uncorrected test: of the scales. */
  private static Rates waves(String what, Plan plan, double rise) {
    double[] sums =
        IntStream.range(0, ROUNDS)
            .parallel()
            .mapToObj(seed -> wavesOf(plan, rise, seed))
            .reduce(new double[3], FalseAlarmTest::sum);
    return new Rates(what, sums[0] / ROUNDS, sums[1] / ROUNDS / plan.scales(), sums[2] / ROUNDS);
  }

  private static double[] wavesOf(Plan plan, double rise, int seed) {
    SimulatedCompany company = new SimulatedCompany(plan, seed);
    List<List<Sample>> before = company.answers(SimulatedCompany::nothing);
    company.goesOn();
    List<List<Sample>> after = company.answers((team, scale) -> rise);
    List<Waves> questions = new ArrayList<>();
    for (int scale = 0; scale < plan.scales(); scale++) {
      questions.add(new Waves(before.get(scale), after.get(scale), company.turnover()));
    }
    for (int scale = 0; scale < plan.scales(); scale++) {
      for (int team = 0; team < plan.teams(); team++) {
        questions.add(
            Waves.of(before.get(scale).get(team), after.get(scale).get(team), company.turnover()));
      }
    }
    List<WaveChange> verdicts = WaveChange.judge(questions);
    boolean claimed = verdicts.stream().anyMatch(WaveChange.Changed.class::isInstance);
    double denied =
        verdicts.stream()
            .limit(plan.scales())
            .filter(WaveChange.NotChanged.class::isInstance)
            .count();
    boolean naive =
        questions.stream()
            .limit(plan.scales())
            .anyMatch(waves ->
                new MeanChange(Sample.of(waves.before()), Sample.of(waves.after())).p() < 0.05);
    return new double[] {claimed ? 1 : 0, denied, naive ? 1 : 0};
  }

  /** Who acts. */
  private enum Choice {
    BY_LOT,
    /** Whose score on the first scale was lowest at the wave before. */
    LOWEST_SCORE,
    /** Who are durably lowest on it. */
    LOWEST_LEVEL,
    /** Whose score was highest. */
    HIGHEST_SCORE
  }

  private record Rollout(Choice choice, int acting, boolean inTwoSteps) {}

  @Test
  void helpIsNotClaimedWhereNothingHelped() {
    System.out.printf("%nActions: %d rounds of 30 teams, all scales judged together%n", ROUNDS);
    Plan plan = new Plan(30, 4, 0.85, 0.7, 0.6, 0.1);
    for (Choice choice : Choice.values()) {
      nothingHelped(plan, new Rollout(choice, 12, false));
    }
    nothingHelped(plan, new Rollout(Choice.LOWEST_SCORE, 15, true));
    nothingHelped(plan, new Rollout(Choice.LOWEST_SCORE, 2, false));
    Plan noisy = new Plan(30, 1, 0.85, 0.5, 0.3, 0.15);
    for (Choice choice : Choice.values()) {
      nothingHelped(noisy, new Rollout(choice, 12, false));
    }
    // Few teams are judged by assignments, a thousand a scale: one scale, which Holm spares most.
    nothingHelped(noisy, new Rollout(Choice.BY_LOT, 6, false));
    nothingHelped(noisy, new Rollout(Choice.LOWEST_SCORE, 6, false));
  }

  private static void nothingHelped(Plan plan, Rollout rollout) {
    Rates rates =
        actions(
            "nothing helped, %d scales: %s".formatted(plan.scales(), rollout), plan, rollout, 0);
    rates.print("claimed", "\"did not help\"", "before–after claimed");
    assertThat(rates.claimed()).as(rates.what()).isLessThanOrEqualTo(MOST);
    if (rollout.choice() == Choice.LOWEST_SCORE) {
      assertThat(rates.naive()).as("the rounds hold a trap").isGreaterThan(MOST);
    }
  }

  @Test
  void helpIsFoundWhereSomethingHelped() {
    System.out.printf("%nActions that help: %d rounds%n", ROUNDS);
    Plan plan = new Plan(30, 4, 0.85, 0.7, 0.6, 0.1);
    for (Choice choice : Choice.values()) {
      Rollout rollout = new Rollout(choice, 12, false);
      for (double effect : new double[] {0.3, 0.5}) {
        Rates rates =
            actions("all scales + %s: %s".formatted(effect, rollout), plan, rollout, effect);
        rates.print("any found", "\"did not help\"", "before–after claimed");
        assertThat(rates.denied()).as(rates.what()).isLessThan(0.05);
        if (effect == 0.5) {
          assertThat(rates.claimed()).as(rates.what()).isGreaterThan(0.5);
        }
      }
    }
  }

  private static Rates actions(String what, Plan plan, Rollout rollout, double effect) {
    double[] sums =
        IntStream.range(0, ROUNDS)
            .parallel()
            .mapToObj(seed -> actionsOf(plan, rollout, effect, seed))
            .reduce(new double[3], FalseAlarmTest::sum);
    return new Rates(what, sums[0] / ROUNDS, sums[1] / ROUNDS / plan.scales(), sums[2] / ROUNDS);
  }

  private static double[] actionsOf(Plan plan, Rollout rollout, double effect, int seed) {
    SimulatedCompany company = new SimulatedCompany(plan, seed);
    List<List<List<Sample>>> waves = new ArrayList<>();
    waves.add(company.answers(SimulatedCompany::nothing));
    company.goesOn();
    waves.add(company.answers(SimulatedCompany::nothing));
    int[] first = chosen(rollout, company, waves.getLast().getFirst(), seed);
    int last = rollout.inTwoSteps() ? 3 : 2;
    for (int wave = 2; wave <= last; wave++) {
      company.goesOn();
      int now = wave;
      Change change = (team, scale) -> first[team] <= now ? effect : 0;
      waves.add(company.answers(change));
    }
    List<ActionEffect.Question> questions = new ArrayList<>();
    for (int scale = 0; scale < plan.scales(); scale++) {
      List<List<Sample>> teams = new ArrayList<>();
      for (int team = 0; team < plan.teams(); team++) {
        int row = team;
        int column = scale;
        teams.add(waves.stream().map(wave -> wave.get(column).get(row)).toList());
      }
      questions.add(new ActionEffect.Question(Panel.of(teams, first), true, WORTH_HAVING));
    }
    List<ActionEffect> verdicts = ActionEffect.judge(questions, seed);
    boolean claimed = verdicts.stream().anyMatch(ActionEffect.Helped.class::isInstance);
    double denied = verdicts.stream().filter(ActionEffect.DidNotHelp.class::isInstance).count();
    return new double[] {claimed ? 1 : 0, denied, isClaimedFromBeforeAfter(waves, first) ? 1 : 0};
  }

  /** What is often done: of the teams that acted, the first scale before and after. */
  private static boolean isClaimedFromBeforeAfter(List<List<List<Sample>>> waves, int[] first) {
    List<Sample> before = new ArrayList<>();
    List<Sample> after = new ArrayList<>();
    for (int team = 0; team < first.length; team++) {
      if (first[team] == 2) {
        before.add(waves.get(1).getFirst().get(team));
        after.add(waves.get(2).getFirst().get(team));
      }
    }
    MeanChange change = new MeanChange(Sample.of(before), Sample.of(after));
    return change.p() < 0.05 && change.difference() > 0;
  }

  /** First waves: 2, or for the second half of the teams that act 3 when in two steps. */
  private static int[] chosen(
      Rollout rollout, SimulatedCompany company, List<Sample> scores, long seed) {
    SplittableRandom random = new SplittableRandom(~seed);
    double[] keys = new double[scores.size()];
    for (int team = 0; team < keys.length; team++) {
      keys[team] =
          switch (rollout.choice()) {
            case BY_LOT -> random.nextDouble();
            case LOWEST_SCORE -> scores.get(team).mean();
            case LOWEST_LEVEL -> company.level(team, 0);
            case HIGHEST_SCORE -> -scores.get(team).mean();
          };
    }
    int[] order =
        IntStream.range(0, keys.length)
            .boxed()
            .sorted(Comparator.comparingDouble(team -> keys[team]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] first = new int[keys.length];
    java.util.Arrays.fill(first, Panel.NEVER);
    for (int rank = 0; rank < rollout.acting(); rank++) {
      first[order[rank]] = rollout.inTwoSteps() && 2 * rank >= rollout.acting() ? 3 : 2;
    }
    return first;
  }

  private static double[] sum(double[] left, double[] right) {
    return new double[] {left[0] + right[0], left[1] + right[1], left[2] + right[2]};
  }
}
