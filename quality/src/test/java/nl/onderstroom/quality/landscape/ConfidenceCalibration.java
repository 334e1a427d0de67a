package nl.onderstroom.quality.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.onderstroom.engine.landscape.LandscapeFit;
import nl.onderstroom.engine.landscape.LandscapeOptions;
import nl.onderstroom.quality.landscape.Synthetic.Regime;
import org.junit.jupiter.api.Test;

/**
 * Is the confidence that is shown what happens when votes are dropped? On conversations that differ
 * in size, in how far groups lie apart and in how much people vote, it stands beside the mean
 * adjusted Rand index between the groups by all votes and those by a random nine tenths, everything
 * chosen anew. Takes some minutes; its name keeps it out of the ordinary tests:
 *
 * <pre>mvn test -pl engine,quality -am -Dtest=ConfidenceCalibration \
 *   -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
class ConfidenceCalibration {
  private static final int DROPS = 8;
  private static final double[][] SHARES = {
    {1}, {.5, .5}, {.7, .3}, {.4, .35, .25}, {.4, .3, .2, .1}
  };
  private static final double[] DEVIATIONS = {.6, .9, 1.3};
  private static final double[] VOTES = {40, 80};

  private record Case(int k, double confidence, double found) {}

  @Test
  void confidenceIsWhatHappensWhenVotesAreDropped() {
    List<Case> cases = new ArrayList<>();
    int seed = 0;
    for (int people : new int[] {300, 800}) {
      for (double[] shares : SHARES) {
        for (double deviation : DEVIATIONS) {
          for (double votes : VOTES) {
            Regime regime = new Regime(people, 150, shares, deviation, 0.7, votes, 0.7);
            cases.add(of(Synthetic.of(regime, seed++).conversation()));
          }
        }
      }
    }
    print(cases);
    double bias = cases.stream().mapToDouble(c -> c.confidence() - c.found()).average().orElse(1);
    assertThat(Math.abs(bias)).isLessThan(0.05);
    List<Case> sure = cases.stream().filter(c -> c.confidence() >= 0.9).toList();
    assertThat(sure).filteredOn(c -> c.found() < 0.8).hasSizeLessThan(1 + sure.size() / 10);
  }

  private static Case of(Conversation conversation) {
    double confidence =
        LandscapeFit.of(conversation.engineVotes(), LandscapeOptions.usual())
            .landscape()
            .confidence();
    Method method = new LandscapeFitMethod();
    Method.Found all = method.find(conversation);
    double sum = 0;
    for (int drop = 0; drop < DROPS; drop++) {
      boolean[] kept = conversation.keeping(0.9, 7 + drop);
      Method.Found fewer = method.find(conversation.where(entry -> kept[entry]));
      sum += RandIndex.adjusted(all.groups(), fewer.groups());
    }
    return new Case(all.k(), confidence, sum / DROPS);
  }

  private static void print(List<Case> cases) {
    double[] edges = {-1, .3, .5, .7, .8, .9, .95, 1.01};
    System.out.println("| confidence | conversations | k = 1 | mean confidence | found again |");
    System.out.println("|---|---|---|---|---|");
    for (int at = 0; at + 1 < edges.length; at++) {
      double low = edges[at];
      double high = edges[at + 1];
      List<Case> in =
          cases.stream().filter(c -> c.confidence() >= low && c.confidence() < high).toList();
      System.out.printf(
          Locale.ROOT,
          "| %.2f to %.2f | %d | %d | %.3f | %.3f |%n",
          Math.max(0, low),
          Math.min(1, high),
          in.size(),
          in.stream().filter(c -> c.k() == 1).count(),
          in.stream().mapToDouble(Case::confidence).average().orElse(Double.NaN),
          in.stream().mapToDouble(Case::found).average().orElse(Double.NaN));
    }
    double squares =
        cases.stream().mapToDouble(c -> c.confidence() - c.found()).map(d -> d * d).sum();
    System.out.printf(
        Locale.ROOT, "root mean square difference %.3f%n", Math.sqrt(squares / cases.size()));
  }
}
