package nl.onderstroom.quality.measure;

import static nl.onderstroom.quality.measure.OracleTable.Tolerance.RELATIVE;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nl.onderstroom.engine.effect.Controls;
import nl.onderstroom.engine.effect.DifferenceInDifferences;
import nl.onderstroom.engine.effect.EffectEstimate;
import nl.onderstroom.engine.effect.GroupTimeEffects;
import nl.onderstroom.engine.effect.InterruptedTimeSeries;
import nl.onderstroom.engine.effect.Panel;
import nl.onderstroom.engine.effect.RegressionToMean;
import nl.onderstroom.engine.effect.TwoWayFixedEffects;
import nl.onderstroom.engine.measure.waves.PairedChange;
import nl.onderstroom.engine.measure.waves.Sample;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** mpdta (500 counties and a minimum wage), univbct and the Civil Service: effects beside R. */
class EffectOracleTest {
  private static final double CLOSED_FORM = 1e-9;
  private static final int FIRST_YEAR = 2003;

  @Test
  void differencesInDifferencesAreThoseOfR() throws IOException {
    OracleTable table = new OracleTable("07 difference-in-differences (mpdta)");
    JsonNode oracle = Table.oracle("07_did_its.json");
    DifferenceInDifferences did = DifferenceInDifferences.of(counties(2006), 2, 3);
    JsonNode r = oracle.path("mpdta_2x2_2006");
    closed(
        table,
        "2x2 n_counties",
        (double) (did.controlsBefore().n() + did.actedBefore().n()),
        r,
        "n_counties");
    closed(table, "2x2 treated", (double) did.actedBefore().n(), r, "treated");
    // R's order: untreated before, treated before, untreated after, treated after.
    JsonNode cells = r.path("cell_means");
    List<Double> means =
        List.of(
            did.controlsBefore().mean(),
            did.actedBefore().mean(),
            did.controlsAfter().mean(),
            did.actedAfter().mean());
    double[] sorted = means.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double[] theirs =
        IntStream.range(0, 4).mapToDouble(i -> cells.path(i).doubleValue()).sorted().toArray();
    for (int i = 0; i < 4; i++) {
      table.compare("2x2 cell mean " + i, sorted[i], theirs[i], CLOSED_FORM, RELATIVE);
    }
    closed(table, "2x2 did", did.value(), r, "did");
    closed(table, "2x2 se_ols", did.classicError(), r, "se_ols");
    closed(table, "2x2 se CR1", did.clusteredError(), r, "se_cluster_county_cr1");
    JsonNode welch = r.path("first_diff_welch");
    closed(table, "2x2 welch t", did.changes().t(), welch, "t");
    closed(table, "2x2 welch df", did.changes().degreesOfFreedom(), welch, "df");
    closed(table, "2x2 welch p", did.changes().p(), welch, "p");
    table.compare(
        "2x2 welch low",
        did.changes().interval().low(),
        welch.path("ci95").path(0).doubleValue(),
        CLOSED_FORM,
        RELATIVE);
    table.compare(
        "2x2 welch high",
        did.changes().interval().high(),
        welch.path("ci95").path(1).doubleValue(),
        CLOSED_FORM,
        RELATIVE);
    TwoWayFixedEffects twoWay = TwoWayFixedEffects.of(counties(0));
    JsonNode fixed = oracle.path("mpdta_twfe");
    closed(table, "twfe beta", twoWay.value(), fixed, "beta");
    closed(table, "twfe se clustered", twoWay.clusteredError(), fixed, "se_cluster_hc1");
    closed(table, "twfe se classic", twoWay.classicError(), fixed, "se_classic");
    table.print();
    table.assertWithin();
  }

  @Test
  void groupTimeEffectsAreThoseOfCallawayAndSantAnna() throws IOException {
    OracleTable table = new OracleTable("07 group-time effects (mpdta, never-treated controls)");
    JsonNode oracle = Table.oracle("07_did_its.json");
    GroupTimeEffects effects = GroupTimeEffects.of(counties(0), Controls.NEVER_ACTING);
    List<GroupTimeEffects.GroupTimeEffect> all = effects.all();
    JsonNode cells = oracle.path("mpdta_att_gt");
    org.assertj.core.api.Assertions.assertThat(cells.size()).isEqualTo(all.size());
    for (int i = 0; i < all.size(); i++) {
      GroupTimeEffects.GroupTimeEffect ours = all.get(i);
      JsonNode cell = cells.path(i);
      String name = "ATT(%d, %d)".formatted(ours.cohort() + FIRST_YEAR, ours.wave() + FIRST_YEAR);
      closed(table, name + " g", ours.cohort() + FIRST_YEAR, cell, "g");
      closed(table, name + " t", ours.wave() + FIRST_YEAR, cell, "t");
      closed(table, name + " n_g", ours.acted(), cell, "n_g");
      closed(table, name, ours.effect().value(), cell, "att");
      closed(table, name + " se", ours.effect().standardError(), cell, "se");
    }
    closed(table, "simple", effects.simple().value(), oracle.path("mpdta_att_simple"), "att");
    JsonNode group = oracle.path("mpdta_att_group");
    for (int i = 0; i < 3; i++) {
      table.compare(
          "cohort " + group.path("g").path(i).asString(),
          effects.byCohort().get(i).effect().value(),
          group.path("att").path(i).doubleValue(),
          CLOSED_FORM,
          RELATIVE);
    }
    closed(table, "overall", effects.overall().value(), group, "overall");
    table.print();
    table.assertWithin();
  }

