package nl.onderstroom.quality.measure;

import static nl.onderstroom.quality.measure.OracleTable.Tolerance.RELATIVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nl.onderstroom.engine.effect.Controls;
import nl.onderstroom.engine.effect.DifferenceInDifferences;
import nl.onderstroom.engine.effect.EffectEstimate;
import nl.onderstroom.engine.effect.GroupTimeEffects;
import nl.onderstroom.engine.effect.Panel;
import nl.onderstroom.engine.effect.TwoWayFixedEffects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** mpdta, 500 counties of which some raised their minimum wage: effects beside R. */
class CountiesOracleTest {
  private static final int FIRST_YEAR = 2003;

  /** From three waves before acting to three after: the average and its error. */
  private static final double[][] SINCE_ACTING_BESIDE_NEVER_ACTING = {
    {0.030506655583292, 0.0150335602801},
    {-0.000563084626385, 0.0132916447365},
    {-0.024458744971169, 0.0142364022105},
    {-0.019931816789260, 0.0118263640581},
    {-0.050957367065194, 0.0168934762687},
    {-0.137258738889404, 0.0364356642877},
    {-0.100811363085405, 0.0343592258347}
  };

  private static final double[][] SINCE_ACTING_BESIDE_NOT_YET_ACTING = {
    {0.02975936476103, 0.0145335416387},
    {-0.00244615388606, 0.0131203504343},
    {-0.02426890341451, 0.0144636816758},
    {-0.01892219908343, 0.0120445686893},
    {-0.05358934738483, 0.0169463855391},
    {-0.13627434632868, 0.0354033849689},
    {-0.10081136308540, 0.0343592258347}
  };

  private static final double[][] COHORTS_BESIDE_NEVER_ACTING = {
    {-0.0797491265747, 0.0263677994350},
    {-0.0229095392495, 0.0167033302552},
    {-0.0260544107192, 0.0166554353493}
  };

  private static final double[][] COHORTS_BESIDE_NOT_YET_ACTING = {
    {-0.0836942930380, 0.0257015997680},
    {-0.0182817976131, 0.0159222358245},
    {-0.0260544107192, 0.0166554353493}
  };

  /** Over waves since acting, over cohorts, and over all cohorts and waves alike. */
  private static final double[][] OVERALL_BESIDE_NEVER_ACTING = {
    {-0.0772398214573, 0.0199649890618},
    {-0.0310182822287, 0.0124460593210},
    {-0.0399512751552, 0.0120340127702}
  };

  private static final double[][] OVERALL_BESIDE_NOT_YET_ACTING = {
    {-0.0773993139706, 0.0195601769464},
    {-0.0304622281126, 0.0125751201317},
    {-0.0397636256230, 0.0120524247873}
  };

