package nl.onderstroom.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import nl.onderstroom.engine.drivers.DriverRecords;
import nl.onderstroom.engine.drivers.DriverSums;
import nl.onderstroom.engine.drivers.Drivers;
import nl.onderstroom.engine.drivers.ImportanceBootstrap;
import nl.onderstroom.engine.drivers.ImportanceJackknife;
import nl.onderstroom.engine.drivers.JohnsonWeights;
import nl.onderstroom.engine.drivers.LindemanMerendaGold;
import nl.onderstroom.engine.drivers.Refusal;
import nl.onderstroom.engine.drivers.Regression;
import nl.onderstroom.engine.drivers.RelativeImportance;
import nl.onderstroom.engine.drivers.Resampling;
import nl.onderstroom.engine.drivers.RidgePrediction;
import nl.onderstroom.engine.drivers.RobustErrors;
import nl.onderstroom.engine.drivers.WithinBetween;
import nl.onderstroom.quality.measure.OracleTable.Tolerance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Drivers of real data beside R's. LMG there is by all subsets, and by relaimpo 2.2-7. */
class DriversOracleTest {
  private static final double RELATIVE = 1e-9;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attitude",
        "bh1996",
        "bh1996_within",
        "bh1996_between",
        "lq2002",
        "csps_2019",
        "csps_2024",
        "csps_2024_perma"
      })
  void everyNumberIsThatOfR(String name) {
    JsonNode oracle = oracle(name);
    DriverRecords records = DriverFiles.records(name, oracle);
    DriverSums sums = records.sums();
    Regression fit = Regression.of(sums);
    OracleTable table = new OracleTable("Drivers: " + oracle.path("label").asString());
    table.compare("people", records.n(), oracle.path("n").doubleValue(), 0, Tolerance.ABSOLUTE);
    table.closed("R²", fit.r2(), oracle.path("R2"));
    table.closed("adjusted R²", fit.adjustedR2(), oracle.path("adjR2"));
    table.closed("sigma", fit.sigma(), oracle.path("sigma"));
    correlations(table, sums, oracle.path("correlation_matrix_y_first"));
    coefficients(table, fit, oracle);
    table.closed("HC3 error", RobustErrors.hc3(records), oracle.path("se_hc3"));
    if (oracle.path("cluster").has("clusters")) {
      List<DriverSums> teams = records.teamSums();
      JsonNode cluster = oracle.path("cluster");
      table.closed("teams", teams.size(), cluster.path("clusters"));
      table.closed("CR1 error", RobustErrors.cr1(teams), cluster.path("se_cr1"));
    }
    table.closed("beta", fit.standardised(), oracle.path("beta_std"));
    table.closed("variance inflation", fit.varianceInflation(), oracle.path("vif"));
    table.closed("correlation", fit.zeroOrder(), oracle.path("zero_order_r"));
    table.closed("last in", fit.squaredSemipartial(), oracle.path("squared_semipartial_last"));
    parts(table, sums, oracle);
    ridge(table, sums, oracle.path("ridge_std"));
    table.printAndAssert();
  }

  /** The intercept within companies is nothing but rounding, there as here. */
  private static void coefficients(OracleTable table, Regression fit, JsonNode oracle) {
    boolean centred = Math.abs(oracle.path("coef").path(0).doubleValue()) < RELATIVE;
    Tolerance first = centred ? Tolerance.ABSOLUTE : Tolerance.RELATIVE;
    for (int k = 0; k < fit.coefficients().length; k++) {
      Tolerance kind = k == 0 ? first : Tolerance.RELATIVE;
      Function<String, JsonNode> of = atIndex(oracle, k);
      String which = " " + k;
      table.compare(
          "coefficient" + which, fit.coefficients()[k], number(of, "coef"), RELATIVE, kind);
      table.compare("t" + which, fit.t()[k], number(of, "t"), RELATIVE, kind);
      table.compare("p" + which, fit.p()[k], number(of, "p"), RELATIVE, kind);
      table.closed("error" + which, fit.standardErrors()[k], of.apply("se_ols"));
      table.closed("95% low" + which, fit.interval(k).low(), of.apply("ci95").path(0));
      table.closed("95% high" + which, fit.interval(k).high(), of.apply("ci95").path(1));
    }
  }

  private static Function<String, JsonNode> atIndex(JsonNode oracle, int k) {
    return field -> oracle.path(field).path(k);
  }

  private static double number(Function<String, JsonNode> of, String field) {
    return of.apply(field).doubleValue();
  }

  private static void correlations(OracleTable table, DriverSums sums, JsonNode outcomeFirst) {
    int p = sums.drivers().size();
    for (int i = 0; i <= p; i++) {
      for (int j = 0; j < i; j++) {
        double ours = sums.correlation(i - 1, j == 0 ? p : j - 1);
        table.closed("r " + i + " " + j, ours, outcomeFirst.path(i).path(j));
      }
    }
  }

  private static void parts(OracleTable table, DriverSums sums, JsonNode oracle) {
    double[] parts = LindemanMerendaGold.parts(sums);
    double all = Arrays.stream(parts).sum();
    table.closed("LMG", parts, oracle.path("lmg_R2_units"));
    table.closed("LMG by relaimpo", parts, oracle.path("lmg_relaimpo"));
    table.closed(
        "LMG share",
        Arrays.stream(parts).map(part -> part / all).toArray(),
        oracle.path("lmg_share"));
    table.closed("Johnson", JohnsonWeights.parts(sums), oracle.path("johnson_relative_weights"));
  }

  private static void ridge(OracleTable table, DriverSums sums, JsonNode oracle) {
    for (int k = 0; k < oracle.path("lambda").size(); k++) {
      double lambda = oracle.path("lambda").path(k).doubleValue();
      double[] ours = RidgePrediction.of(sums, lambda).standardised();
      table.closed("ridge " + lambda, ours, oracle.path("beta").path(k));
    }
  }

  /**
   * From the sums of each company. R's columns about company means are rounded to ten decimals, and
   * its errors do not count the companies' means as taken off; both are allowed for.
   */
  @Test
  void sumsOfCompaniesGiveWhatGoesTogetherWithinAndBetween() {
    JsonNode within = oracle("bh1996_within");
    JsonNode between = oracle("bh1996_between");
    List<DriverSums> companies = DriverFiles.records("bh1996", oracle("bh1996")).teamSums();
    WithinBetween split = WithinBetween.of(companies, new Resampling(1000, 1, 2));
    RelativeImportance people = (RelativeImportance) split.within();
    RelativeImportance teams = (RelativeImportance) split.between();
    OracleTable table = new OracleTable("Drivers: bh1996 within and between, from 99 sums");
    side(table, "within", people, within);
    side(table, "between", teams, between);
    DriverSums centred =
        companies.stream().map(DriverSums::centred).reduce(DriverSums::merge).orElseThrow();
    Regression fit = Regression.of(centred);
    double counted =
        Math.sqrt((double) (centred.n() - 1 - 3) / (centred.n() - companies.size() - 3));
    for (int k = 1; k <= 3; k++) {
      double expected = within.path("se_ols").path(k).doubleValue() * counted;
      String what = "within error " + k;
      table.compare(what, fit.standardErrors()[k], expected, RELATIVE, Tolerance.RELATIVE);
      double hc3 = teams.drivers().get(k - 1).standardError();
      table.closed("between HC3 error " + k, hc3, between.path("se_hc3").path(k));
    }
    table.printAndAssert();
    for (RelativeImportance side : List.of(people, teams)) {
      side.drivers()
          .forEach(driver ->
              System.out.printf(
                  "%s: %.0f%% (%.0f–%.0f%%), first with probability %.3f%n",
                  driver.key(),
                  100 * driver.share(),
                  100 * driver.shareInterval().low(),
                  100 * driver.shareInterval().high(),
                  driver.rankProbabilities().getFirst()));
    }
    assertThat(people.drivers().get(1).share()).isBetween(.795, .805);
    assertThat(teams.drivers().get(2).share()).isBetween(.545, .555);
  }

  private static void side(
      OracleTable table, String name, RelativeImportance ours, JsonNode oracle) {
    table.closed(name + " R²", ours.r2(), oracle.path("R2"));
    for (int j = 0; j < ours.drivers().size(); j++) {
      RelativeImportance.Driver driver = ours.drivers().get(j);
      String what = name + " " + driver.key() + " ";
      table.closed(what + "LMG", driver.lmg(), oracle.path("lmg_R2_units").path(j));
      table.closed(what + "share", driver.share(), oracle.path("lmg_share").path(j));
      table.closed(what + "coefficient", driver.coefficient(), oracle.path("coef").path(j + 1));
      table.closed(what + "beta", driver.beta(), oracle.path("beta_std").path(j));
      table.closed(what + "inflation", driver.varianceInflation(), oracle.path("vif").path(j));
    }
  }

  /** R drew 2,000 times by its own chance: four of our standard errors of 2,000 draws apart. */
  @Test
  void drawsOfAttitudeAgreeWithThoseOfRAsFarAsChanceGoes() {
    JsonNode oracle = oracle("attitude");
    DriverRecords records = DriverFiles.records("attitude", oracle);
    OracleTable table = new OracleTable("Drivers: attitude, jackknife and 2,000 draws");
    double[] jackknife = ImportanceJackknife.standardErrors(records);
    table.closed("jackknife error", jackknife, oracle.path("lmg_jackknife_se"));
    List<ImportanceBootstrap> runs =
        IntStream.range(0, 40)
            .mapToObj(seed -> ImportanceBootstrap.ofPeople(records, new Resampling(2000, seed, 2)))
            .toList();
    JsonNode ends = oracle.path("lmg_bootstrap_pct95");
    JsonNode first = oracle.path("lmg_bootstrap_share_rank1");
    for (int j = 0; j < jackknife.length; j++) {
      int driver = j;
      chance(table, "low " + j, runs, run -> run.part(driver).low(), ends.path(0).path(j));
      chance(table, "high " + j, runs, run -> run.part(driver).high(), ends.path(1).path(j));
      chance(table, "first " + j, runs, run -> run.rankProbabilities(driver)[0], first.path(j));
    }
    table.printAndAssert();
  }

  private static void chance(
      OracleTable table,
      String what,
      List<ImportanceBootstrap> runs,
      Function<ImportanceBootstrap, Double> figure,
      JsonNode oracle) {
    double[] figures = runs.stream().mapToDouble(figure::apply).toArray();
    double mean = Arrays.stream(figures).average().orElseThrow();
    double squares = Arrays.stream(figures).map(x -> (x - mean) * (x - mean)).sum();
    double error = Math.sqrt(squares / (figures.length - 1));
    table.compare(what, mean, oracle.doubleValue(), 4 * error, Tolerance.ABSOLUTE);
  }

  @Test
  void thirtyDepartmentsAreTooFewToTellDrivers() {
    DriverRecords records = DriverFiles.records("attitude", oracle("attitude"));
    assertThat(Drivers.ofRecords(records, new Resampling(1000, 1, 2)))
        .isEqualTo(new Refusal.TooFew(Refusal.Of.PEOPLE, 30, 100));
  }

  @Test
  void noDataSetOfROracleIsLeftOut() {
    Set<String> names = new LinkedHashSet<>(all().propertyNames());
    assertThat(names)
        .containsExactlyInAnyOrder(
            "attitude",
            "bh1996",
            "bh1996_within",
            "bh1996_between",
            "lq2002",
            "csps_2019",
            "csps_2024",
            "csps_2024_perma",
            "_meta");
  }

  private static JsonNode all() {
    return OracleTable.oracle("04_drivers");
  }

  private static JsonNode oracle(String name) {
    return all().path(name);
  }
}
