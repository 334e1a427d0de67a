package nl.onderstroom.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nl.onderstroom.engine.measure.teams.Agreement;
import nl.onderstroom.engine.measure.teams.ExpectedVariance;
import nl.onderstroom.engine.measure.teams.TeamSums;
import nl.onderstroom.engine.summary.Quantity;
import nl.onderstroom.engine.summary.SummaryShape;
import nl.onderstroom.engine.summary.Tally;
import nl.onderstroom.quality.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Agreement within companies, beside R's. */
class AgreementOracleTest {
  private static final ExpectedVariance UNIFORM = ExpectedVariance.uniform(5);
  private static final List<String> ITEMS =
      IntStream.rangeClosed(1, 11).mapToObj("LEAD%02d"::formatted).toList();

  @ParameterizedTest
  @ValueSource(strings = {"LEAD", "COHES"})
  void agreementOnOneScoreIsThatOfR(String scale) throws IOException {
    JsonNode r = OracleTable.oracle("02_icc_rwg").path("bh1996").path(scale + "_rwg_single");
    Survey survey = Survey.bh1996(scale);
    TeamSums sums = survey.sums();
    OracleTable table = new OracleTable("rwg, bh1996 " + scale);
    assertThat(r.size()).isEqualTo(sums.teams());
    for (JsonNode company : r) {
      String name = company.path("group").asString();
      int team = Objects.requireNonNull(survey.numbers().get(name), name);
      table.closed("n of " + name, (double) sums.n(team), company.path("n"));
      double ours = UNIFORM.rwg(sums.variance(team), 1);
      table.closed("rwg of " + name, ours, company.path("rwg"));
    }
    table.printAndAssert();
  }

  @Test
  void agreementOnElevenItemsIsThatOfRUnderBothNulls() throws IOException {
    JsonNode r = OracleTable.oracle("02_icc_rwg").path("lq2002");
    Map<Integer, Agreement> companies = companies();
    OracleTable table = new OracleTable("rwg(j), lq2002 LEAD");
    assertThat(r.path("LEAD_rwgj_uniform").size()).isEqualTo(companies.size());
    for (JsonNode company : r.path("LEAD_rwgj_uniform")) {
      int name = Integer.parseInt(company.path("group").asString());
      Agreement ours = Objects.requireNonNull(companies.get(name));
      table.closed("rwgj of " + name, ours.rwg(UNIFORM), company.path("rwgj"));
      table.closed("lindell of " + name, ours.rwgStar(UNIFORM), company.path("rwgj_lindell"));
      table.closed("adm of " + name, ours.averageDeviation(), company.path("adm"));
    }
    double[] uniform = sorted(companies, UNIFORM);
    JsonNode summary = r.path("LEAD_rwgj_summary");
    table.closed("mean", Arrays.stream(uniform).average().orElseThrow(), summary.path("mean"));
    table.closed("median", uniform[uniform.length / 2], summary.path("median"));
    double agreeing = Arrays.stream(uniform).filter(rwg -> rwg >= 0.7).count();
    table.closed("share_ge_.70", agreeing / uniform.length, summary.path("share_ge_.70"));
    compareSkewed(table, companies, r.path("LEAD_rwgj_slight_skew_1.34"));
    table.printAndAssert();
  }

  private static void compareSkewed(
      OracleTable table, Map<Integer, Agreement> companies, JsonNode r) {
    assertThat(r.path("values").size()).isEqualTo(companies.size());
    int at = 0;
    for (Agreement ours : companies.values()) {
      double rwg = ours.rwg(ExpectedVariance.SLIGHT_SKEW_OF_5);
      table.closed("skewed rwgj at " + at, rwg, r.path("values").path(at++));
    }
    double[] skewed = sorted(companies, ExpectedVariance.SLIGHT_SKEW_OF_5);
    table.closed("skewed mean", Arrays.stream(skewed).average().orElseThrow(), r.path("mean"));
    table.closed("skewed median", skewed[skewed.length / 2], r.path("median"));
  }

  private static double[] sorted(Map<Integer, Agreement> companies, ExpectedVariance expected) {
    return companies.values().stream().mapToDouble(one -> one.rwg(expected)).sorted().toArray();
  }

  /** In the order of their numbers, as R has them. */
  private static Map<Integer, Agreement> companies() throws IOException {
    SummaryShape shape =
        SummaryShape.of(
            ITEMS.stream().map(item -> new Quantity.Levels(item, 1, 5)).toArray(Quantity[]::new));
    Map<Integer, Tally> tallies = new TreeMap<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(SharedData.file("data/surveys/lq2002/lq2002.csv"))) {
      for (NamedCsvRecord row : rows) {
        tallies
            .computeIfAbsent(Integer.valueOf(row.getField("COMPID")), company -> new Tally(shape))
            .add(ITEMS.stream().mapToLong(item -> Long.parseLong(row.getField(item))).toArray());
      }
    }
    Map<Integer, Agreement> companies = new TreeMap<>();
    tallies.forEach((company, tally) ->
        companies.put(
            company, Agreement.of(ITEMS.stream().map(tally.summary()::histogram).toList())));
    return companies;
  }
}
