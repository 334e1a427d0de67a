package nl.onderstroom.bench.gate;

import java.util.Locale;
import java.util.stream.IntStream;
import nl.onderstroom.bench.Figures;
import nl.onderstroom.bench.Table;

/** What is shown of firms of three sizes by our rules, and by that of every group of five. */
public final class GateBench {
  private static final int WARMING = 3;

  private final Table table =
      new Table(
          "the gate, k = 7 (usual rule: 5)",
          "people",
          "units",
          "exposed, usual rule",
          "exposed, ours",
          "own unit visible, usual rule",
          "own unit visible, ours",
          "withheld",
          "target",
          "ours");

  /** Takes a minute; says how far it is on standard error. */
  public Table run() {
    measure("1,000, 4 levels, company cuts", Firm.of(1_000, 4, 1), 0, Table.NONE);
    measure("5,000, 5 levels, company cuts", Firm.of(5_000, 5, 2), 0, Table.NONE);
    measure("5,000, 5 levels, department cuts", Firm.of(5_000, 5, 2), 2, "2 s");
    measure("75,000, 7 levels, company cuts", Firm.of(75_000, 7, 3), 0, "1 s");
    noteCuts("1,000", Firm.of(1_000, 4, 1));
    noteCuts("5,000", Firm.of(5_000, 5, 2));
    noteCuts("75,000", Firm.of(75_000, 7, 3));
    table.note("exposed: people in a set below the floor that can be worked out");
    table.note("own unit: of everybody who answered, with small units merged upward in ours");
    return table;
  }

  /**
   * @param depth of the units within which cuts are asked for, besides the top
   */
  private void measure(String name, Firm firm, int depth, String target) {
    System.err.println(name);
    int[] cutUnits =
        IntStream.range(0, firm.parents().length)
            .filter(unit -> unit == 0 || depthOf(firm, unit) == depth)
            .toArray();
    Decided usual = Decided.byVendor(firm, cutUnits);
    Decided ours = Decided.byUs(firm, cutUnits);
    for (int again = 0; again < WARMING; again++) {
      ours = Decided.byUs(firm, cutUnits);
    }
    table.row(
        name,
        Integer.toString(firm.people()),
        Integer.toString(firm.parents().length),
        percent((double) usual.exposed() / firm.people()),
        ours.exposed() + (ours.isSafe() ? ", proven" : ", not proven"),
        percent(usual.visible()),
        percent(ours.visible()),
        Integer.toString(ours.withheld()),
        target,
        Figures.seconds(ours.seconds()));
  }

  /** Of rounds of our own, in which answers carry their cohort only. */
  private void noteCuts(String name, Firm firm) {
    System.err.println(name + ", cuts of cohorts");
    for (int kind = 0; kind < Firm.CUTS.size(); kind++) {
      CutRound.of(firm, kind);
      CutRound round = CutRound.of(firm, kind);
      table.note(
          "own round of %s by %s: %d of %d cuts shown, with %s of those who answered; %s"
              .formatted(
                  name,
                  Firm.CUTS.get(kind),
                  round.shown(),
                  round.cuts(),
                  percent(round.covered()),
                  Figures.seconds(round.seconds())));
    }
  }

  private static int depthOf(Firm firm, int unit) {
    int depth = 0;
    for (int at = unit; firm.parents()[at] >= 0; at = firm.parents()[at]) {
      depth++;
    }
    return depth;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }
}
