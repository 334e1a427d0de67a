package nl.onderstroom.engine.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import nl.onderstroom.engine.measure.Scale;
import nl.onderstroom.engine.summary.Quantity;
import nl.onderstroom.engine.summary.SummaryShape;
import nl.onderstroom.engine.summary.Tally;
import org.junit.jupiter.api.Test;

class CrossedScalesTest {
  private static final List<String> ITEMS = List.of("a1", "a2", "b1", "b2", "b3", "y1", "y2");
  private static final Scale A = scale("a", List.of("a1", "a2"), Set.of("a2"));
  private static final Scale B = scale("b", List.of("b1", "b2", "b3"), Set.of());
  private static final Scale Y = scale("y", List.of("y1", "y2"), Set.of("y1"));
  private static final int PEOPLE = 150;

  @Test
  void sumsOfItemsGiveTheSumsOfScores() {
    Tally tally = tally();
    double[][] scores = new double[3][PEOPLE];
    for (int i = 0; i < PEOPLE; i++) {
      long[] person = person(new SplittableRandom(i));
      tally.add(person);
      scores[0][i] = (person[0] + 6 - person[1]) / 2.0;
      scores[1][i] = (person[2] + person[3] + person[4]) / 3.0;
      scores[2][i] = (6 - person[5] + person[6]) / 2.0;
    }
    DriverSums expected = Made.records(scores).sums();
    DriverSums sums = CrossedScales.sums(tally.summary().crossProducts(), Y, List.of(A, B));
    assertThat(sums.drivers()).containsExactly("a", "b");
    assertThat(sums.n()).isEqualTo(PEOPLE);
    for (int i = 0; i < 3; i++) {
      assertThat(sums.mean(i)).isCloseTo(expected.mean(i), offset(1e-13));
      for (int j = 0; j < 3; j++) {
        assertThat(sums.covariance(i, j)).isCloseTo(expected.covariance(i, j), offset(1e-13));
      }
    }
  }

  @Test
  void thePairWithTheFewestAnswersSaysHowManyPeople() {
    Tally tally = tally();
    for (int i = 0; i < PEOPLE; i++) {
      long[] person = person(new SplittableRandom(i));
      person[0] = i < 30 ? Tally.MISSING : person[0];
      person[6] = i >= 100 ? Tally.MISSING : person[6];
      tally.add(person);
    }
    DriverSums sums = CrossedScales.sums(tally.summary().crossProducts(), Y, List.of(A, B));
    assertThat(sums.n()).isEqualTo(70);
    assertThat(sums.correlation(0, 2)).isBetween(-1.0, 1.0);
  }

  @Test
  void anItemInTwoScalesIsRefused() {
    Scale again = scale("again", List.of("a1"), Set.of());
    assertThatThrownBy(
            () -> CrossedScales.sums(tally().summary().crossProducts(), Y, List.of(A, again)))
        .hasMessageContaining("feeds two scales");
  }

  @Test
  void nobodyIsNobody() {
    assertThat(CrossedScales.sums(tally().summary().crossProducts(), Y, List.of(A)).n()).isZero();
  }

  private static Scale scale(String name, List<String> items, Set<String> reversed) {
    return new Scale(name, items, reversed, 1, 5);
  }

  private static Tally tally() {
    List<Quantity> quantities =
        ITEMS.stream().<Quantity>map(item -> new Quantity.Levels(item, 1, 5)).toList();
    return new Tally(new SummaryShape(quantities, ITEMS));
  }

  private static long[] person(SplittableRandom random) {
    long shared = random.nextInt(3);
    return Stream.generate(() -> 1 + shared + random.nextInt(3))
        .limit(ITEMS.size())
        .mapToLong(level -> level)
        .toArray();
  }
}