  @Test
  void differencesInDifferencesAreThoseOfR() throws IOException {
    OracleTable table = new OracleTable("07 difference-in-differences (mpdta)");
    JsonNode oracle = OracleTable.oracle("07_did_its");
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
      table.compare("2x2 cell mean " + i, sorted[i], theirs[i], OracleTable.CLOSED_FORM, RELATIVE);
    }
    closed(table, "2x2 did", did.value(), r, "did");
    closed(table, "2x2 se_ols", did.classicError(), r, "se_ols");
    closed(table, "2x2 se CR1", did.clusteredError(), r, "se_cluster_county_cr1");
    JsonNode welch = r.path("first_diff_welch");
    closed(table, "2x2 welch t", did.changes().t(), welch, "t");
    closed(table, "2x2 welch df", did.changes().degreesOfFreedom(), welch, "df");
    closed(table, "2x2 welch p", did.changes().p(), welch, "p");
    table.closed("2x2 welch", did.changes().interval(), welch.path("ci95"));
    TwoWayFixedEffects twoWay = TwoWayFixedEffects.of(counties(0));
    JsonNode fixed = oracle.path("mpdta_twfe");
    closed(table, "twfe beta", twoWay.value(), fixed, "beta");
    closed(table, "twfe se clustered", twoWay.clusteredError(), fixed, "se_cluster_hc1");
    closed(table, "twfe se classic", twoWay.classicError(), fixed, "se_classic");
    table.printAndAssert();
  }

  @Test
  void groupTimeEffectsAreThoseOfCallawayAndSantAnna() throws IOException {
    OracleTable table = new OracleTable("07 group-time effects (mpdta, never-treated controls)");
    JsonNode oracle = OracleTable.oracle("07_did_its");
    GroupTimeEffects effects = GroupTimeEffects.of(counties(0), Controls.NEVER_ACTING);
    List<GroupTimeEffects.GroupTimeEffect> all = effects.all();
    JsonNode cells = oracle.path("mpdta_att_gt");
    assertThat(cells.size()).isEqualTo(all.size());
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
      table.closed(
          "cohort " + group.path("g").path(i).asString(),
          effects.byCohort().get(i).effect().value(),
          group.path("att").path(i));
    }
    closed(table, "overall", effects.overall().value(), group, "overall");
    table.printAndAssert();
  }

  /**
   * Beside the R package did 2.1.1 without covariates, by its formulas and not its bootstrap. The
   * error over cohorts is with the influence of the cohorts' weights as corrected in did 2.5; 2.1.1
   * has .01242. Its vignette prints the same averages in four decimals.
   */
  @Test
  void averagesAndTheirErrorsAreThoseOfTheMethodsOwnPackage() throws IOException {
    OracleTable table = new OracleTable("mpdta: averages of group-time effects, R package did");
    GroupTimeEffects never = GroupTimeEffects.of(counties(0), Controls.NEVER_ACTING);
    averages(
        table,
        "never acting",
        never,
        SINCE_ACTING_BESIDE_NEVER_ACTING,
        COHORTS_BESIDE_NEVER_ACTING,
        OVERALL_BESIDE_NEVER_ACTING);
    averages(
        table,
        "not yet acting",
        GroupTimeEffects.of(counties(0), Controls.NOT_YET_ACTING),
        SINCE_ACTING_BESIDE_NOT_YET_ACTING,
        COHORTS_BESIDE_NOT_YET_ACTING,
        OVERALL_BESIDE_NOT_YET_ACTING);
    table.printAndAssert();
    System.out.printf(
        "simultaneous point over waves since acting: %.3f%n", never.simultaneousPoint(10_000, 1));
  }

  private static void averages(
      OracleTable table,
      String beside,
      GroupTimeEffects ours,
      double[][] sinceActing,
      double[][] cohorts,
      double[][] overall) {
    assertThat(ours.byWavesSince()).hasSize(sinceActing.length);
    assertThat(ours.byCohort()).hasSize(cohorts.length);
    for (int i = 0; i < sinceActing.length; i++) {
      GroupTimeEffects.EventEffect event = ours.byWavesSince().get(i);
      assertThat(event.wavesSince()).isEqualTo(i - 3);
      published(table, beside + ", since " + (i - 3), event.effect(), sinceActing[i]);
    }
    for (int i = 0; i < cohorts.length; i++) {
      GroupTimeEffects.CohortEffect cohort = ours.byCohort().get(i);
      String name = beside + ", cohort " + (cohort.cohort() + FIRST_YEAR);
      published(table, name, cohort.effect(), cohorts[i]);
    }
    published(table, beside + ", over waves since", ours.overWavesSince(), overall[0]);
    published(table, beside + ", over cohorts", ours.overall(), overall[1]);
    published(table, beside + ", over all", ours.simple(), overall[2]);
  }

  private static void published(
      OracleTable table, String name, EffectEstimate ours, double[] theirs) {
    table.compare(name, ours.value(), theirs[0], OracleTable.CLOSED_FORM, RELATIVE);
    table.compare(name + " se", ours.standardError(), theirs[1], OracleTable.CLOSED_FORM, RELATIVE);
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
    table.closed(name, ours, r.path(key));
  }
}
