package nl.onderstroom.quality.measure;

import static nl.onderstroom.quality.measure.OracleTable.Tolerance.ABSOLUTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.onderstroom.engine.measure.FalseDiscovery;
import nl.onderstroom.engine.measure.FinitePopulation;
import nl.onderstroom.engine.measure.Holm;
import nl.onderstroom.engine.measure.Interval;
import nl.onderstroom.engine.measure.waves.DetectableChange;
import nl.onderstroom.engine.measure.waves.MeanChange;
import nl.onderstroom.engine.measure.waves.PairedChange;
import nl.onderstroom.engine.measure.waves.RankChange;
import nl.onderstroom.engine.measure.waves.Sample;
import nl.onderstroom.engine.measure.waves.SignedRanks;
import nl.onderstroom.engine.summary.Histogram;
import nl.onderstroom.engine.summary.Quantity;
import nl.onderstroom.engine.summary.SummaryShape;
import nl.onderstroom.engine.summary.Tally;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** univbct (495 soldiers, 43 companies, three waves) and the Civil Service: waves beside R. */
class WavesOracleTest {
  private static final List<String> SCALES = List.of("JOBSAT", "COMMIT", "READY");
  private static final int[][] PAIRS = {{1, 2}, {2, 3}, {1, 3}};

  /** R's interval of g is ± 1.96 errors, ours ± 1.95996. */
  private static final double ROUNDED_POINT = 1.96;

  /** R's power.t.test stops its search at 1.2e-4. */
  private static final double POWER_SEARCH = 1.3e-4;

  @Test
  void unlinkedWavesAreThoseOfR() throws IOException {
    OracleTable table = new OracleTable("05 waves, as if unlinked");
    Soldiers people = Soldiers.read();
    JsonNode oracle = OracleTable.oracle("05_waves");
    for (String scale : SCALES) {
      for (int[] pair : PAIRS) {
        String name = "univbct_%s%d_%d".formatted(scale, pair[0], pair[1]);
        unlinked(
            table,
            name,
            people.column(scale + pair[0]),
            people.column(scale + pair[1]),
            oracle.path(name).path("as_if_unlinked_welch"));
      }
    }
    double[] satisfaction = people.column("JOBSAT1");
    double[] gender = people.column("GENDER");
    unlinked(
        table,
        "univbct_gender",
        where(satisfaction, gender, 1),
        where(satisfaction, gender, 2),
        oracle.path("univbct_gender"));
    table.printAndAssert();
  }

  private static void unlinked(
      OracleTable table, String name, double[] before, double[] after, JsonNode r) {
    MeanChange change = new MeanChange(Sample.of(before), Sample.of(after));
    RankChange ranks = RankChange.of(twelfths(before), twelfths(after));
    double n1 = (double) change.before().n();
    double n2 = (double) change.after().n();
    closed(table, name, "n1", n1, r);
    closed(table, name, "n2", n2, r);
    closed(table, name, "mean1", change.before().mean(), r);
    closed(table, name, "mean2", change.after().mean(), r);
    closed(table, name, "sd1", Math.sqrt(change.before().variance()), r);
    closed(table, name, "sd2", Math.sqrt(change.after().variance()), r);
    closed(table, name, "diff", change.difference(), r);
    closed(table, name, "welch_t", change.t(), r);
    closed(table, name, "welch_df", change.degreesOfFreedom(), r);
    closed(table, name, "p", change.p(), r);
    table.closed(name + " ci95_diff", change.interval(), r.path("ci95_diff"));
    closed(table, name, "cohen_d_pooled", change.cohensD(), r);
    closed(table, name, "hedges_g", change.hedgesG(), r);
    closed(table, name, "g_se", change.hedgesGError(), r);
    double margin = ROUNDED_POINT * change.hedgesGError();
    Interval asRounded = new Interval(change.hedgesG() - margin, change.hedgesG() + margin);
    table.closed(name + " g_ci95 at 1.96", asRounded, r.path("g_ci95"));
    assertThat(change.hedgesGInterval().high())
        .isCloseTo(asRounded.high(), org.assertj.core.api.Assertions.within(1e-4));
    closed(table, name, "mann_whitney_W", (ranks.delta() + 1) / 2 * n1 * n2, r);
    closed(table, name, "mw_p", ranks.p(), r);
    closed(table, name, "cliffs_delta", ranks.delta(), r);
  }

  @Test
  void linkedWavesAndTheirCorrectionsAreThoseOfR() throws IOException {
    OracleTable table = new OracleTable("05 waves, linked (for comparison)");
    Soldiers people = Soldiers.read();
    JsonNode oracle = OracleTable.oracle("05_waves");
    List<Double> p = new ArrayList<>();
    for (String scale : SCALES) {
      for (int[] pair : PAIRS) {
        String name = "univbct_%s%d_%d".formatted(scale, pair[0], pair[1]);
        double[] before = people.column(scale + pair[0]);
        double[] after = people.column(scale + pair[1]);
        paired(table, name, before, after, oracle.path(name).path("paired"));
        p.add(PairedChange.of(before, after).p());
      }
    }
    double[] tests = p.stream().mapToDouble(Double::doubleValue).toArray();
    JsonNode many = oracle.path("multiple_testing_paired");
    table.closed("holm", Holm.adjusted(tests), many.path("holm"));
    table.closed("BH", FalseDiscovery.rates(tests), many.path("BH"));
    JsonNode teams = oracle.path("team_level_paired_1_3");
    paired(table, "team_level_paired_1_3", companyMeans(people, 1), companyMeans(people, 3), teams);
    table.printAndAssert();
  }

