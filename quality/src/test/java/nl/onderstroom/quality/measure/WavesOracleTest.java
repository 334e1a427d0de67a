package nl.onderstroom.quality.measure;

import static nl.onderstroom.quality.measure.OracleTable.Tolerance.ABSOLUTE;
import static nl.onderstroom.quality.measure.OracleTable.Tolerance.RELATIVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nl.onderstroom.engine.measure.FalseDiscovery;
import nl.onderstroom.engine.measure.FinitePopulation;
import nl.onderstroom.engine.measure.Holm;
import nl.onderstroom.engine.measure.Interval;
import nl.onderstroom.engine.measure.teams.RandomInterceptRegression;
import nl.onderstroom.engine.measure.waves.DetectableChange;
import nl.onderstroom.engine.measure.waves.MeanChange;
import nl.onderstroom.engine.measure.waves.PairedChange;
import nl.onderstroom.engine.measure.waves.RankChange;
import nl.onderstroom.engine.measure.waves.Sample;
import nl.onderstroom.engine.measure.waves.WaveModel;
import nl.onderstroom.engine.summary.Histogram;
import nl.onderstroom.engine.summary.Quantity;
import nl.onderstroom.engine.summary.SummaryShape;
import nl.onderstroom.engine.summary.Tally;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** univbct (495 soldiers, 43 companies, three waves) and the Civil Service: waves beside R. */
class WavesOracleTest {
  private static final double CLOSED_FORM = 1e-9;
  private static final List<String> SCALES = List.of("JOBSAT", "COMMIT", "READY");
  private static final int[][] PAIRS = {{1, 2}, {2, 3}, {1, 3}};

  /** R's interval of g is ± 1.96 errors, ours ± 1.95996. */
  private static final double ROUNDED_POINT = 1.96;

  /** R's power.t.test stops its search at 1.2e-4. */
  private static final double POWER_SEARCH = 1.3e-4;

  @Test
  void unlinkedWavesAreThoseOfR() throws IOException {
    OracleTable table = new OracleTable("05 waves, as if unlinked");
    Table people = Table.read("univbct/univbct_wide.csv");
    JsonNode oracle = Table.oracle("05_waves.json");
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
    table.print();
    table.assertWithin();
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
    interval(table, name + " ci95_diff", change.interval(), r.path("ci95_diff"));
    closed(table, name, "cohen_d_pooled", change.cohensD(), r);
    closed(table, name, "hedges_g", change.hedgesG(), r);
    closed(table, name, "g_se", change.hedgesGError(), r);
    double margin = ROUNDED_POINT * change.hedgesGError();
    Interval asRounded = new Interval(change.hedgesG() - margin, change.hedgesG() + margin);
    interval(table, name + " g_ci95 at 1.96", asRounded, r.path("g_ci95"));
    assertThat(change.hedgesGInterval().high())
        .isCloseTo(asRounded.high(), org.assertj.core.api.Assertions.within(1e-4));
    closed(table, name, "mann_whitney_W", (ranks.delta() + 1) / 2 * n1 * n2, r);
    closed(table, name, "mw_p", ranks.p(), r);
    closed(table, name, "cliffs_delta", ranks.delta(), r);
  }

  @Test
  void linkedWavesAndTheirCorrectionsAreThoseOfR() throws IOException {
    OracleTable table = new OracleTable("05 waves, linked (for comparison)");
    Table people = Table.read("univbct/univbct_wide.csv");
    JsonNode oracle = Table.oracle("05_waves.json");
    List<Double> p = new ArrayList<>();
    for (String scale : SCALES) {
      for (int[] pair : PAIRS) {
        String name = "univbct_%s%d_%d".formatted(scale, pair[0], pair[1]);
        PairedChange change =
            PairedChange.of(people.column(scale + pair[0]), people.column(scale + pair[1]));
        paired(table, name, change, oracle.path(name).path("paired"));
        p.add(change.p());
      }
    }
    double[] tests = p.stream().mapToDouble(Double::doubleValue).toArray();
    JsonNode many = oracle.path("multiple_testing_paired");
    all(table, "holm", Holm.adjusted(tests), many.path("holm"));
    all(table, "BH", FalseDiscovery.rates(tests), many.path("BH"));
    JsonNode teams = oracle.path("team_level_paired_1_3");
    PairedChange ofTeams = PairedChange.of(unitMeans(people, 1), unitMeans(people, 3));
    paired(table, "team_level_paired_1_3", ofTeams, teams);
    table.print();
    table.assertWithin();
  }

