package nl.onderstroom.quality.landscape;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import nl.onderstroom.quality.landscape.Asking.Moment;
import nl.onderstroom.quality.landscape.Crowd.Regime;
import org.junit.jupiter.api.Test;

/**
 * How many votes each way to choose the next statement needs, as tables; takes some eight minutes
 * on two processors. Its name keeps it out of the ordinary tests:
 *
 * <pre>mvn test -pl engine,quality -am -Dtest=NextStatementSimulation \
 *   -Dsurefire.failIfNoSpecifiedTests=false</pre>
 *
 * With {@code -Dnext.crowds=four,vtaiwan} only those crowds whose names begin so; {@code
 * -Dnext.seeds=4} for fewer runs of each.
 */
class NextStatementSimulation {
  /** The rule was made on seeds 1 to 10; what is reported is on these. */
  private static final long FIRST_SEED = 101;

  private static final int LEAST_VOTES = 30;
  private static final double REAL_VOTES = 12;

  private static final List<Regime> REGIMES =
      List.of(
          new Regime("four", 800, 100, new double[] {.4, .3, .2, .1}, 1.6, 0, .7, 20, 0),
          new Regime("continuum", 600, 120, new double[] {.6, .4}, 1.2, .5, .7, 20, 0),
          new Regime("later", 800, 120, new double[] {.4, .3, .3}, 1.5, .3, .7, 20, .6));

  private static final List<String> CONVERSATIONS =
      List.of(
          "vtaiwan.uberx",
          "scoop-hivemind.biodiversity",
          "canadian-electoral-reform",
          "american-assembly.bowling-green");

  private static final List<Supplier<AskingOrder>> ORDERS =
      List.of(
          AskingOrder::random,
          AskingOrder.Polis::new,
          () -> new AskingOrder.Ours(false),
          () -> new AskingOrder.Ours(true));

  @Test
  void votesNeeded() throws IOException {
    int seeds = Integer.getInteger("next.seeds", 30);
    for (Regime regime : REGIMES) {
      if (asked(regime.name())) {
        table(
            regime.name(),
            runs(seed -> Crowd.of(regime, seed), regime.shares().length, 400, seeds),
            System.out);
      }
    }
    for (String name : CONVERSATIONS) {
      if (asked(name)) {
        Conversation votes = SharedConversations.read(name);
        Method.Found found = new LandscapeFitMethod().find(votes);
        table(
            name,
            runs(
                seed -> Crowd.of(votes, found, LEAST_VOTES, REAL_VOTES, seed),
                found.k(),
                400,
                Math.min(seeds, 12)),
            System.out);
      }
    }
  }

  private static boolean asked(String name) {
    String crowds = System.getProperty("next.crowds", "");
    return Arrays.stream(crowds.split(",", -1)).anyMatch(name::startsWith);
  }

  /** Of each order, by name, the runs. */
  private static Map<String, List<List<Moment>>> runs(
      LongFunction<Crowd> crowd, int groups, int every, int seeds) {
    Map<String, List<List<Moment>>> runs = new LinkedHashMap<>();
    ORDERS.forEach(order -> runs.put(order.get().name(), runs(crowd, order, groups, every, seeds)));
    return runs;
  }

  /** One run for each seed. */
  static List<List<Moment>> runs(
      LongFunction<Crowd> crowd, Supplier<AskingOrder> order, int groups, int every, int seeds) {
    return LongStream.range(FIRST_SEED, FIRST_SEED + seeds)
        .parallel()
        .mapToObj(seed -> Asking.of(crowd.apply(seed), order.get(), groups, every, seed))
        .toList();
  }

  private static void table(String name, Map<String, List<List<Moment>>> runs, PrintStream out) {
    double reached =
        runs.values().stream().mapToDouble(each -> atTheEnd(each, Moment::index)).max().orElse(0);
    double usual = atTheEnd(runs.getOrDefault("random", List.of()), Moment::error);
    double theirs = atTheEnd(runs.getOrDefault("Polis", List.of()), Moment::error);
    out.printf(
        Locale.ROOT,
        "%n%s: index %.3f can be reached; error %.4f at the end in random order, %.4f in Polis's%n",
        name,
        reached,
        usual,
        theirs);
    out.println(
        "| crowd | order | index at the end | error at the end | index of 60% | 70% | 80%"
            + " | error of random | of Polis | sooner than Polis |");
    out.println("|---|---|---|---|---|---|---|---|---|---|");
    runs.forEach((order, each) -> {
      List<VotesNeeded> needed = new ArrayList<>();
      for (double part : new double[] {0.6, 0.7, 0.8}) {
        needed.add(VotesNeeded.until(each, moment -> moment.index() >= part * reached));
      }
      needed.add(VotesNeeded.until(each, moment -> moment.error() <= usual));
      needed.add(VotesNeeded.until(each, moment -> moment.error() <= theirs));
      out.printf(
          Locale.ROOT,
          "| %s | %s | %.3f | %.4f | %s | %s |%n",
          name,
          order,
          atTheEnd(each, Moment::index),
          atTheEnd(each, Moment::error),
          String.join(" | ", needed.stream().map(VotesNeeded::toString).toList()),
          sooner(each, runs.getOrDefault("Polis", List.of()), 0.7 * reached, theirs));
    });
  }

  /** In how many runs of as many, by index and by error. */
  private static String sooner(
      List<List<Moment>> ours, List<List<Moment>> theirs, double index, double error) {
    return VotesNeeded.sooner(ours, theirs, moment -> moment.index() >= index)
        + " · "
        + VotesNeeded.sooner(ours, theirs, moment -> moment.error() <= error);
  }

  /** The median over runs. */
  static double atTheEnd(List<List<Moment>> runs, ToDoubleFunction<Moment> of) {
    return VotesNeeded.median(
        runs.stream().mapToDouble(run -> of.applyAsDouble(run.getLast())).toArray());
  }
}
