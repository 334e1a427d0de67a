package nl.onderstroom.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import nl.onderstroom.engine.measure.Scale;
import nl.onderstroom.engine.measure.reliability.Polychoric;
import nl.onderstroom.engine.measure.reliability.ProportionalOdds;
import nl.onderstroom.engine.measure.reliability.TwoWayTable;
import nl.onderstroom.quality.measure.OracleTable.Tolerance;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** lq2002, three items on task significance: levels as they are and as cut normal variables. */
class OrdinalOracleTest {
  private static final Scale TSIG =
      new Scale("TSIG", List.of("TSIG01", "TSIG02", "TSIG03"), Set.of(), 1, 5);

  @Test
  void correlationsAndThresholdsEqualThoseOfR() throws IOException {
    JsonNode oracle = OracleTable.oracle("08_ordinal").path("lq2002_TSIG");
    List<List<TwoWayTable>> tables =
        Surveys.tables(TSIG, Surveys.rows(Surveys.records("lq2002"), TSIG.items()));
    OracleTable table = new OracleTable("lq2002 TSIG, ordinal");
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < i; j++) {
        TwoWayTable pair = tables.get(i).get(j);
        String name = TSIG.items().get(j) + "–" + TSIG.items().get(i);
        table.closed(name + " Pearson", pair.pearson(), oracle.path("pearson").path(i).path(j));
        table.compare(
            name + " polychoric, two steps",
            Polychoric.twoStep(pair).correlation(),
            oracle.path("polychoric_twostep_psych").path(i).path(j),
            2e-3,
            Tolerance.ABSOLUTE);
      }
    }
    thresholds(table, Polychoric.twoStep(tables.get(1).get(0)).thresholdsY(), oracle, 0);
    thresholds(table, Polychoric.twoStep(tables.get(1).get(0)).thresholdsX(), oracle, 1);
    thresholds(table, Polychoric.twoStep(tables.get(2).get(0)).thresholdsX(), oracle, 2);
    table.compare(
        "TSIG01–TSIG02 polychoric, jointly",
        Polychoric.jointly(tables.get(1).get(0)).correlation(),
        oracle.path("polychor_ml_12"),
        2e-3,
        Tolerance.ABSOLUTE);
    table.printAndAssert();
  }

  @Test
  void proportionalOddsEqualThoseOfR() throws IOException {
    JsonNode oracle = OracleTable.oracle("08_ordinal").path("lq2002_clm_TSIG01_LEAD");
    List<NamedCsvRecord> records = Surveys.records("lq2002");
    int[] levels =
        records.stream().mapToInt(one -> Integer.parseInt(one.getField("TSIG01")) - 1).toArray();
    double[][] predictors =
        records.stream()
            .map(one -> new double[] {Double.parseDouble(one.getField("LEAD"))})
            .toArray(double[][]::new);
    ProportionalOdds ours = ProportionalOdds.find(levels, predictors).orElseThrow();
    OracleTable table = new OracleTable("lq2002, TSIG01 by LEAD, proportional odds");
    for (int k = 0; k < 5; k++) {
      String name = k < 4 ? (k + 1) + "|" + (k + 2) : "LEAD";
      double value = k < 4 ? ours.thresholds()[k] : ours.coefficients()[0];
      JsonNode theirs = oracle.path("coef").path(name);
      table.compare(name, value, theirs, 1e-4, Tolerance.ABSOLUTE);
      table.compare(
          name + " standard error",
          ours.standardErrors()[k],
          oracle.path("se").path(name),
          1e-4,
          Tolerance.ABSOLUTE);
    }
    table.compare(
        "log likelihood", ours.logLikelihood(), oracle.path("logLik"), 1e-4, Tolerance.ABSOLUTE);
    table.printAndAssert();
  }

  private static void thresholds(OracleTable table, double[] ours, JsonNode oracle, int item) {
    JsonNode theirs = oracle.path("thresholds").path(item);
    assertThat(ours).hasSize(theirs.size());
    for (int i = 0; i < ours.length; i++) {
      table.compare(
          TSIG.items().get(item) + " threshold " + (i + 1),
          ours[i],
          theirs.path(i),
          1e-9,
          Tolerance.ABSOLUTE);
    }
  }
}