  @Test
  void organisationsOverYearsAreThoseOfR() throws IOException {
    OracleTable table = new OracleTable("05 waves, Civil Service organisations");
    JsonNode oracle = Table.oracle("05_waves.json");
    Table panel = Table.read("csps_org/csps_org_panel.csv");
    for (String measure : List.of("ees", "lc", "ld", "perma")) {
      for (int[] years : new int[][] {{2023, 2024}, {2019, 2020}}) {
        String name = "csps_%d_%d_%s".formatted(years[0], years[1], measure);
        Map<String, double[]> pairs = panel.byYears(measure, years[0], years[1]);
        paired(
            table,
            name,
            PairedChange.of(
                pairs.values().stream().mapToDouble(pair -> pair[0]).toArray(),
                pairs.values().stream().mapToDouble(pair -> pair[1]).toArray()),
            oracle.path(name));
      }
    }
    table.print();
    table.assertWithin();
  }

  private static void paired(OracleTable table, String name, PairedChange change, JsonNode r) {
    closed(table, name, "n", (double) change.n(), r);
    closed(table, name, "mean1", change.before().mean(), r);
    closed(table, name, "mean2", change.after().mean(), r);
    closed(table, name, "sd1", Math.sqrt(change.before().variance()), r);
    closed(table, name, "sd2", Math.sqrt(change.after().variance()), r);
    closed(table, name, "r", change.correlation(), r);
    closed(table, name, "diff", change.difference(), r);
    closed(table, name, "t", change.t(), r);
    closed(table, name, "p", change.p(), r);
    interval(table, name + " ci95_diff", change.interval(), r.path("ci95_diff"));
    closed(table, name, "d_z", change.dOfDifferences(), r);
    closed(table, name, "d_av", change.dOfWaves(), r);
    closed(table, name, "hedges_g_av", change.hedgesG(), r);
  }

  @Test
  void mixedModelsAreThoseOfLme4() throws IOException {
    OracleTable table = new OracleTable("05 waves, mixed models (REML)");
    Table people = Table.read("univbct/univbct_wide.csv");
    JsonNode oracle = Table.oracle("05_waves.json");
    WaveModel unlinked = WaveModel.fit(unitSamples(people));
    JsonNode r = oracle.path("lmm_unlinked_unit_and_unitwave");
    effects(table, "unlinked", unlinked.effects(), unlinked.standardErrors(), r);
    variance(table, "unlinked unit:w", unlinked.teamWaveVariance(), r, 0);
    variance(table, "unlinked unit", unlinked.teamVariance(), r, 1);
    variance(table, "unlinked Residual", unlinked.personVariance(), r, 2);
    table.compare(
        "unlinked logLik_reml",
        unlinked.logLikelihood(),
        r.path("logLik_reml").doubleValue(),
        1e-9,
        RELATIVE);
    RandomInterceptRegression linked = linked(people);
    JsonNode person = oracle.path("lmm_linked_random_person");
    effects(table, "linked", linked.coefficients(), linked.standardErrors(), person);
    variance(table, "linked id", linked.groupVariance(), person, 0);
    variance(table, "linked Residual", linked.residualVariance(), person, 1);
    table.compare(
        "linked logLik_reml",
        linked.logLikelihood(),
        person.path("logLik_reml").doubleValue(),
        1e-9,
        RELATIVE);
    table.print();
    table.assertWithin();
  }

