package nl.onderstroom.quality.measure;

import static nl.onderstroom.quality.measure.OracleTable.Tolerance.ABSOLUTE;
import static nl.onderstroom.quality.measure.OracleTable.Tolerance.RELATIVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import nl.onderstroom.engine.measure.Interval;
import nl.onderstroom.engine.measure.teams.Intraclass;
import nl.onderstroom.engine.measure.teams.IntraclassCorrelation;
import nl.onderstroom.engine.measure.teams.ProfileIntervals;
import nl.onderstroom.engine.measure.teams.RandomIntercept;
import nl.onderstroom.engine.measure.teams.TeamSums;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Every number of R on intraclass correlations and random intercepts, from sums per team. */
class TeamOracleTest {
  private static final double PREDICTION = 1e-5;

  /** lme4 reads its limits off a spline through the profile; ours solve the equation. */
  private static final double SPLINE = 2e-4;

  /**
   * lme4 stops .00016 short of the maximum here: (SSB/k − MSW)/n, which holds for teams of one
   * size, is .04856726734.
   */
  private static final String SHORT_OF_MAXIMUM = "first5 WBEING";

  @ParameterizedTest
  @CsvSource({
    "bh1996, COHES",
    "bh1996, LEAD",
    "bh1996, HRS",
    "bh1996, WBEING",
    "lq2002, LEAD",
    "lq2002, TSIG",
    "lq2002, HOSTILE",
    "SWMDK, ''",
    "univbct_T1, JOBSAT1",
    "univbct_T1, COMMIT1",
    "univbct_T1, READY1",
    "bh1996_first5, COHES",
    "bh1996_first5, LEAD",
    "bh1996_first5, WBEING"
  })
  void intraclassCorrelationsAreThoseOfR(String data, String scale) throws IOException {
    JsonNode r = OracleTable.oracle("02_icc_rwg").path(data);
    TeamSums sums = survey(data, scale).sums();
    assertThat(Intraclass.of(sums)).isInstanceOf(IntraclassCorrelation.class);
    OracleTable table = new OracleTable("Intraclass correlation, " + data + " " + scale);
    compareAnova(table, (IntraclassCorrelation) Intraclass.of(sums), at(r, scale));
    compareReml(table, sums, at(r, scale));
    table.printAndAssert();
  }

  private static void compareAnova(OracleTable table, IntraclassCorrelation ours, JsonNode r) {
    closed(table, "N", (double) ours.people(), r);
    closed(table, "groups", ours.teams(), r);
    closed(table, "nbar", ours.meanSize(), r);
    closed(table, "n0", ours.effectiveSize(), r);
    closed(table, "MSB", ours.meanSquareBetween(), r);
    closed(table, "MSW", ours.meanSquareWithin(), r);
    closed(table, "F", ours.f(), r);
    closed(table, "df1", ours.teams() - 1.0, r);
    closed(table, "df2", (double) ours.people() - ours.teams(), r);
    closed(table, "p", ours.pValue(), r);
    closed(table, "ICC1_bliese_nbar", ours.icc1AtMeanSize(), r);
    closed(table, "ICC1_n0", ours.icc1(), r);
    closed(table, "ICC2", ours.icc2(), r);
    table.closed("ICC1_ci95_searle_n0", ours.icc1Interval(), r.path("ICC1_ci95_searle_n0"));
    table.closed("ICC2_ci95", ours.icc2Interval(), r.path("ICC2_ci95"));
    closed(table, "eta2", ours.etaSquared(), r);
  }

  private static void compareReml(OracleTable table, TeamSums sums, JsonNode r) {
    RandomIntercept model = RandomIntercept.reml(sums);
    double meanSize = r.path("nbar").doubleValue();
    component(table, "tau2_reml", model.tau2(), r);
    component(table, "sigma2_reml", model.sigma2(), r);
    component(table, "ICC1_reml", model.icc(), r);
    component(table, "ICC2_reml_SB_at_nbar", model.reliability(meanSize), r);
  }

  @ParameterizedTest
  @CsvSource({
    "bh1996, COHES",
    "bh1996, LEAD",
    "bh1996, HRS",
    "bh1996, WBEING",
    "bh1996_first5, COHES",
    "bh1996_first5, LEAD",
    "bh1996_first5, WBEING",
    "lq2002, LEAD",
    "lq2002, TSIG",
    "lq2002, HOSTILE",
    "SWMDK, ''",
    "univbct, JOBSAT1"
  })
  void randomInterceptsAreThoseOfLme4(String data, String scale) throws IOException {
    JsonNode r =
        OracleTable.oracle("03_multilevel_blup").path(scale.isEmpty() ? data : data + "_" + scale);
    Survey survey = survey(data, scale);
    OracleTable table = new OracleTable("Random intercept, " + data + " " + scale);
    compareModel(table, survey.sums(), r);
    compareTeams(table, survey, r);
    table.printAndAssert();
  }

