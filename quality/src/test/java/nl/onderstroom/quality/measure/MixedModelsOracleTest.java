package nl.onderstroom.quality.measure;

import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import nl.onderstroom.engine.measure.teams.RandomCoefficientRegression;
import nl.onderstroom.engine.measure.teams.RandomInterceptRegression;
import nl.onderstroom.engine.measure.waves.WaveModel;
import nl.onderstroom.quality.measure.OracleTable.Tolerance;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Regressions with levels and trends of people and teams (REML), beside those of lme4. */
class MixedModelsOracleTest {
  private static final List<String> TERMS = List.of("(Intercept)", "w2", "w3");
  private static final List<String> CONTEXT = List.of("(Intercept)", "HRS", "LEAD", "G.HRS");
  private static final List<String> GROWTH = List.of("(Intercept)", "wave0");

  @Test
  void threeWavesOfUnlinkedPeopleAreThoseOfLme4() throws IOException {
    OracleTable table = new OracleTable("05 unlinked, team and team×wave");
    WaveModel ours = WaveModel.fit(Soldiers.read().samples("JOBSAT"));
    JsonNode r = OracleTable.oracle("05_waves").path("lmm_unlinked_unit_and_unitwave");
    effects(table, TERMS, ours.effects(), ours.standardErrors(), r.path("fixef"), r.path("se"));
    components(table, r, ours.teamWaveVariance(), ours.teamVariance(), ours.personVariance());
    logLikelihood(table, ours.logLikelihood(), r);
    table.printAndAssert();
  }

  @Test
  void linkedSoldiersWithALevelOfTheirOwnAreThoseOfLme4() throws IOException {
    OracleTable table = new OracleTable("05 linked, a level a person");
    Soldiers.Answers answers = Soldiers.read().answers("JOBSAT");
    RandomInterceptRegression ours =
        RandomInterceptRegression.fit(
            answers.soldiers(),
            design(answers, wave -> new double[] {1, wave == 1 ? 1 : 0, wave == 2 ? 1 : 0}),
            answers.values());
    JsonNode r = OracleTable.oracle("05_waves").path("lmm_linked_random_person");
    table.closed("N", answers.values().length, r.path("N"));
    effects(
        table, TERMS, ours.coefficients(), ours.standardErrors(), r.path("fixef"), r.path("se"));
    components(table, r, ours.groupVariance(), ours.residualVariance());
    logLikelihood(table, ours.logLikelihood(), r);
    table.printAndAssert();
  }

  @Test
  void linkedSoldiersWithALevelAndATrendOfTheirOwnAreThoseOfLme4() throws IOException {
    OracleTable table = new OracleTable("05 linked, a level and a trend a person");
    Soldiers.Answers answers = Soldiers.read().answers("JOBSAT");
    RandomCoefficientRegression ours =
        RandomCoefficientRegression.find(
                answers.soldiers(),
                design(answers, wave -> new double[] {1, wave}),
                answers.values(),
                2)
            .orElseThrow();
    JsonNode r = OracleTable.oracle("05_waves").path("lmm_growth_random_slope");
    table.closed("N", answers.values().length, r.path("N"));
    effects(
        table, GROWTH, ours.coefficients(), ours.standardErrors(), r.path("fixef"), r.path("se"));
    double[][] covariance = ours.groupCovariance();
    components(
        table, r, covariance[0][0], covariance[1][1], covariance[1][0], ours.residualVariance());
    logLikelihood(table, ours.logLikelihood(), r);
    table.printAndAssert();
  }

  /** Hours of the person and of the company together: what is within and what is between. */
  @Test
  void hoursOfThePersonAndOfTheCompanyAreThoseOfLme4() throws IOException {
    OracleTable table = new OracleTable("03 bh1996, well-being in context");
    Table people = Table.read("bh1996/bh1996.csv");
    List<double[]> columns = CONTEXT.stream().skip(1).map(people::column).toList();
    RandomInterceptRegression ours =
        RandomInterceptRegression.fit(
            IntStream.range(0, people.rows())
                .map(row -> Integer.parseInt(people.text("GRP", row)))
                .toArray(),
            IntStream.range(0, people.rows())
                .mapToObj(row ->
                    new double[] {1, columns.get(0)[row], columns.get(1)[row], columns.get(2)[row]})
                .toArray(double[][]::new),
            people.column("WBEING"));
    JsonNode r = OracleTable.oracle("03_multilevel_blup").path("bh1996_context");
    effects(
        table, CONTEXT, ours.coefficients(), ours.standardErrors(), r.path("coef"), r.path("se"));
    table.component("tau2", ours.groupVariance(), r.path("tau2"));
    table.component("sigma2", ours.residualVariance(), r.path("sigma2"));
    table.printAndAssert();
  }

  private static double[][] design(Soldiers.Answers answers, IntFunction<double[]> ofWave) {
    return IntStream.of(answers.waves()).mapToObj(ofWave).toArray(double[][]::new);
  }

  private static void effects(
      OracleTable table,
      List<String> terms,
      double[] effects,
      double[] errors,
      JsonNode values,
      JsonNode errorsOfR) {
    for (int i = 0; i < terms.size(); i++) {
      String term = terms.get(i);
      table.component(term, effects[i], values.path(term));
      table.component("se " + term, errors[i], errorsOfR.path(term));
    }
  }

  private static void components(OracleTable table, JsonNode r, double... ours) {
    for (int i = 0; i < ours.length; i++) {
      JsonNode theirs = r.path("varcomp").path(i);
      String name = theirs.path("grp").asString() + " variance " + (i + 1);
      table.component(name, ours[i], theirs.path("vcov"));
    }
  }

  /** It is flat at its greatest: ours is no further from it than R's tenth decimal. */
  private static void logLikelihood(OracleTable table, double ours, JsonNode r) {
    table.compare(
        "logLik_reml", ours, r.path("logLik_reml"), OracleTable.CLOSED_FORM, Tolerance.RELATIVE);
  }
}
