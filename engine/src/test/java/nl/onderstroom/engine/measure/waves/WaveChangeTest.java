package nl.onderstroom.engine.measure.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import nl.onderstroom.engine.measure.waves.WaveChange.CannotTell;
import nl.onderstroom.engine.measure.waves.WaveChange.Changed;
import nl.onderstroom.engine.measure.waves.WaveChange.NotChanged;
import nl.onderstroom.engine.measure.waves.WaveChange.Reason;
import org.junit.jupiter.api.Test;

class WaveChangeTest {
  private static final Turnover SAME_PEOPLE = Turnover.none(200);

  @Test
  void mergedSamplesAreOneSample() {
    Sample all = Sample.of(1, 4, 2, 5, 3, 3, Double.NaN);
    assertThat(all.n()).isEqualTo(6);
    assertThat(all.mean()).isEqualTo(3);
    assertThat(all.variance()).isEqualTo(2);
    Sample merged =
        Sample.of(List.of(Sample.of(1, 4), Sample.EMPTY, Sample.of(2), Sample.of(5, 3, 3)));
    assertThat(merged.mean()).isEqualTo(3, within(1e-14));
    assertThat(merged.variance()).isEqualTo(2, within(1e-14));
    assertThat(Sample.of().merge(Sample.EMPTY)).isEqualTo(Sample.EMPTY);
    assertThatThrownBy(() -> new Sample(1, 3, 0)).hasMessageContaining("variance ≥ 0 from 2 on");
    assertThatThrownBy(() -> new Sample(0, 3, Double.NaN)).hasMessageContaining("n = 0");
  }

  /** Γ is known at halves; for more degrees of freedom Hedges 1981 gives about 1 − 3/(4m − 1). */
  @Test
  void hedgesCorrectionIsTheExactOne() {
    assertThat(MeanChange.smallSampleCorrection(2))
        .isEqualTo(1 / Math.sqrt(Math.PI), within(1e-14));
    assertThat(MeanChange.smallSampleCorrection(4))
        .isEqualTo(Math.sqrt(2 / Math.PI), within(1e-14));
    for (double m : new double[] {10, 20, 50, 200}) {
      assertThat(MeanChange.smallSampleCorrection(m)).isEqualTo(1 - 3 / (4 * m - 1), within(4e-4));
    }
  }

