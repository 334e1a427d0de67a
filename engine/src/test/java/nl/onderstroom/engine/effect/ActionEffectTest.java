package nl.onderstroom.engine.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import nl.onderstroom.engine.effect.ActionEffect.CannotTell;
import nl.onderstroom.engine.effect.ActionEffect.DidNotHelp;
import nl.onderstroom.engine.effect.ActionEffect.Helped;
import nl.onderstroom.engine.effect.ActionEffect.Question;
import nl.onderstroom.engine.effect.ActionEffect.Reason;
import nl.onderstroom.engine.effect.ActionEffect.Refused;
import nl.onderstroom.engine.measure.waves.Sample;
import org.junit.jupiter.api.Test;

class ActionEffectTest {
  private static final int NEVER = Panel.NEVER;

  @Test
  void aClearEffectHelped() {
    Panel panel = panel(24, 12, 0.5);
    Helped helped = (Helped) judge(panel, true);
    assertThat(helped.evidence().plain().value()).isEqualTo(0.5, within(0.2));
    assertThat(helped.evidence().plain().value())
        .isEqualTo(DifferenceInDifferences.of(panel, 1, 2).value(), within(1e-12));
    assertThat(helped.evidence().assignments()).isEmpty();
    assertThat(helped.evidence().interval().low()).isPositive();
    ActionEffect.Evidence evidence = helped.evidence();
    assertThat(evidence.beforeAfter() - evidence.expectedAnyway())
        .isEqualTo(evidence.adjusted().value(), within(1e-12));
  }

  @Test
  void withFewTeamsItIsTheAssignmentsThatTell() {
    Helped helped = (Helped) judge(panel(24, 4, 0.6), true);
    assertThat(helped.evidence().assignments().orElseThrow().isExact()).isFalse();
    assertThat(helped.p()).isLessThan(0.05);
  }

  @Test
  void whereMoreIsWorseARiseDidNotHelp() {
    Panel rise = panel(24, 12, 0.5);
    assertThat(judge(rise, false)).isInstanceOf(DidNotHelp.class);
    assertThat(judge(panel(24, 12, -0.5), false)).isInstanceOf(Helped.class);
    assertThat(judge(panel(24, 12, -0.5), true)).isInstanceOf(DidNotHelp.class);
  }

  @Test
  void noEffectDidNotHelpOnlyWhenThatIsSure() {
    Panel none = panel(60, 30, 0);
    assertThat(judge(none, true)).isInstanceOf(DidNotHelp.class);
    assertThat(ActionEffect.judge(List.of(new Question(none, true, 0.01)), 1))
        .hasOnlyElementsOfType(CannotTell.class);
    assertThatThrownBy(() -> new Question(none, true, 0)).hasMessageContaining("expected > 0");
  }

  @Test
  void theMoreIsAskedTheStrongerItMustBe() {
    Question question = new Question(panel(24, 12, 0.25), true, 0.2);
    Helped alone = (Helped) ActionEffect.judge(List.of(question), 1).getFirst();
    List<ActionEffect> many = ActionEffect.judge(Collections.nCopies(500, question), 1);
    assertThat(many.getFirst()).isInstanceOf(CannotTell.class);
    assertThat(((CannotTell) many.getFirst()).p())
        .isEqualTo(Math.min(1, alone.p() * 500), within(1e-12));
  }

  /**
   * Teams never change; a wave adds luck. The lowest act, and nothing comes of it. Plain
   * difference-in-differences sees their luck pass as an effect; adjusted it does not.
   */
  @Test
  void luckThatPassesIsNoHelp() {
    double plain = 0;
    double adjusted = 0;
    int rounds = 200;
    for (int seed = 0; seed < rounds; seed++) {
      Panel panel = lowestOf(seed);
      plain += ActionEstimate.of(panel, false).effect().value() / rounds;
      adjusted += ActionEstimate.of(panel, true).effect().value() / rounds;
    }
    assertThat(plain).isGreaterThan(0.3);
    assertThat(adjusted).isBetween(-0.05, 0.05);
  }

