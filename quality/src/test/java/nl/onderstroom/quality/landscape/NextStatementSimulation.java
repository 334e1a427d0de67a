package nl.onderstroom.quality.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import nl.onderstroom.quality.landscape.Asking.Moment;
import nl.onderstroom.quality.landscape.Crowd.Regime;
import org.junit.jupiter.api.Test;

class NextStatementSimulation {
  static final List<Regime> REGIMES =
      List.of(
          new Regime("four", 800, 100, new double[] {.4, .3, .2, .1}, 1.6, 0, .7, 20, 0),
          new Regime("continuum", 600, 120, new double[] {.6, .4}, 1.2, .5, .7, 15, 0),
          new Regime("later", 800, 120, new double[] {.4, .3, .3}, 1.5, .3, .7, 20, .6));

  @Test
  void proto() {
    run();
  }

  public static void main(String[] args) {
    run();
  }

  private static void run() {
    int from = Integer.getInteger("ns.from", 1);
    int to = Integer.getInteger("ns.to", 4);
    String orders = System.getProperty("ns.orders", "random,Polis,ours");
    for (Regime regime : REGIMES) {
      if (!System.getProperty("ns.regimes", "four,continuum,later").contains(regime.name())) continue;
      for (String name : orders.split(",", -1)) {
        Supplier<AskingOrder> make =
            switch (name) {
              case "random" -> AskingOrder::random;
              case "Polis" -> AskingOrder.Polis::new;
              default -> AskingOrder::ours;
            };
        long t = System.nanoTime();
        List<List<Moment>> runs = new ArrayList<>();
        for (int seed = from; seed < to; seed++) {
          runs.add(
              Asking.of(Crowd.of(regime, seed), make.get(), regime.shares().length, 300, seed));
        }
        StringBuilder row = new StringBuilder();
        int n = runs.stream().mapToInt(List::size).min().orElse(0);
        for (int at = 3; at < n; at += 4) {
          int a = at;
          row.append(
              String.format(
                  Locale.ROOT,
                  " %d:%.3f/%.4f",
                  runs.get(0).get(a).votes(),
                  runs.stream().mapToDouble(r -> r.get(a).index()).average().orElse(0),
                  runs.stream().mapToDouble(r -> r.get(a).error()).average().orElse(0)));
        }
        System.out.printf(
            Locale.ROOT,
            "%s %s %.1fs %s%n",
            regime.name(),
            name,
            (System.nanoTime() - t) * 1e-9,
            row);
      }
    }
  }
}
