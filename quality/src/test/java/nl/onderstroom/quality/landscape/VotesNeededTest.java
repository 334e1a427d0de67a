package nl.onderstroom.quality.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.onderstroom.quality.landscape.Asking.Moment;
import nl.onderstroom.quality.landscape.Crowd.Regime;
import org.junit.jupiter.api.Test;

/** The statements the engine asks about need fewer votes; the small twin of the simulation. */
class VotesNeededTest {
  private static final Regime SMALL =
      new Regime("small", 300, 60, new double[] {.4, .35, .25}, 1.6, 0.3, .7, 18, .3);

  private static final Map<String, List<List<Moment>>> RUNS =
      NextStatementSimulation.runs(seed -> Crowd.of(SMALL, seed), 3, 250, 8);

  private static List<List<Moment>> runs(String order) {
    return Objects.requireNonNull(RUNS.get(order));
  }

  private static double needed(String order, double error) {
    return VotesNeeded.until(runs(order), moment -> moment.error() <= error).median();
  }

  private static double index(String order) {
    return NextStatementSimulation.atTheEnd(runs(order), Moment::index);
  }

  @Test
  void whatRandomOrderAndPolisKnowAtTheEndIsKnownWithAFifthFewerVotes() {
    for (String other : List.of("random", "Polis")) {
      double error = NextStatementSimulation.atTheEnd(runs(other), Moment::error);
      double all = runs(other).getFirst().getLast().votes();
      for (String ours : List.of("ours, first", "ours, drawn")) {
        assertThat(needed(ours, error)).as("%s, %s", ours, other).isLessThan(0.8 * all);
      }
    }
  }

  @Test
  void groupsAreFoundBetterWithTheSameVotes() {
    for (String ours : List.of("ours, first", "ours, drawn")) {
      assertThat(index(ours)).isGreaterThan(index("random")).isGreaterThan(index("Polis"));
    }
  }

  @Test
  void votesNeededCountFromWhereItStaysGood() {
    List<Moment> run =
        List.of(
            new Moment(100, 0.5, 0.3),
            new Moment(200, 0.9, 0.2),
            new Moment(300, 0.7, 0.2),
            new Moment(400, 0.9, 0.1));
    assertThat(VotesNeeded.until(List.of(run), at -> at.error() <= 0.2).median()).isEqualTo(200);
    assertThat(VotesNeeded.until(List.of(run), at -> at.index() >= 0.8).median()).isEqualTo(400);
    assertThat(VotesNeeded.until(List.of(run), at -> at.index() >= 0.95).median()).isInfinite();
  }
}