  private static Panel lowestOf(int seed) {
    Random random = new Random(seed);
    double[][] outcomes = new double[30][2];
    for (double[] team : outcomes) {
      double level = 0.3 * random.nextGaussian();
      team[0] = level + 0.3 * random.nextGaussian();
      team[1] = level + 0.3 * random.nextGaussian();
    }
    Arrays.sort(outcomes, (one, other) -> Double.compare(one[0], other[0]));
    int[] first = new int[30];
    Arrays.fill(first, NEVER);
    Arrays.fill(first, 0, 10, 1);
    return Panel.of(outcomes, first);
  }

  @Test
  void refusalsSayWhatWouldBeEnough() {
    double nan = Double.NaN;
    refused(new double[][] {{1}, {2}}, new int[] {NEVER, NEVER}, Reason.ONE_WAVE_ONLY, 1, 2);
    refused(
        new double[][] {{1, nan}, {2, nan}},
        new int[] {1, NEVER},
        Reason.A_WAVE_WITHOUT_ANSWERS,
        1,
        2);
    refused(new double[][] {{1, 2}, {2, 3}}, new int[] {NEVER, NEVER}, Reason.NOBODY_ACTED, 0, 1);
    refused(new double[][] {{1, 2}, {2, 3}}, new int[] {0, NEVER}, Reason.NO_WAVE_BEFORE, 0, 1);
    refused(
        new double[][] {{1, nan}, {2, 3}},
        new int[] {1, NEVER},
        Reason.NO_ANSWERS_OF_THOSE_WHO_ACTED,
        0,
        1);
    refused(new double[][] {{1, 2}}, new int[] {1}, Reason.TOO_FEW_CONTROLS, 0, 5);
    refused(
        new double[][] {{1, 2}, {2, 3}, {1, 2}, {4, 3}, {2, 2}},
        new int[] {1, NEVER, NEVER, NEVER, NEVER},
        Reason.TOO_FEW_CONTROLS,
        4,
        5);
    refused(
        new double[][] {{1, 9}, {2, 3}, {1, 2.5}, {4, 3}, {2, 2}, {1, 1}},
        new int[] {1, NEVER, NEVER, NEVER, NEVER, NEVER},
        Reason.TOO_FEW_WAYS,
        6,
        20);
  }

  private static void refused(
      double[][] outcomes, int[] first, Reason reason, double given, double enough) {
    assertThat(judge(Panel.of(outcomes, first), true))
        .isEqualTo(new Refused(reason, given, enough));
  }

  private static ActionEffect judge(Panel panel, boolean moreIsBetter) {
    return ActionEffect.judge(List.of(new Question(panel, moreIsBetter, 0.2)), 1).getFirst();
  }

  /** One team out of 20 acted and changed most: p is one in twenty, by hand. */
  @Test
  void allWaysOfActingAreCountedWhenTheyAreFew() {
    double[][] outcomes = new double[20][2];
    for (int team = 0; team < 20; team++) {
      outcomes[team][1] = team * team;
    }
    int[] first = new int[20];
    Arrays.fill(first, NEVER);
    first[19] = 1;
    RandomisationInference one = inference(Panel.of(outcomes, first));
    assertThat(one).isEqualTo(new RandomisationInference(0.05, one.point(), 20, true));
    first[18] = 1;
    RandomisationInference two = inference(Panel.of(outcomes, first));
    assertThat(two.assignments()).isEqualTo(190);
    assertThat(two.p()).isEqualTo(1 / 190.0, within(1e-12));
    for (int team = 10; team < 20; team++) {
      first[team] = 1;
    }
    RandomisationInference ten = inference(Panel.of(outcomes, first));
    assertThat(ten.isExact()).isFalse();
    assertThat(ten.p()).isEqualTo(1.0 / RandomisationInference.MOST_ASSIGNMENTS);
    assertThat(inference(Panel.of(outcomes, first))).isEqualTo(ten);
    first[0] = 1;
    first[19] = NEVER;
    assertThat(RandomisationInference.assignments(Panel.of(outcomes, first)))
        .isEqualTo(184756, within(1e-6));
  }

  /** The mean change of those who acted, from that of all. */
  private static RandomisationInference inference(Panel panel) {
    return RandomisationInference.of(
        panel,
        other -> {
          double acted = 0;
          double all = 0;
          int count = 0;
          for (int team = 0; team < other.teams(); team++) {
            double change = other.outcome(team, 1) - other.outcome(team, 0);
            all += change / other.teams();
            acted += other.firstWave(team) == 1 ? change : 0;
            count += other.firstWave(team) == 1 ? 1 : 0;
          }
          return Math.max(0, acted / count - all);
        },
        9);
  }