  private static void compareModel(OracleTable table, TeamSums sums, JsonNode r) {
    RandomIntercept reml = RandomIntercept.reml(sums);
    RandomIntercept ml = RandomIntercept.ml(sums);
    component(table, "mu", reml.mu(), r);
    component(table, "mu_se", reml.muStandardError(), r);
    component(table, "tau2_reml", reml.tau2(), r);
    component(table, "sigma2_reml", reml.sigma2(), r);
    component(table, "icc", reml.icc(), r);
    component(table, "logLik_reml", reml.logLikelihood(), r);
    compareTau2(table, sums, ml.tau2(), r);
    component(table, "sigma2_ml", ml.sigma2(), r);
    component(table, "logLik_ml", ml.logLikelihood(), r);
    ProfileIntervals profile = ml.profileIntervals();
    profile(table, "profile_ci95_sd_tau", profile.tau(), r);
    profile(table, "profile_ci95_sigma", profile.sigma(), r);
    profile(table, "profile_ci95_mu", profile.mu(), r);
  }

  private static void compareTau2(OracleTable table, TeamSums sums, double ours, JsonNode r) {
    if (r.path("label").asString().equals(SHORT_OF_MAXIMUM)) {
      IntraclassCorrelation anova = (IntraclassCorrelation) Intraclass.of(sums);
      double between = anova.meanSquareBetween() * (anova.teams() - 1.0) / anova.teams();
      double closedForm = (between - anova.meanSquareWithin()) / anova.meanSize();
      table.compare("tau2_ml by closed form", ours, closedForm, OracleTable.CLOSED_FORM, RELATIVE);
    } else {
      component(table, "tau2_ml", ours, r);
    }
  }

  private static void compareTeams(OracleTable table, Survey survey, JsonNode r) {
    TeamSums sums = survey.sums();
    RandomIntercept model = RandomIntercept.reml(sums);
    Map<String, Integer> numbers = survey.numbers();
    assertThat(r.path("groups_table").size()).isEqualTo(numbers.size());
    for (JsonNode team : r.path("groups_table")) {
      String name = team.path("group").asString();
      int number = Objects.requireNonNull(numbers.get(name), name);
      RandomIntercept.Prediction ours = model.predict(number);
      String of = " of " + name;
      table.closed("n" + of, (double) ours.n(), team.path("n"));
      table.closed("raw_mean" + of, ours.rawMean(), team.path("raw_mean"));
      if (ours.n() > 1) {
        double error = Math.sqrt(sums.variance(number) / ours.n());
        table.closed("raw_se" + of, error, team.path("raw_se"));
      } else {
        assertThat(team.path("raw_se").isNull() || team.path("raw_se").isMissingNode()).isTrue();
      }
      table.component("lambda" + of, ours.lambda(), team.path("reliability_lambda"));
      predict(table, "blup", of, ours.mean(), team);
      predict(table, "blup_cond_se", of, ours.conditionalStandardError(), team);
      predict(table, "blup_pred_se", of, ours.predictionStandardError(), team);
    }
  }

  private static void predict(
      OracleTable table, String key, String of, double ours, JsonNode team) {
    table.compare(key + of, ours, team.path(key), PREDICTION, ABSOLUTE);
  }

  private static void closed(OracleTable table, String key, double ours, JsonNode r) {
    table.closed(key, ours, r.path(key));
  }

  private static void component(OracleTable table, String key, double ours, JsonNode r) {
    table.component(key, ours, r.path(key));
  }

  private static void profile(OracleTable table, String key, Interval ours, JsonNode r) {
    table.interval(key, ours, r.path(key), SPLINE);
  }

  private static Survey survey(String data, String scale) throws IOException {
    return switch (data) {
      case "bh1996" -> Survey.bh1996(scale);
      case "bh1996_first5" -> Survey.bh1996(scale).first(5);
      case "lq2002" -> Survey.lq2002(scale);
      case "univbct", "univbct_T1" -> Survey.univbct(scale);
      case "SWMDK" -> Survey.swmdk();
      default -> throw new IllegalArgumentException(data + ": no such survey");
    };
  }

  private static JsonNode at(JsonNode r, String scale) {
    return scale.isEmpty() ? r : r.path(scale);
  }
}
