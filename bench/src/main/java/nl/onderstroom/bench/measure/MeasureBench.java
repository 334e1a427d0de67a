package nl.onderstroom.bench.measure;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import nl.onderstroom.bench.Figures;
import nl.onderstroom.bench.Table;
import nl.onderstroom.bench.Warm;

/**
 * Reliability, teams and drivers of made-up people, on two processors: warm code by JMH, from
 * arrays of answers to the result, so that the summing counts. R beside it on the same answers; its
 * result too, to show that both computed the same thing.
 */
public final class MeasureBench {
  static final List<Integer> DRIVERS = List.of(10, 18, 20);
  static final int PEOPLE = 1_000_000;

  private static final String[] JVM = {"-XX:ActiveProcessorCount=2", "-Xmx1g"};

  private final Table table =
      new Table("measuring, on two processors", "R", "target", "ours", "result in R", "our result");

  /**
   * What is measured.
   *
   * @param key of the row in {@code measure.R}
   * @param earlier what R took when it was measured earlier
   * @param format of the result's numbers
   */
  private record Row(
      String key,
      String name,
      String earlier,
      String target,
      String format,
      Warm.Benchmark benchmark,
      Supplier<List<Double>> result) {}

  private static List<Row> rows() {
    String part = "x1 %.10f";
    return List.of(
        new Row(
            "lmg18",
            "LMG of 18 drivers, 5,000 people",
            "6.00 s",
            "0.1 s",
            part,
            benchmark(DriverFits.class, "parts", 18),
            () -> DriverFits.of(18).firstPart()),
        new Row(
            "lmg20",
            "LMG of 20 drivers, 5,000 people",
            Table.NONE,
            "0.5 s",
            part,
            benchmark(DriverFits.class, "parts", 20),
            () -> DriverFits.of(20).firstPart()),
        new Row(
            "bootstrap",
            "1,000 bootstrap draws of LMG, 10 drivers, 5,000 people",
            "53.0 s",
            "0.5 s",
            "x1 %.3f–%.3f",
            benchmark(DriverFits.class, "bootstrap", 10),
            () -> DriverFits.of(10).firstInterval()),
        new Row(
            "alpha",
            "alpha with Feldt's interval, 1,000,000 × 12",
            "0.59 s",
            "0.1 s",
            "%.10f, %.6f–%.6f",
            benchmark(AlphaFits.class, "alpha", PEOPLE),
            () -> AlphaFits.of(PEOPLE).valueAndInterval()),
        new Row(
            "shrinkage",
            "ICC and shrinkage, 1,000,000 people in 20,000 teams",
            "36.0 ms",
            "0.1 s",
            "ICC(1) %.10f",
            benchmark(TeamFits.class, "shrinkage", PEOPLE),
            () -> TeamFits.of(PEOPLE).icc1()),
        new Row(
            "reml",
            "REML, 1,000,000 people in 20,000 teams",
            "4.00 s",
            "0.5 s",
            "τ² %.6f, σ² %.6f",
            benchmark(TeamFits.class, "reml", PEOPLE),
            () -> TeamFits.of(PEOPLE).variances()));
  }

  private static Warm.Benchmark benchmark(Class<?> of, String method, int subject) {
    return new Warm.Benchmark(of, method, Integer.toString(subject), JVM);
  }

  /** Takes two minutes; says how far it is on standard error. */
  public Table run() throws IOException, InterruptedException {
    say("R on the same answers");
    PeerInR peer = PeerInR.run();
    for (Row row : rows()) {
      say("warm: " + row.name());
      measure(row, peer.get(row.key()));
    }
    peer.versions().ifPresent(this::noteOnR);
    if (rows().stream().anyMatch(row -> peer.get(row.key()) instanceof PeerInR.Said.Missing)) {
      table.note("* measured earlier, not in this run");
    }
    return table;
  }

  private void measure(Row row, PeerInR.Said peer) {
    String ours = Figures.seconds(Warm.measure(row.benchmark()).seconds());
    String result = format(row.format(), row.result().get());
    switch (peer) {
      case PeerInR.Said.Measured there ->
          table.row(
              row.name(),
              Figures.seconds(there.seconds()),
              row.target(),
              ours,
              format(row.format(), there.numbers()),
              result);
      case PeerInR.Said.Missing missing ->
          table.row(
              row.name(),
              earlier(row),
              row.target(),
              ours,
              missing.what() + " not installed",
              result);
    }
  }

  private void noteOnR(String versions) {
    table.note(
        versions
            + ", on one processor; draws: a fifth, times five; shrinkage: variances taken for known");
  }

  private static String earlier(Row row) {
    return row.earlier().equals(Table.NONE) ? Table.NONE : row.earlier() + "*";
  }

  private static String format(String format, List<Double> numbers) {
    return String.format(Locale.ROOT, format, numbers.toArray());
  }

  private static void say(String what) {
    System.err.println(what);
  }
}
