package nl.onderstroom.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import nl.onderstroom.engine.measure.Interval;
import nl.onderstroom.engine.summary.Moments;
import nl.onderstroom.engine.summary.Quantity;
import nl.onderstroom.engine.summary.Summary;
import nl.onderstroom.engine.summary.SummaryFormat;
import nl.onderstroom.engine.summary.SummaryShape;
import nl.onderstroom.engine.summary.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** bh1996: 7,382 people in 99 companies; each company's mean beside R's. */
class GroupMeansTest {
  private static final int DECIMALS = 10;
  private static final double RELATIVE = 1e-9;

  @ParameterizedTest
  @ValueSource(strings = {"COHES", "LEAD", "HRS", "WBEING"})
  void everyCompanysMeanAndStandardErrorEqualThoseOfR(String scale) throws IOException {
    Map<String, Summary> companies = companies(scale);
    JsonNode oracle =
        JsonMapper.shared()
            .readTree(SharedData.file("oracle/03_multilevel_blup.json"))
            .path("bh1996_" + scale);
    assertThat(companies).hasSize(oracle.path("groups").intValue());
    for (JsonNode company : oracle.path("groups_table")) {
      String group = company.path("group").asString();
      Moments moments = Objects.requireNonNull(companies.get(group)).moments(scale);
      double error = Math.sqrt(moments.variance() / moments.n());
      assertThat(moments.n()).isEqualTo(company.path("n").longValue());
      assertClose(group, moments.mean(), company.path("raw_mean").doubleValue());
      assertClose(group, error, company.path("raw_se").doubleValue());
    }
  }

  /** The mean square between and within, from summaries alone, after writing and merging. */
  @ParameterizedTest
  @ValueSource(strings = {"COHES", "LEAD", "HRS", "WBEING"})
  void mergedCompaniesGiveTheAnalysisOfVarianceOfR(String scale) throws IOException {
    Map<String, Summary> companies = companies(scale);
    JsonNode oracle =
        JsonMapper.shared()
            .readTree(SharedData.file("oracle/02_icc_rwg.json"))
            .path("bh1996")
            .path(scale);
    Summary all =
        companies.values().stream()
            .map(company -> SummaryFormat.read(SummaryFormat.write(company)))
            .reduce(Summary::merge)
            .orElseThrow();
    Moments total = all.moments(scale);
    assertThat(all.respondents()).isEqualTo(oracle.path("N").longValue());
    double within =
        companies.values().stream()
            .map(company -> company.moments(scale))
            .mapToDouble(moments -> moments.variance() * (moments.n() - 1))
            .sum();
    double between = total.variance() * (total.n() - 1) - within;
    assertClose("MSW", within / oracle.path("df2").intValue(), oracle.path("MSW").doubleValue());
    assertClose("MSB", between / oracle.path("df1").intValue(), oracle.path("MSB").doubleValue());
  }

  @Test
  void wilsonsIntervalsEqualThoseOfR() {
    JsonNode cases =
        JsonMapper.shared()
            .readTree(SharedData.file("oracle/10_proportions.json"))
            .path("wilson_small_n");
    assertThat(cases.size()).isPositive();
    for (JsonNode one : cases) {
      Interval interval = Interval.ofShare(one.path("x").longValue(), one.path("n").longValue());
      assertClose(one.toString(), interval.low(), one.path("lo").doubleValue());
      assertClose(one.toString(), interval.high(), one.path("hi").doubleValue());
    }
  }

  private static Map<String, Summary> companies(String scale) throws IOException {
    SummaryShape shape = SummaryShape.of(new Quantity.Decimal(scale, DECIMALS));
    Map<String, Tally> tallies = new LinkedHashMap<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(SharedData.file("data/surveys/bh1996/bh1996.csv"))) {
      for (NamedCsvRecord row : rows) {
        long value = new BigDecimal(row.getField(scale)).movePointRight(DECIMALS).longValueExact();
        tallies
            .computeIfAbsent(row.getField("GRP"), group -> new Tally(shape))
            .add(new long[] {value});
      }
    }
    Map<String, Summary> companies = new LinkedHashMap<>();
    tallies.forEach((group, tally) -> companies.put(group, tally.summary()));
    return companies;
  }

  private static void assertClose(String what, double ours, double theirs) {
    assertThat(ours).as(what).isCloseTo(theirs, offset(RELATIVE * Math.abs(theirs)));
  }
}
