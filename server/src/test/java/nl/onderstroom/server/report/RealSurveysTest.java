package nl.onderstroom.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.onderstroom.server.house.SharedData;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
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

  @Test
  void reliabilityIsThatOfTheOracle() throws Exception {
    String leadership =
        """
        team: COMPID
        scales:
          lead: {items: [LEAD01, LEAD02, LEAD03, LEAD04, LEAD05, LEAD06, LEAD07, LEAD08, LEAD09, LEAD10, LEAD11], min: 1, max: 5}
          hostility: {items: [HOSTIL01, HOSTIL02, HOSTIL03, HOSTIL04, HOSTIL05], min: 0, max: 4}
        """;
    JsonNode scales =
        report(SharedData.file("data/surveys/lq2002/lq2002.csv"), leadership).get("scales");
    assertReliability(scales.get("lead"), "lq2002_LEAD");
    assertReliability(scales.get("hostility"), "lq2002_HOSTIL");
    String personality =
        """
        team: gender
        scales:
          agree: {items: [A1, A2, A3, A4, A5], reversed: [A1], min: 1, max: 6}
          unturned: {items: [C1, C2, C3, C4, C5], min: 1, max: 6}
        """;
    scales = report(SharedData.file("data/surveys/bfi/bfi.csv"), personality).get("scales");
    assertReliability(scales.get("agree"), "bfi_A");
    assertThat(scales.get("unturned").get("usable").asBoolean()).isFalse();
    assertThat(scales.get("unturned").get("why").asString()).contains("C4", "C5", "reversed");
  }

  @Test
  void thirtySupervisorsAreAsTheOracleHasThemAndTooFew() throws Exception {
    List<String> lines = Files.readAllLines(SharedData.file("data/surveys/attitude/attitude.csv"));
    Path data = folder.resolve("attitude.csv");
    Files.writeString(
        data,
        lines.stream()
            .map(line -> line + (line.startsWith("rating") ? ",team\n" : ",all\n"))
            .collect(Collectors.joining()));
    JsonNode scale =
        report(
                data,
                """
                team: team
                scales:
                  attitude: {items: [rating, complaints, privileges, learning, raises, critical, advance], min: 0, max: 100}
                """)
            .get("scales")
            .get("attitude");
    assertReliability(scale, "attitude_7");
    assertThat(scale.get("usable").asBoolean()).isFalse();
    assertThat(scale.get("why").asString()).contains("30", "100");
  }

  private static void assertReliability(JsonNode ours, String name) throws Exception {
    JsonNode oracle = oracle("01_reliability").get(name);
    assertThat(ours.get("complete").asLong()).isEqualTo(oracle.get("n_complete").asLong());
    assertThat(ours.get("alpha").asDouble()).isCloseTo(oracle.get("alpha").asDouble(), CLOSE);
    JsonNode feldt = oracle.get("alpha_ci95_feldt");
    assertThat(ours.get("alphaLow").asDouble()).isCloseTo(feldt.get(0).asDouble(), CLOSE);
    assertThat(ours.get("alphaHigh").asDouble()).isCloseTo(feldt.get(1).asDouble(), CLOSE);
    assertThat(ours.get("omega").asDouble())
        .isCloseTo(oracle.get("omega").get("omega_ml_cov").asDouble(), Offset.offset(1e-4));
    for (int i = 0; i < ours.get("items").size(); i++) {
      JsonNode item = ours.get("items").get(i);
      assertThat(item.get("itemRest").asDouble())
          .isCloseTo(oracle.get("item_rest_r").get(i).asDouble(), CLOSE);
      assertThat(item.get("alphaIfDropped").asDouble())
          .isCloseTo(oracle.get("alpha_if_dropped").get(i).asDouble(), CLOSE);
    }
  }

  @Test
  void teamsDifferAsTheOracleSays() throws Exception {
    JsonNode teams =
        report(
                SharedData.file("data/surveys/bh1996/bh1996.csv"),
                """
                team: GRP
                scales:
                  COHES: {items: [COHES], min: 1, max: 5}
                  LEAD: {items: [LEAD], min: 1, max: 5}
                  HRS: {items: [HRS], min: 0, max: 24}
                  WBEING: {items: [WBEING], min: 0, max: 5}
                """)
            .get("teams");
    for (String scale : List.of("COHES", "LEAD", "HRS", "WBEING")) {
      JsonNode ours = teams.get(scale);
      JsonNode icc = oracle("02_icc_rwg").get("bh1996").get(scale);
      assertThat(ours.get("icc1").asDouble()).isCloseTo(icc.get("ICC1_n0").asDouble(), CLOSE);
      assertThat(ours.get("icc1AtMeanSize").asDouble())
          .isCloseTo(icc.get("ICC1_bliese_nbar").asDouble(), CLOSE);
      assertThat(ours.get("icc2").asDouble()).isCloseTo(icc.get("ICC2").asDouble(), CLOSE);
      assertThat(ours.get("ownScore").asString()).isEqualTo("adds");
      JsonNode lme4 = oracle("03_multilevel_blup").get("bh1996_" + scale);
      assertNear(ours.get("mean"), lme4.get("mu"));
      assertNear(ours.get("meanSe"), lme4.get("mu_se"));
      assertNear(ours.get("tau2"), lme4.get("tau2_reml"));
      assertNear(ours.get("sigma2"), lme4.get("sigma2_reml"));
    }
    JsonNode rwg = oracle("02_icc_rwg").get("bh1996").get("LEAD_rwg_single").get(0);
    JsonNode first = teams.get("LEAD").get("groups").get(0);
    assertThat(first.get("id").asString()).isEqualTo(rwg.get("group").asString());
    assertThat(first.get("rwg").asDouble()).isCloseTo(rwg.get("rwg").asDouble(), CLOSE);
  }

  @Test
  void peopleOfATeamAgreeAsTheOracleSays() throws Exception {
    JsonNode groups =
        report(
                SharedData.file("data/surveys/lq2002/lq2002.csv"),
                """
                team: COMPID
                scales:
                  lead: {items: [LEAD01, LEAD02, LEAD03, LEAD04, LEAD05, LEAD06, LEAD07, LEAD08, LEAD09, LEAD10, LEAD11], min: 1, max: 5}
                """)
            .get("teams")
            .get("lead")
            .get("groups");
    JsonNode oracle = oracle("02_icc_rwg").get("lq2002").get("LEAD_rwgj_uniform");
    int compared = 0;
    for (JsonNode company : oracle) {
      JsonNode ours =
          groups
              .valueStream()
              .filter(each -> each.get("id").asString().equals(company.get("group").asString()))
              .findFirst()
              .orElseThrow();
      if (ours.get("rwg").isNull()) {
        continue;
      }
      compared++;
      assertThat(ours.get("rwg").asDouble()).isCloseTo(company.get("rwgj").asDouble(), CLOSE);
      assertThat(ours.get("rwgStar").asDouble())
          .isCloseTo(company.get("rwgj_lindell").asDouble(), CLOSE);
      if (!ours.get("averageDeviation").isNull()) {
        assertThat(ours.get("averageDeviation").asDouble())
            .isCloseTo(company.get("adm").asDouble(), CLOSE);
      }
    }
    assertThat(compared).isGreaterThan(40);
  }

  private static void assertNear(JsonNode ours, JsonNode oracle) {
    assertThat(ours.asDouble()).isCloseTo(oracle.asDouble(), Percentage.withPercentage(0.001));
  }

  private static JsonNode oracle(String name) throws Exception {
    return JsonMapper.shared()
        .readTree(Files.readString(SharedData.file("oracle/" + name + ".json")));
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