  private static void effects(
      OracleTable table, String name, double[] effects, double[] errors, JsonNode r) {
    String[] terms = {"(Intercept)", "w2", "w3"};
    for (int i = 0; i < terms.length; i++) {
      table.compare(
          name + " " + terms[i],
          effects[i],
          r.path("fixef").path(terms[i]).doubleValue(),
          1e-5,
          RELATIVE);
      table.compare(
          name + " se " + terms[i],
          errors[i],
          r.path("se").path(terms[i]).doubleValue(),
          1e-5,
          RELATIVE);
    }
  }

  private static void variance(OracleTable table, String name, double ours, JsonNode r, int at) {
    double theirs = r.path("varcomp").path(at).path("vcov").doubleValue();
    table.compare(name, ours, theirs, 1e-5, theirs == 0 ? ABSOLUTE : RELATIVE);
  }

  @Test
  void detectableChangesAndMarginsAreThoseOfR() throws IOException {
    OracleTable table = new OracleTable("10 proportions: detectable change and margins");
    JsonNode oracle = Table.oracle("10_proportions.json");
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
    table.print();
    table.assertWithin();
  }

  private static void closed(OracleTable table, String name, String key, double ours, JsonNode r) {
    assertThat(r.has(key)).as(name + " " + key).isTrue();
    table.compare(name + " " + key, ours, r.path(key).doubleValue(), CLOSED_FORM, RELATIVE);
  }

  private static void interval(OracleTable table, String name, Interval ours, JsonNode r) {
    table.compare(name + " low", ours.low(), r.path(0).doubleValue(), CLOSED_FORM, RELATIVE);
    table.compare(name + " high", ours.high(), r.path(1).doubleValue(), CLOSED_FORM, RELATIVE);
  }

  private static void all(OracleTable table, String name, double[] ours, JsonNode r) {
    assertThat(r.size()).isEqualTo(ours.length);
    for (int i = 0; i < ours.length; i++) {
      table.compare(name + " " + i, ours[i], r.path(i).doubleValue(), CLOSED_FORM, RELATIVE);
    }
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

  private static Map<String, List<Integer>> units(Table people) {
    Map<String, List<Integer>> units = new TreeMap<>();
    for (int row = 0; row < people.rows(); row++) {
      String unit = people.text("BTN", row) + " " + people.text("COMPANY", row);
      units.computeIfAbsent(unit, each -> new ArrayList<>()).add(row);
    }
    return units;
  }

  private static List<List<Sample>> unitSamples(Table people) {
    List<List<Sample>> samples = new ArrayList<>();
    for (List<Integer> unit : units(people).values()) {
      List<Sample> waves = new ArrayList<>();
      for (int wave = 1; wave <= 3; wave++) {
        double[] all = people.column("JOBSAT" + wave);
        waves.add(Sample.of(unit.stream().mapToDouble(row -> all[row]).toArray()));
      }
      samples.add(waves);
    }
    return samples;
  }

  private static double[] unitMeans(Table people, int wave) {
    return unitSamples(people).stream().mapToDouble(unit -> unit.get(wave - 1).mean()).toArray();
  }

  private static RandomInterceptRegression linked(Table people) {
    List<Integer> groups = new ArrayList<>();
    List<double[]> predictors = new ArrayList<>();
    List<Double> outcome = new ArrayList<>();
    for (int wave = 1; wave <= 3; wave++) {
      double[] values = people.column("JOBSAT" + wave);
      for (int row = 0; row < values.length; row++) {
        if (!Double.isNaN(values[row])) {
          groups.add(row);
          predictors.add(new double[] {1, wave == 2 ? 1 : 0, wave == 3 ? 1 : 0});
          outcome.add(values[row]);
        }
      }
    }
    return RandomInterceptRegression.fit(
        groups.stream().mapToInt(Integer::intValue).toArray(),
        predictors.toArray(double[][]::new),
        outcome.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