  @Test
  void theLowestRiseByWhatIsLuckInThem() {
    // Half of the variance between means is luck: 10 people with variance 10·v, teams with v.
    List<Sample> before = List.of(new Sample(10, 1, 5), new Sample(10, 2, 5), new Sample(10, 3, 5));
    RegressionToMean expected =
        RegressionToMean.expected(before, new boolean[] {true, false, false});
    assertThat(expected.chosen()).isEqualTo(0.5, within(1e-12));
    assertThat(expected.rest()).isEqualTo(-0.25, within(1e-12));
    double[] earlier = {1, 2, 3, 6};
    double[] later = {2.5, 3, 3.5, 5};
    RegressionToMean fromWaves =
        RegressionToMean.expected(earlier, later, later, new boolean[] {true, false, false, false});
    assertThat(fromWaves.chosen()).isEqualTo(0.5 + 0.5 * (3.5 - 2.5), within(1e-12));
    assertThat(RegressionToMean.seen(earlier, later, RegressionToMean.lowestQuarter(earlier)))
        .isEqualTo(new RegressionToMean(1.5, (1 + 0.5 - 1) / 3));
    assertThat(RegressionToMean.lowestQuarter(new double[] {4, Double.NaN, 3, 2, 1, 0}))
        .containsExactly(false, false, false, false, true, true);
    assertThatThrownBy(() -> RegressionToMean.expected(before, new boolean[3]))
        .hasMessageContaining("no known team is chosen");
    assertThatThrownBy(
            () -> RegressionToMean.expected(List.of(Sample.of(1), Sample.of(2)), new boolean[2]))
        .hasMessageContaining("people who differ within one");
  }

  @Test
  void aSeriesIsCutInItsLevelSlopeStepAndBend() {
    int[] teams = new int[30];
    double[] waves = new double[30];
    double[] outcome = new double[30];
    Random random = new Random(2);
    for (int row = 0; row < 30; row++) {
      teams[row] = row / 10;
      waves[row] = row % 10;
      double since = waves[row] - 6;
      outcome[row] =
          5 * teams[row]
              + 0.3 * (since + 1)
              + (since >= 0 ? 2 - 0.7 * since : 0)
              + 1e-6 * random.nextGaussian();
    }
    InterruptedTimeSeries series = InterruptedTimeSeries.fit(teams, waves, outcome, 6);
    for (InterruptedTimeSeries.Segments segments : List.of(series.random(), series.within())) {
      assertThat(segments.slope().value()).isEqualTo(0.3, within(1e-5));
      assertThat(segments.step().value()).isEqualTo(2, within(1e-5));
      assertThat(segments.bend().value()).isEqualTo(-0.7, within(1e-5));
    }
    assertThat(series.level().value()).isEqualTo(5, within(1e-5));
    assertThatThrownBy(() -> InterruptedTimeSeries.fit(teams, waves, outcome, 1))
        .hasMessageContaining("1 waves before, 9 after, 3 teams; expected at least 2, 2 and 2");
    assertThatThrownBy(() -> InterruptedTimeSeries.fit(teams, waves, outcome, 9))
        .hasMessageContaining("9 waves before, 1 after");
    assertThatThrownBy(() -> InterruptedTimeSeries.fit(new int[30], waves, outcome, 5))
        .hasMessageContaining("1 teams");
  }

  /** Three waves; the first of the teams act at the last, and change by the effect. */
  private static Panel panel(int teams, int acting, double effect) {
    Random random = new Random(11);
    double[][] outcomes = new double[teams][3];
    int[] first = new int[teams];
    for (int team = 0; team < teams; team++) {
      first[team] = team < acting ? 2 : NEVER;
      double level = 3 + 0.4 * random.nextGaussian();
      for (int wave = 0; wave < 3; wave++) {
        double helped = wave >= first[team] ? effect : 0;
        outcomes[team][wave] = level - 0.1 * wave + helped + 0.12 * random.nextGaussian();
      }
    }
    return Panel.of(outcomes, first);
  }
}