  /** The R package did, vignette "Getting started", with no covariates; four decimals. */
  @Test
  void averagesAndTheirErrorsAreThosePublishedWithTheMethod() throws IOException {
    OracleTable table = new OracleTable("did vignette (mpdta): four decimals, bootstrapped errors");
    GroupTimeEffects effects = GroupTimeEffects.of(counties(0), Controls.NEVER_ACTING);
    double[] dynamic = {0.0305, -0.0006, -0.0245, -0.0199, -0.0510, -0.1373, -0.1008};
    double[] errors = {0.0150, 0.0133, 0.0142, 0.0118, 0.0169, 0.0364, 0.0344};
    for (int i = 0; i < dynamic.length; i++) {
      GroupTimeEffects.EventEffect event = effects.byWavesSince().get(i);
      String name = "waves since " + event.wavesSince();
      published(table, name, event.effect().value(), dynamic[i], 6e-5);
      published(table, name + " se", event.effect().standardError(), errors[i], 2.5e-3);
    }
    published(table, "over waves since", effects.overWavesSince().value(), -0.0772, 6e-5);
    published(table, "over waves since se", effects.overWavesSince().standardError(), 0.0200, 1e-3);
    published(table, "overall", effects.overall().value(), -0.0310, 6e-5);
    published(table, "overall se", effects.overall().standardError(), 0.0124, 1e-3);
    published(table, "simple se", effects.simple().standardError(), 0.0118, 1e-3);
    System.out.printf(
        "simultaneous point over waves since acting: %.3f%n", effects.simultaneousPoint(10_000, 1));
    table.print();
    table.assertWithin();
  }

  private static void published(
      OracleTable table, String name, double ours, double theirs, double tolerance) {
    table.compare(name, ours, theirs, tolerance, OracleTable.Tolerance.ABSOLUTE);
  }

