package nl.onderstroom.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import nl.onderstroom.engine.measure.Scale;
import nl.onderstroom.engine.measure.reliability.CompleteAnswers;
import nl.onderstroom.engine.measure.reliability.MeasurementInvariance;
import nl.onderstroom.quality.measure.OracleTable.Tolerance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** bfi, two scales, men and women: do the items mean the same to both? */
class InvarianceOracleTest {
  private static final double LIKELIHOOD = 1e-4;

  @ParameterizedTest
  @CsvSource({"bfi_A_gender, A, A1", "bfi_N_gender, N, ''"})
  void everyModelFitsAsInR(String name, String letter, String reversed) throws IOException {
    JsonNode oracle = OracleTable.oracle("09_invariance").path(name);
    List<String> items = List.of("1", "2", "3", "4", "5").stream().map(i -> letter + i).toList();
    Scale scale = new Scale(name, items, reversed.isEmpty() ? Set.of() : Set.of(reversed), 1, 6);
    List<NamedCsvRecord> records = Surveys.records("bfi");
    List<MeasurementInvariance.Group> groups =
        List.of("1", "2").stream().map(gender -> group(scale, records, gender)).toList();
    MeasurementInvariance ours = MeasurementInvariance.find(groups).orElseThrow();
    assertThat(groups.stream().mapToLong(group -> group.covariances().n()).sum())
        .isEqualTo(oracle.path("n").longValue());
    OracleTable table = new OracleTable(name);
    compare(table, "configural", ours.configural(), oracle.path("configural"));
    compare(table, "metric", ours.metric(), oracle.path("metric"));
    compare(table, "scalar", ours.scalar(), oracle.path("scalar"));
    compare(table, "metric", ours.metricLoss(), oracle, 1);
    compare(table, "scalar", ours.scalarLoss(), oracle, 2);
    for (int g = 0; g < 2; g++) {
      table.compare(
          "latent mean " + (g + 1) + " in units of the first item",
          ours.latentMeans().get(g) * ours.loadings().getFirst(),
          oracle.path("scalar_latent_means").path(g),
          LIKELIHOOD,
          Tolerance.ABSOLUTE);
    }
    table.printAndAssert();
  }

  private static MeasurementInvariance.Group group(
      Scale scale, List<NamedCsvRecord> records, String gender) {
    CompleteAnswers answers = new CompleteAnswers(scale);
    answers.add(
        Surveys.rows(
            records.stream().filter(one -> one.getField("gender").equals(gender)).toList(),
            scale.items()));
    return new MeasurementInvariance.Group(
        answers.covariances(), Arrays.stream(answers.means()).boxed().toList());
  }

  private static void compare(
      OracleTable table, String model, MeasurementInvariance.Level ours, JsonNode theirs) {
    assertThat(ours.fit().degreesOfFreedom()).isEqualTo(theirs.path("df").intValue());
    likely(table, model + " chi-squared", ours.fit().chiSquared(), theirs.path("chisq"));
    likely(table, model + " p", ours.fit().p(), theirs.path("pvalue"));
    likely(table, model + " CFI", ours.fit().cfi(), theirs.path("cfi"));
    likely(table, model + " RMSEA", ours.fit().rmsea(), theirs.path("rmsea"));
    likely(table, model + " SRMR", ours.fit().srmr(), theirs.path("srmr"));
    likely(table, model + " BIC", ours.bic(), theirs.path("bic"));
  }

  private static void compare(
      OracleTable table, String step, MeasurementInvariance.Loss ours, JsonNode oracle, int at) {
    assertThat(ours.degreesOfFreedom()).isEqualTo(oracle.path("lr_df").path(at).intValue());
    likely(table, step + " loss", ours.chiSquared(), oracle.path("lr_chisq_diff").path(at));
    likely(table, step + " loss, p", ours.p(), oracle.path("lr_p").path(at));
  }

  private static void likely(OracleTable table, String quantity, double ours, JsonNode oracle) {
    table.compare(quantity, ours, oracle, LIKELIHOOD, Tolerance.ABSOLUTE);
  }
}
