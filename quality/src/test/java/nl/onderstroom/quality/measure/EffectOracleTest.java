package nl.onderstroom.quality.measure;

import static nl.onderstroom.quality.measure.OracleTable.Tolerance.RELATIVE;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.onderstroom.engine.effect.EffectEstimate;
import nl.onderstroom.engine.effect.InterruptedTimeSeries;
import nl.onderstroom.engine.effect.RegressionToMean;
import nl.onderstroom.engine.measure.waves.PairedChange;
import nl.onderstroom.engine.measure.waves.Sample;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The Civil Service over the years, and teams that were low by luck: beside R. */
class EffectOracleTest {
  private static final double CLOSED_FORM = 1e-9;

  @Test
  void interruptedSeriesAreThoseOfR() throws IOException {
    OracleTable table = new OracleTable("07 interrupted time series (csps, 2020)");
    JsonNode r = OracleTable.oracle("07_did_its").path("csps_its_2020");
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
    table.component("variance between", series.groupVariance(), r.path("varcomp").path(0));
    table.component("variance within", series.residualVariance(), r.path("varcomp").path(1));
    table.printAndAssert();
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
        error + ": coef " + term, ours.value(), r.path("coef").path(term), tolerance, RELATIVE);
    table.compare(
        error + " " + term, ours.standardError(), r.path(error).path(term), tolerance, RELATIVE);
  }

  @Test
  void regressionToTheMeanIsThatOfR() throws IOException {
    OracleTable table = new OracleTable("07 regression to the mean");
    JsonNode oracle = OracleTable.oracle("07_did_its");
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
    table.printAndAssert();
  }

  /** Means of those who answered both times. */
  private static void soldiers(OracleTable table, JsonNode r) throws IOException {
    Soldiers people = Soldiers.read();
    double[] one = people.column("JOBSAT1");
    double[] two = people.column("JOBSAT2");
    List<List<Integer>> units =
        people.companies().stream()
            .map(rows -> rows.stream().filter(row -> !Double.isNaN(one[row] + two[row])).toList())
            .toList();
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
        units.stream()
            .map(unit -> Sample.of(unit.stream().mapToDouble(row -> one[row]).toArray()))
            .toList();
    RegressionToMean expected = RegressionToMean.expected(samples, lowest);
    System.out.printf(
        "univbct wave 1 to 2, nothing done: lowest quarter expected %+.2f (from wave 1 alone), seen %+.2f%n",
        expected.chosen(), seen.chosen());
  }

  /** Rounded in the tenth decimal, so that equal means are equal. */
  private static double[] means(List<List<Integer>> units, double[] values) {
    return units.stream()
        .mapToDouble(unit -> unit.stream().mapToDouble(row -> values[row]).average().orElseThrow())
        .toArray();
  }

  private static void closed(OracleTable table, String name, double ours, JsonNode r, String key) {
    table.closed(name, ours, r.path(key));
  }
}