  @Test
  void interruptedSeriesAreThoseOfR() throws IOException {
    OracleTable table = new OracleTable("07 interrupted time series (csps, 2020)");
    JsonNode r = Table.oracle("07_did_its.json").path("csps_its_2020");
    Table panel = Table.read("csps_org/csps_org_panel.csv");
    double[] years = panel.column("year");
    double[] engagement = panel.column("ees");
    Map<String, Integer> numbers = new LinkedHashMap<>();
    int[] rows = IntStream.range(0, years.length).filter(row -> years[row] >= 2013).toArray();
    int[] organisations = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      String name = panel.text("organisation", rows[i]);
      Integer number = numbers.computeIfAbsent(name, each -> numbers.size());
      organisations[i] = number;
    }
    InterruptedTimeSeries series =
        InterruptedTimeSeries.fit(
            organisations,
            IntStream.of(rows).mapToDouble(row -> years[row]).toArray(),
            IntStream.of(rows).mapToDouble(row -> engagement[row]).toArray(),
            2020);
    closed(table, "N", series.rows(), r, "N");
    closed(table, "groups", series.teams(), r, "groups");
    estimate(table, "(Intercept)", series.level(), r, "se");
    segments(table, series.random(), r, "se");
    segments(table, series.within(), r.path("fixed_effects"), "se_cluster");
    table.compare(
        "variance between",
        series.groupVariance(),
        r.path("varcomp").path(0).doubleValue(),
        1e-5,
        RELATIVE);
    table.compare(
        "variance within",
        series.residualVariance(),
        r.path("varcomp").path(1).doubleValue(),
        1e-5,
        RELATIVE);
    table.print();
    table.assertWithin();
  }

  private static void segments(
      OracleTable table, InterruptedTimeSeries.Segments ours, JsonNode r, String error) {
    estimate(table, "t", ours.slope(), r, error);
    estimate(table, "step", ours.step(), r, error);
    estimate(table, "slope", ours.bend(), r, error);
  }

  private static void estimate(
      OracleTable table, String term, EffectEstimate ours, JsonNode r, String error) {
    double tolerance = error.equals("se") ? 1e-5 : CLOSED_FORM;
    table.compare(
        error + ": coef " + term,
        ours.value(),
        r.path("coef").path(term).doubleValue(),
        tolerance,
        RELATIVE);
    table.compare(
        error + " " + term,
        ours.standardError(),
        r.path(error).path(term).doubleValue(),
        tolerance,
        RELATIVE);
  }

  @Test
  void regressionToTheMeanIsThatOfR() throws IOException {
    OracleTable table = new OracleTable("07 regression to the mean");
    JsonNode oracle = Table.oracle("07_did_its.json");
    JsonNode r = oracle.path("regression_to_mean_csps");
    Table panel = Table.read("csps_org/csps_org_panel.csv");
    Map<String, double[]> pairs = panel.byYears("ees", 2022, 2023);
    double[] before = pairs.values().stream().mapToDouble(pair -> pair[0]).toArray();
    double[] after = pairs.values().stream().mapToDouble(pair -> pair[1]).toArray();
    boolean[] lowest = RegressionToMean.lowestQuarter(before);
    RegressionToMean seen = RegressionToMean.seen(before, after, lowest);
    closed(table, "csps orgs", before.length, r, "orgs");
    closed(table, "csps lowest", seen.chosen(), r, "change_lowest");
    closed(table, "csps rest", seen.rest(), r, "change_rest");
    Map<String, double[]> earlier = panel.byYears("ees", 2021, 2022);
    RegressionToMean expected =
        RegressionToMean.expected(
            earlier.values().stream().mapToDouble(pair -> pair[0]).toArray(),
            earlier.values().stream().mapToDouble(pair -> pair[1]).toArray(),
            before,
            lowest);
    System.out.printf(
        "csps 2022 to 2023, nothing done: lowest quarter seen %+.2f; above the rest expected %+.2f (from 2021 to 2022), seen %+.2f%n",
        seen.chosen(), expected.chosen() - expected.rest(), seen.chosen() - seen.rest());
    soldiers(table, oracle.path("regression_to_mean_univbct"));
    table.print();
    table.assertWithin();
  }

  /** Means of those who answered both times. */
  private static void soldiers(OracleTable table, JsonNode r) throws IOException {
    Table people = Table.read("univbct/univbct_wide.csv");
    double[] one = people.column("JOBSAT1");
    double[] two = people.column("JOBSAT2");
    Map<String, List<Integer>> units = new TreeMap<>();
    for (int row = 0; row < people.rows(); row++) {
      if (!Double.isNaN(one[row] + two[row])) {
        String unit = people.text("BTN", row) + " " + people.text("COMPANY", row);
        units.computeIfAbsent(unit, each -> new ArrayList<>()).add(row);
      }
    }
    double[] before = means(units, one);
    double[] after = means(units, two);
    boolean[] lowest = RegressionToMean.lowestQuarter(before);
    RegressionToMean seen = RegressionToMean.seen(before, after, lowest);
    long count = IntStream.range(0, lowest.length).filter(unit -> lowest[unit]).count();
    closed(table, "univbct units", before.length, r, "units");
    closed(table, "univbct lowest quarter", (double) count, r, "lowest_quarter_units");
    closed(table, "univbct lowest", seen.chosen(), r, "change_lowest");
    closed(table, "univbct rest", seen.rest(), r, "change_rest");
    closed(table, "univbct r", PairedChange.of(before, after).correlation(), r, "r_wave1_wave2");
    List<Sample> samples =
        units.values().stream()
            .map(unit -> Sample.of(unit.stream().mapToDouble(row -> one[row]).toArray()))
            .toList();
    RegressionToMean expected = RegressionToMean.expected(samples, lowest);
    System.out.printf(
        "univbct wave 1 to 2, nothing done: lowest quarter expected %+.2f (from wave 1 alone), seen %+.2f%n",
        expected.chosen(), seen.chosen());
  }

  /** Rounded in the tenth decimal, so that equal means are equal. */
  private static double[] means(Map<String, List<Integer>> units, double[] values) {
    return units.values().stream()
        .mapToDouble(unit -> unit.stream().mapToDouble(row -> values[row]).average().orElseThrow())
        .toArray();
  }

  /**
   * Waves are 2003 to 2007. With {@code only}, the counties of that year and those never treated.
   */
  private static Panel counties(int only) throws IOException {
    Table table = Table.read("mpdta/mpdta.csv");
    double[] outcomes = table.column("lemp");
    double[] years = table.column("year");
    double[] first = table.column("first.treat");
    Map<String, double[]> counties = new TreeMap<>();
    Map<String, Integer> firstWaves = new TreeMap<>();
    for (int row = 0; row < outcomes.length; row++) {
      if (only == 0 || first[row] == 0 || first[row] == only) {
        String county = table.text("countyreal", row);
        counties.computeIfAbsent(county, each -> new double[5])[(int) years[row] - FIRST_YEAR] =
            outcomes[row];
        firstWaves.put(county, first[row] == 0 ? Panel.NEVER : (int) first[row] - FIRST_YEAR);
      }
    }
    return Panel.of(
        counties.values().toArray(double[][]::new),
        firstWaves.values().stream().mapToInt(Integer::intValue).toArray());
  }

  private static void closed(OracleTable table, String name, double ours, JsonNode r, String key) {
    org.assertj.core.api.Assertions.assertThat(r.has(key)).as(key).isTrue();
    table.compare(name, ours, r.path(key).doubleValue(), CLOSED_FORM, RELATIVE);
  }
}
