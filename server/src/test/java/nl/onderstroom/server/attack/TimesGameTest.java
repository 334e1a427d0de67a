package nl.onderstroom.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import nl.onderstroom.server.attack.Outcome.Verdict;
import org.junit.jupiter.api.Test;

class TimesGameTest {
  private static final int PEOPLE = 10;
  private static final int GROUPS = 20_000;

  @Test
  void whoFetchesLongBeforeAnsweringIsHidden() {
    var times = new TimesGame(7, 2_000);
    assertThat(times.withPhases().verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(times.straightAway().verdict()).isEqualTo(Verdict.CAUGHT);
  }

  /** What two phases do not take away, as the guide says: who is always early is early again. */
  @Test
  void habitsAreTold() {
    System.out.printf(
        "Known by their habits: %.3f at a correlation of .3, %.3f at .5%n",
        advantage(.3), advantage(.5));
    assertThat(advantage(0)).isBetween(-.01, .01);
    assertThat(advantage(.3)).isBetween(.02, .05);
    assertThat(advantage(.5)).isBetween(.05, .08);
  }

  /** Of an observer of both phases, where being early in one goes with being early in the other. */
  private static double advantage(double correlation) {
    Random random = new Random(7);
    double rest = Math.sqrt(1 - correlation * correlation);
    long right = 0;
    for (int group = 0; group < GROUPS; group++) {
      double[] fetched = random.doubles(PEOPLE).map(each -> random.nextGaussian()).toArray();
      double[] answered =
          IntStream.range(0, PEOPLE)
              .mapToDouble(i -> correlation * fetched[i] + rest * random.nextGaussian())
              .toArray();
      List<Integer> first = order(fetched);
      List<Integer> second = order(answered);
      right += IntStream.range(0, PEOPLE).filter(i -> first.get(i).equals(second.get(i))).count();
    }
    return ((double) right / GROUPS - 1) / PEOPLE;
  }

  private static List<Integer> order(double[] times) {
    return IntStream.range(0, times.length)
        .boxed()
        .sorted(Comparator.comparingDouble(person -> times[person]))
        .toList();
  }
}