  @Test
  void organisationsOverYearsAreThoseOfR() throws IOException {
    OracleTable table = new OracleTable("05 waves, Civil Service organisations");
    JsonNode oracle = OracleTable.oracle("05_waves");
    Table panel = Table.read("csps_org/csps_org_panel.csv");
    for (String measure : List.of("ees", "lc", "ld", "perma")) {
      for (int[] years : new int[][] {{2023, 2024}, {2019, 2020}}) {
        String name = "csps_%d_%d_%s".formatted(years[0], years[1], measure);
        Map<String, double[]> pairs = panel.byYears(measure, years[0], years[1]);
        paired(
            table,
            name,
            pairs.values().stream().mapToDouble(pair -> pair[0]).toArray(),
            pairs.values().stream().mapToDouble(pair -> pair[1]).toArray(),
            oracle.path(name));
      }
    }
    table.printAndAssert();
  }

  private static double[] companyMeans(Soldiers people, int wave) {
    return people.samples("JOBSAT").stream()
        .mapToDouble(company -> company.get(wave - 1).mean())
        .toArray();
  }

  private static void paired(
      OracleTable table, String name, double[] before, double[] after, JsonNode r) {
    PairedChange change = PairedChange.of(before, after);
    closed(table, name, "df", change.n() - 1.0, r);
    closed(table, name, "n", (double) change.n(), r);
    closed(table, name, "mean1", change.before().mean(), r);
    closed(table, name, "mean2", change.after().mean(), r);
    closed(table, name, "sd1", Math.sqrt(change.before().variance()), r);
    closed(table, name, "sd2", Math.sqrt(change.after().variance()), r);
    closed(table, name, "r", change.correlation(), r);
    closed(table, name, "diff", change.difference(), r);
    closed(table, name, "t", change.t(), r);
    closed(table, name, "p", change.p(), r);
    table.closed(name + " ci95_diff", change.interval(), r.path("ci95_diff"));
    closed(table, name, "d_z", change.dOfDifferences(), r);
    closed(table, name, "d_av", change.dOfWaves(), r);
    closed(table, name, "hedges_g_av", change.hedgesG(), r);
    // R was asked for the normal approximation without continuity correction.
    double[] differences =
        IntStream.range(0, before.length).mapToDouble(i -> after[i] - before[i]).toArray();
    closed(table, name, "wilcoxon_p", SignedRanks.of(differences).normalP(), r);
  }

  @Test
  void detectableChangesAndMarginsAreThoseOfR() throws IOException {
    OracleTable table = new OracleTable("10 proportions: detectable change and margins");
    JsonNode oracle = OracleTable.oracle("10_proportions");
    for (JsonNode row : oracle.path("mdd_unlinked_80power")) {
      long n = row.path("n").longValue();
      double mdd = row.path("mdd").doubleValue();
      double ours = DetectableChange.unlinked(n, n, 0.9);
      table.compare("mdd unlinked n = " + n, ours, mdd, POWER_SEARCH, ABSOLUTE);
    }
    for (JsonNode row : oracle.path("mdd_paired_r.6_80power")) {
      long n = row.path("n").longValue();
      double mdd = row.path("mdd").doubleValue();
      double ours = DetectableChange.paired(n, 0.9, 0.6);
      table.compare("mdd paired n = " + n, ours, mdd, POWER_SEARCH, ABSOLUTE);
    }
    for (JsonNode row : oracle.path("mean_margin_sd0.9")) {
      long n = row.path("n").longValue();
      long team = row.path("team").longValue();
      String name = " n = %d of %d".formatted(n, team);
      closed(table, name, "moe_inf", Interval.ofMean(n, 0, 0.9).high(), row);
      closed(table, name, "moe_fpc", FinitePopulation.ofMean(team, n, 0, 0.9).high(), row);
    }
    for (JsonNode row : oracle.path("wilson_small_n")) {
      Interval interval = Interval.ofShare(row.path("x").longValue(), row.path("n").longValue());
      String name = " " + row.path("x") + " of " + row.path("n");
      closed(table, name, "lo", interval.low(), row);
      closed(table, name, "hi", interval.high(), row);
      closed(table, name, "width", interval.high() - interval.low(), row);
    }
    table.printAndAssert();
  }

  private static void closed(OracleTable table, String name, String key, double ours, JsonNode r) {
    table.closed(name + " " + key, ours, r.path(key));
  }

  private static double[] where(double[] values, double[] by, double is) {
    return IntStream.range(0, values.length)
        .mapToDouble(i -> by[i] == is ? values[i] : Double.NaN)
        .toArray();
  }

  /** Means of three or four items are whole twelfths. */
  private static Histogram twelfths(double[] values) {
    SummaryShape shape = SummaryShape.of(new Quantity.Levels("twelfths", 12, 60));
    Tally tally = new Tally(shape);
    for (double value : values) {
      tally.add(new long[] {Double.isNaN(value) ? Tally.MISSING : Math.round(12 * value)});
    }
    return tally.summary().histogram("twelfths");
  }
}
