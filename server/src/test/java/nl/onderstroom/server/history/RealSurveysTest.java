package nl.onderstroom.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import nl.onderstroom.server.house.SharedData;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real surveys, where they lie beside the checkout; their files are no part of the project. */
class RealSurveysTest {
  private static final Offset<Double> CLOSE = Offset.offset(1e-9);

  @TempDir Path folder;

  @Test
  void ninetyNineCompaniesHaveTheMeansOfTheirRows() throws Exception {
    Path data = SharedData.file("data/surveys/bh1996/bh1996.csv");
    JsonNode report =
        report(
            data,
            """
            team: GRP
            scales:
              cohesion: {items: [COHES], min: 1, max: 5}
              leadership: {items: [LEAD], min: 1, max: 5}
              hours: {items: [HRS], min: 0, max: 24}
              wellbeing: {items: [WBEING], min: 0, max: 5}
            """);
    assertThat(report.get("people").asInt()).isEqualTo(7382);
    assertThat(report.get("teams").get("hours").get("groups").size()).isEqualTo(99);
    assertMean(report, "cohesion", data, 1);
    assertMean(report, "leadership", data, 4);
    assertMean(report, "hours", data, 7);
    assertMean(report, "wellbeing", data, 10);
    companiesAreAsTheOracleHasThem(report);
  }

  private static void companiesAreAsTheOracleHasThem(JsonNode report) throws Exception {
    JsonNode oracle =
        JsonMapper.shared()
            .readTree(Files.readString(SharedData.file("oracle/03_multilevel_blup.json")))
            .get("bh1996_COHES")
            .get("groups_table");
    JsonNode ours = report.get("teams").get("cohesion").get("groups");
    assertThat(oracle.size()).isPositive();
    for (JsonNode company : oracle) {
      JsonNode group =
          ours.valueStream()
              .filter(each -> each.get("id").asString().equals(company.get("group").asString()))
              .findFirst()
              .orElseThrow();
      assertThat(group.get("n").asInt()).isEqualTo(company.get("n").asInt());
      assertThat(group.get("mean").asDouble()).isCloseTo(company.get("raw_mean").asDouble(), CLOSE);
    }
  }

  @Test
  void aScaleOfElevenItemsIsTheScaleOfTheFile() throws Exception {
    Path data = SharedData.file("data/surveys/lq2002/lq2002.csv");
    JsonNode report =
        report(
            data,
            """
            team: COMPID
            scales:
              leadership:
                items: [LEAD01, LEAD02, LEAD03, LEAD04, LEAD05, LEAD06, LEAD07, LEAD08, LEAD09, LEAD10, LEAD11]
                min: 1
                max: 5
            """);
    assertMean(report, "leadership", data, 21);
  }

  @Test
  void aPathOfColumnsMakesATreeInWhichSmallTeamsStayHidden() throws Exception {
    Path data = SharedData.file("data/surveys/so2025_ai/so2025_ai.csv");
    JsonNode report =
        report(
            data,
            """
            team: [Level, Age]
            scales:
              sentiment: {items: [AISentScore], min: 1, max: 5}
              trust: {items: [AITrustScore], min: 1, max: 5}
              use: {items: [AIUseScore], min: 0, max: 4}
            """);
    assertMean(report, "trust", data, -2);
    assertThat(report.get("scales").get("sentiment").get("n").asInt()).isEqualTo(30_482 - 621);
    assertThat(report.get("teams").get("use").get("withheld").get("count").asInt()).isPositive();
    assertThat(report.get("teams").get("use").get("groups").valueStream())
        .allMatch(group -> group.get("n").asInt() >= 7);
  }

  private static void assertMean(JsonNode report, String scale, Path data, int column)
      throws Exception {
    List<String> lines = Files.readAllLines(data);
    double mean =
        lines.stream()
            .skip(1)
            .mapToDouble(line -> Double.parseDouble(cell(line, column)))
            .average()
            .orElseThrow();
    assertThat(report.get("scales").get(scale).get("mean").asDouble())
        .as(scale)
        .isCloseTo(mean, CLOSE);
  }

  /** From 0; from the end when negative, where no quotation stands in between. */
  private static String cell(String line, int column) {
    String[] cells = line.split(",", -1);
    return cells[column < 0 ? cells.length + column : column];
  }

  private JsonNode report(Path data, String map) throws Exception {
    Path mapFile = Files.writeString(folder.resolve("map.yaml"), map);
    new SurveyAnalysis(Locale.of("nl"), new PrintWriter(new StringWriter()))
        .write(data, mapFile, folder.resolve("out"), 7);
    return JsonMapper.shared().readTree(Files.readString(folder.resolve("out/survey.json")));
  }
}