  /** R's sleep data (Student 1908), t.test(extra ~ group): t = −1.8608, df = 17.776, p = .07939. */
  @Test
  void welchAndPairedTestsAreThoseOfStudentsSleepers() {
    double[] one = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
    double[] two = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};
    MeanChange change = new MeanChange(Sample.of(one), Sample.of(two));
    assertThat(change.t()).isEqualTo(1.8608, within(5e-5));
    assertThat(change.degreesOfFreedom()).isEqualTo(17.776, within(5e-4));
    assertThat(change.p()).isEqualTo(0.07939, within(5e-6));
    assertThat(change.interval().low()).isEqualTo(-0.2054832, within(1e-7));
    assertThat(change.interval().high()).isEqualTo(3.3654832, within(1e-7));
    PairedChange paired = PairedChange.of(one, two);
    assertThat(paired.t()).isEqualTo(4.0621, within(5e-5));
    assertThat(paired.p()).isEqualTo(0.002833, within(5e-7));
    assertThat(paired.interval().low()).isEqualTo(0.7001142, within(1e-7));
  }

  @Test
  void changesTurnAroundWithTime() {
    MeanChange there = new MeanChange(Sample.of(1, 2, 2, 4), Sample.of(3, 5, 4));
    MeanChange back = new MeanChange(/* before= */ there.after(), /* after= */ there.before());
    assertThat(back.difference()).isEqualTo(-there.difference());
    assertThat(back.p()).isEqualTo(there.p());
    assertThat(back.hedgesG()).isEqualTo(-there.hedgesG());
    MeanChange ofFour = new MeanChange(Sample.of(0, 2), Sample.of(3, 5));
    assertThat(ofFour.hedgesG()).isEqualTo(3 / Math.sqrt(2 * Math.PI), within(1e-12));
  }

  @Test
  void whereNobodyDiffersNothingIsClaimed() {
    MeanChange still = new MeanChange(Sample.of(3, 3), Sample.of(3, 3));
    assertThat(still.p()).isEqualTo(1);
    assertThat(PairedChange.of(new double[] {1, 2}, new double[] {1, 2}).p()).isEqualTo(1);
    assertThat(new MeanChange(Sample.of(3, 3), Sample.of(4, 4)).p()).isZero();
    assertThatThrownBy(() -> new MeanChange(Sample.of(3), Sample.of(1, 2)))
        .hasMessageContaining("at least 2 both times");
  }

  /** All teams with equal n: the weighted mean is the mean, and its error that of the changes. */
  @Test
  void teamsOfEqualSizeGiveTheTestOfTheirChanges() {
    List<Sample> before = new ArrayList<>();
    List<Sample> after = new ArrayList<>();
    double[] first = {3.0, 3.4, 2.6, 3.9, 3.1, 2.2};
    double[] second = {3.3, 3.1, 3.2, 4.4, 3.0, 2.9};
    for (int team = 0; team < first.length; team++) {
      before.add(new Sample(10, first[team], 0.04));
      after.add(new Sample(10, second[team], 0.04));
    }
    TeamChanges changes = TeamChanges.of(before, after);
    PairedChange means = PairedChange.of(first, second);
    assertThat(changes.mean()).isEqualTo(means.difference(), within(1e-12));
    assertThat(changes.p()).isEqualTo(means.p(), within(1e-9));
    assertThat(changes.interval().low()).isEqualTo(means.interval().low(), within(1e-9));
    double between = means.differenceDeviation() * means.differenceDeviation() - 0.008;
    assertThat(changes.betweenVariance()).isEqualTo(between, within(1e-9));
    double kept = between / (between + 0.008);
    assertThat(changes.get(3).shrunken())
        .isEqualTo(means.difference() + kept * (0.5 - means.difference()), within(1e-9));
    assertThat(changes.get(3).standardError()).isEqualTo(Math.sqrt(0.008), within(1e-12));
  }

  @Test
  void smallTeamsAreDrawnTowardsTheMeanMore() {
    List<Sample> before = new ArrayList<>();
    List<Sample> after = new ArrayList<>();
    for (int team = 0; team < 12; team++) {
      before.add(new Sample(team < 6 ? 4 : 40, 3, 0.8));
      after.add(new Sample(team < 6 ? 4 : 40, team % 2 == 0 ? 4 : 2.2, 0.8));
    }
    before.add(Sample.EMPTY);
    after.add(Sample.of(3, 4));
    TeamChanges changes = TeamChanges.of(before, after);
    assertThat(changes.teams()).isEqualTo(12);
    assertThat(changes.get(0).shrunken()).isLessThan(changes.get(6).shrunken());
    assertThat(changes.get(6).shrunken()).isLessThan(1);
    assertThatThrownBy(() -> changes.get(12)).hasMessageContaining("team 12");
    assertThatThrownBy(() -> TeamChanges.of(before.subList(0, 4), after.subList(0, 4)))
        .hasMessage("4 teams answered at both waves; expected at least 5");
  }

  @Test
  void aChangeOfMostTeamsIsClaimed() {
    Waves waves = waves(30, 12, 0.4, SAME_PEOPLE);
    WaveChange verdict = WaveChange.judge(List.of(waves)).getFirst();
    assertThat(verdict).isInstanceOf(Changed.class);
    // With 50 scales the same change must be 50 times as unlikely.
    WaveChange ofMany = WaveChange.judge(Collections.nCopies(50, waves)).getLast();
    assertThat(ofMany)
        .isInstanceOfSatisfying(
            Changed.class, many -> assertThat(many.p()).isEqualTo(((Changed) verdict).p() * 50));
  }

  @Test
  void theOrderOfTeamsDoesNotMatter() {
    Waves waves = waves(30, 12, 0.1, SAME_PEOPLE);
    Waves reversed = new Waves(waves.before().reversed(), waves.after().reversed(), SAME_PEOPLE);
    assertThat(TeamChanges.of(reversed.before(), reversed.after()).p())
        .isEqualTo(TeamChanges.of(waves.before(), waves.after()).p(), within(1e-12));
  }

  @Test
  void standingStillIsSaidOnlyWhenItIsSure() {
    assertThat(WaveChange.judge(List.of(waves(60, 30, 0, SAME_PEOPLE))).getFirst())
        .isInstanceOf(NotChanged.class);
    assertThat(WaveChange.judge(List.of(waves(6, 8, 0, SAME_PEOPLE))).getFirst())
        .isInstanceOfSatisfying(
            CannotTell.class,
            unsure -> {
              assertThat(unsure.shortfall().reason()).isEqualTo(Reason.TOO_UNCERTAIN);
              assertThat(unsure.shortfall().given()).isEqualTo(48);
              assertThat(unsure.shortfall().enough()).isBetween(90.0, 110.0);
            });
  }

  @Test
  void refusalsSayWhatWouldBeEnough() {
    Sample thirty = new Sample(30, 3, 1);
    Sample other = new Sample(30, 4.5, 1);
    refused(Waves.of(thirty, Sample.EMPTY, SAME_PEOPLE), Reason.A_WAVE_WITHOUT_ANSWERS, 0, 30);
    refused(Waves.of(new Sample(29, 3, 1), other, SAME_PEOPLE), Reason.TOO_FEW_ANSWERS, 29, 30);
    refused(
        Waves.of(thirty, other, new Turnover(100, 100, 69)), Reason.TOO_MUCH_TURNOVER, 0.31, 0.3);
    refused(
        Waves.of(new Sample(30, 3, 0), new Sample(30, 4, 0), SAME_PEOPLE),
        Reason.ALL_ANSWERS_EQUAL,
        0,
        Double.MIN_VALUE);
    assertThat(WaveChange.judge(List.of(Waves.of(thirty, other, new Turnover(100, 90, 70)))))
        .hasOnlyElementsOfType(Changed.class);
  }

  /** Every team rose, and the company fell: the low teams grew. */
  @Test
  void aCompanyThatOnlyChangedItsMakeUpDidNotChange() {
    List<Sample> before = new ArrayList<>();
    List<Sample> after = new ArrayList<>();
    for (int team = 0; team < 12; team++) {
      boolean low = team < 6;
      before.add(new Sample(low ? 5 : 45, low ? 2 : 4, 0.5));
      after.add(new Sample(low ? 45 : 5, (low ? 2 : 4) + 0.5 + 0.01 * team, 0.5));
    }
    CannotTell verdict =
        (CannotTell) WaveChange.judge(List.of(new Waves(before, after, SAME_PEOPLE))).getFirst();
    assertThat(verdict.shortfall().reason()).isEqualTo(Reason.PEOPLE_AND_TEAMS_DISAGREE);
  }

  @Test
  void refusedQuestionsCostTheOthersNothing() {
    Waves waves = waves(30, 12, 0.4, SAME_PEOPLE);
    Changed alone = (Changed) WaveChange.judge(List.of(waves)).getFirst();
    Waves refused = Waves.of(Sample.EMPTY, Sample.EMPTY, SAME_PEOPLE);
    Changed beside = (Changed) WaveChange.judge(List.of(refused, waves)).getLast();
    assertThat(beside.p()).isEqualTo(alone.p());
  }

  @Test
  void turnoverIsTheLargerOfComingAndGoing() {
    assertThat(new Turnover(100, 80, 76).share()).isEqualTo(0.24, within(1e-12));
    assertThat(new Turnover(80, 100, 76).share()).isEqualTo(0.24, within(1e-12));
    assertThat(new Turnover(5, 5, 0).share()).isEqualTo(1);
    assertThat(Turnover.none(5).share()).isZero();
    assertThatThrownBy(() -> new Turnover(5, 9, 6)).hasMessageContaining("6 people at both");
  }

  /** Two waves, equal cells, no noise between waves: the model's difference is the plain one. */
  @Test
  void theModelOfWavesGivesTheDifferenceOfEqualCells() {
    List<List<Sample>> teams = new ArrayList<>();
    Random random = new Random(5);
    double sum = 0;
    for (int team = 0; team < 20; team++) {
      double level = random.nextGaussian();
      double later = level + 0.3 + 0.5 * random.nextGaussian();
      sum += (later - level) / 20;
      teams.add(List.of(new Sample(10, level, 1), new Sample(10, later, 1)));
    }
    WaveModel model = WaveModel.fit(teams);
    assertThat(model.effects()[1]).isEqualTo(sum, within(1e-9));
    assertThat(model.personVariance()).isEqualTo(1, within(1e-6));
    assertThat(model.teamWaveVariance()).isBetween(0.02, 0.25);
    assertThat(model.teamVariance()).isBetween(0.3, 2.0);
    assertThatThrownBy(() -> WaveModel.fit(List.of(List.of(Sample.of(1, 2)))))
        .hasMessageContaining("expected at least 2 of both");
    assertThatThrownBy(() ->
            WaveModel.fit(
                List.of(
                    List.of(Sample.of(1, 2), Sample.EMPTY),
                    List.of(Sample.of(1, 2), Sample.EMPTY))))
        .hasMessage("nobody answered at wave 1");
  }

  private static void refused(Waves waves, Reason reason, double given, double enough) {
    CannotTell verdict = (CannotTell) WaveChange.judge(List.of(waves)).getFirst();
    assertThat(verdict.shortfall().reason()).isEqualTo(reason);
    assertThat(verdict.shortfall().given()).isEqualTo(given, within(1e-12));
    assertThat(verdict.shortfall().enough()).isEqualTo(enough);
  }

  /** Teams with levels and answers of variance 1; all rise alike, up to what their answers show. */
  private static Waves waves(int teams, int people, double rise, Turnover turnover) {
    Random random = new Random(7);
    List<Sample> before = new ArrayList<>();
    List<Sample> after = new ArrayList<>();
    for (int team = 0; team < teams; team++) {
      double level = 3 + 0.4 * random.nextGaussian();
      double noise = 1 / Math.sqrt(people);
      before.add(new Sample(people, level + noise * random.nextGaussian() / 2, 1));
      after.add(new Sample(people, level + rise + noise * random.nextGaussian() / 2, 1));
    }
    return new Waves(before, after, turnover);
  }
}
