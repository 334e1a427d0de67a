package nl.onderstroom.quality.landscape;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import nl.onderstroom.quality.landscape.LatentClasses.Criterion;
import nl.onderstroom.quality.landscape.Synthetic.Regime;
import org.junit.jupiter.api.Test;

/**
 * Every method beside the others, on the same data, as tables; takes some twenty minutes on one
 * processor. Its name keeps it out of the ordinary tests:
 *
 * <pre>mvn test -pl engine,quality -am -Dtest=LandscapeComparison \
 *   -Dsurefire.failIfNoSpecifiedTests=false</pre>
 *
 * With {@code -Dlandscape.methods=B,C} only those whose names begin so.
 */
class LandscapeComparison {
  private static final int ORDERS = 1;
  private static final int REPLICATES = 20;
  private static final int SPLITS = 2;

  private static final List<Method> METHODS =
      List.of(
          new LandscapeFitMethod(),
          new InCanonicalOrder(new LatentClasses(Criterion.BIC)),
          new InCanonicalOrder(new LatentClasses(Criterion.ICL)),
          new InCanonicalOrder(new LatentClasses(Criterion.STABLE)),
          new InCanonicalOrder(new AgreementGraph()),
          new MeanImputation());

  @Test
  void everyMethodOnEveryConversation() throws IOException {
    List<String> asked = List.of(System.getProperty("landscape.methods", "A,B,C,D").split(","));
    List<Method> methods =
        METHODS.stream().filter(m -> asked.stream().anyMatch(m.name()::startsWith)).toList();
    knownGroups(methods, System.out);
    realConversations(methods, System.out);
  }

  static void realConversations(List<Method> methods, PrintStream out) throws IOException {
    out.println(
        "| conversation | method | k | order | drop: median | lowest | same k | log-loss | s |");
    out.println("|---|---|---|---|---|---|---|---|---|");
    for (String name : SharedConversations.NAMES) {
      Conversation conversation = SharedConversations.read(name);
      for (Method method : methods) {
        long began = System.nanoTime();
        double order = Measures.inOtherOrders(method, conversation, ORDERS);
        double seconds = (System.nanoTime() - began) * 1e-9 / (ORDERS + 1);
        Measures.Dropped dropped = Measures.dropped(method, conversation, REPLICATES);
        out.printf(
            Locale.ROOT,
            "| %s | %s | %d | %.2f | %.3f | %.3f | %d of %d | %.4f | %.2f |%n",
            name,
            method.name(),
            dropped.k(),
            order,
            dropped.median(),
            dropped.lowest(),
            dropped.sameK(),
            dropped.replicates(),
            Measures.foretold(method, conversation, SPLITS),
            seconds);
      }
    }
  }

  /** Groups that are known, and conversations in which there are none. */
  static void knownGroups(List<Method> methods, PrintStream out) {
    out.println("| people | deviation | spread of votes | oracle | method | k | index | s |");
    out.println("|---|---|---|---|---|---|---|---|");
    for (Regime regime : regimes()) {
      Synthetic synthetic = Synthetic.of(regime, 1);
      double oracle = RandIndex.adjusted(synthetic.groups(), synthetic.oracle());
      String row =
          String.format(
              Locale.ROOT,
              "| %d | %.1f | %.0f | %.3f",
              regime.people(),
              regime.deviation(),
              regime.voteSpread(),
              oracle);
      for (Method method : methods) {
        found(method, row, synthetic.conversation(), synthetic.groups(), out);
      }
    }
    Conversation noise = Synthetic.noise(1000, 200, 60, 5);
    Conversation one = Synthetic.of(Regime.oneGroup(2000, 100, 2, 40), 4).conversation();
    for (Method method : methods) {
      found(method, "| 1000 | noise | 0 | ", noise, new int[1000], out);
      found(method, "| 2000 | one group | 0 | ", one, new int[2000], out);
    }
  }

  private static void found(
      Method method, String row, Conversation conversation, int[] groups, PrintStream out) {
    long began = System.nanoTime();
    Method.Found found = method.find(conversation);
    out.printf(
        Locale.ROOT,
        "%s | %s | %d | %.3f | %.2f |%n",
        row,
        method.name(),
        found.k(),
        RandIndex.adjusted(groups, found.groups()),
        (System.nanoTime() - began) * 1e-9);
  }

  private static List<Regime> regimes() {
    return List.of(
        Regime.fourGroups(1000, 0.6, 0),
        Regime.fourGroups(1000, 0.8, 0),
        Regime.fourGroups(1000, 1.1, 0),
        Regime.fourGroups(1000, 0.6, 1),
        Regime.fourGroups(1000, 0.8, 1),
        Regime.fourGroups(1000, 1.1, 1),
        Regime.fourGroups(5000, 0.6, 0),
        Regime.fourGroups(5000, 0.8, 1),
        Regime.fourGroups(5000, 1.1, 1));
  }
}
