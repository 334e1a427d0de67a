package nl.onderstroom.engine.measure.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import nl.onderstroom.engine.measure.Scale;
import org.junit.jupiter.api.Test;

/** From people to covariances: by summaries that merge, or straight from an analyst's rows. */
class CompleteAnswersTest {
  private static final long SEED = 20_261;

  @Test
  void mergedSummariesHaveTheReliabilityOfAllTheirPeople() {
    List<int[]> people = Answered.people(900, 0.1, SEED);
    Reliability merged =
        Reliability.of(
            Answered.SAFETY,
            Answered.summary(people.subList(0, 300))
                .merge(Answered.summary(people.subList(300, 350)))
                .merge(Answered.summary(people.subList(350, 900)))
                .crossProducts());
    Reliability all = Reliability.of(Answered.SAFETY, Answered.summary(people).crossProducts());
    assertThat(merged.usable()).isTrue();
    assertThat(merged.omega()).isEqualTo(all.omega());
    assertThat(merged.alpha()).isEqualTo(all.alpha());
    assertThat(merged.items()).isEqualTo(all.items());
    assertThat(merged.n()).isLessThan(900);
  }

  @Test
  void withoutSkipsBothWaysGiveTheSame() {
    List<int[]> people = Answered.people(2500, 0, SEED);
    Covariances rows = Answered.complete(people).covariances();
    Covariances sums = Covariances.of(Answered.SAFETY, Answered.summary(people).crossProducts());
    assertThat(rows.n()).isEqualTo(2500).isEqualTo(sums.n());
    assertThat(rows.matrix()).isDeepEqualTo(sums.matrix());
    assertThat(rows.get(0, 1)).as("the reversed item is turned round").isPositive();
  }

  @Test
  void peopleWhoSkippedAnItemAreCountedAndLeftOut() {
    List<int[]> people = Answered.people(3000, 0.1, SEED);
    List<int[]> whole =
        people.stream()
            .filter(person -> Arrays.stream(person).noneMatch(x -> x == CompleteAnswers.MISSING))
            .toList();
    CompleteAnswers complete = Answered.complete(people);
    assertThat(complete.n()).isEqualTo(whole.size()).isLessThan(3000);
    assertThat(complete.n() + complete.incomplete()).isEqualTo(3000);
    assertThat(complete.covariances().matrix())
        .isDeepEqualTo(Answered.complete(whole).covariances().matrix());
  }

  @Test
  void partsMergeToTheWholeAndCanGoOn() {
    List<int[]> people = Answered.people(5000, 0.05, SEED);
    CompleteAnswers one = Answered.complete(people.subList(0, 1500));
    CompleteAnswers two = Answered.complete(people.subList(1500, 4000));
    one.merge(two);
    people.subList(4000, 5000).forEach(one::add);
    CompleteAnswers all = Answered.complete(people);
    assertThat(one.n()).isEqualTo(all.n());
    assertThat(one.incomplete()).isEqualTo(all.incomplete());
    assertThat(one.means()).isEqualTo(all.means());
    assertThat(one.covariances().matrix()).isDeepEqualTo(all.covariances().matrix());
  }

  /** Sums within a block must not overflow at the greatest levels a scale can have. */
  @Test
  void theGreatestLevelsStayExact() {
    Scale wide = new Scale("wide", List.of("a", "b"), Set.of(), -1000, 1000);
    CompleteAnswers answers = new CompleteAnswers(wide);
    int[] rows = new int[2 * 5000];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i % 4 < 2 ? 1000 : -1000;
    }
    answers.add(rows);
    assertThat(answers.covariances().get(0, 1)).isCloseTo(5e9 / 4999, offset(1e-6));
    assertThat(answers.means()).containsExactly(0, 0);
  }

  @Test
  void nobodyAndOnePersonGiveNoCovariance() {
    CompleteAnswers nobody = new CompleteAnswers(Answered.SAFETY);
    assertThat(nobody.covariances().get(0, 0)).isNaN();
    assertThat(nobody.means()).containsOnly(Double.NaN);
    nobody.add(new int[] {1, 2, 3, 4});
    assertThat(nobody.covariances().get(0, 0)).isNaN();
    assertThat(Reliability.of(nobody.covariances()).why())
        .containsExactly(new ReliabilityRefusal.TooFewPeople(1, 100));
  }

  @Test
  void rowsThatDoNotFitAreRefused() {
    CompleteAnswers answers = new CompleteAnswers(Answered.SAFETY);
    assertThatThrownBy(() -> answers.add(new int[] {1, 2, 3}))
        .hasMessage("safety: 3 levels; expected a multiple of 4, one for each item");
    assertThatThrownBy(() -> answers.add(new int[] {1, 2, 6, 1}))
        .hasMessage("s3: 6 given; expected a level from 1 to 5, or CompleteAnswers.MISSING");
    CompleteAnswers other =
        new CompleteAnswers(new Scale("other", Answered.SAFETY.items(), Set.of(), 1, 5));
    assertThatThrownBy(() -> answers.merge(other)).hasMessageContaining("expected one scale");
  }
}
