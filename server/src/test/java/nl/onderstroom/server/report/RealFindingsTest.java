package nl.onderstroom.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.onderstroom.server.house.SharedData;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Drivers, changes and effects of real surveys beside R's numbers, where both lie at hand. */
class RealFindingsTest {
  private static final Percentage CLOSE = Percentage.withPercentage(1e-6);

  @TempDir Path folder;

  @Test
  void driversOfWellBeingAreThoseOfTheOracle() throws Exception {
    JsonNode drivers =
        report(
                SharedData.file("data/surveys/bh1996/bh1996.csv"),
                """
                team: GRP
                scales:
                  cohesion: {items: [COHES], min: 1, max: 5}
                  leadership: {items: [LEAD], min: 1, max: 5}
                  wellbeing: {items: [WBEING], min: 0, max: 5}
                outcome: wellbeing
                drivers: [cohesion, leadership, HRS]
                """)
            .get("drivers");
    JsonNode oracle = oracle("04_drivers").get("bh1996");
    assertThat(drivers.get("n").asInt()).isEqualTo(7382);
    assertThat(drivers.get("r2").asDouble()).isCloseTo(oracle.get("R2").asDouble(), CLOSE);
    List<String> names = List.of("cohesion", "leadership", "HRS");
    Map<String, String> parts =
        Map.of("all", "bh1996", "within", "bh1996_within", "between", "bh1996_between");
    for (Map.Entry<String, String> part : parts.entrySet()) {
      JsonNode theirs = oracle("04_drivers").get(part.getValue());
      for (int i = 0; i < names.size(); i++) {
        JsonNode ours = drivers.get(part.getKey()).get(names.get(i));
        String where = part.getKey() + " " + names.get(i);
        assertClose(where, ours.get("lmg"), theirs.get("lmg_R2_units").get(i));
        assertClose(where, ours.get("share"), theirs.get("lmg_share").get(i));
        assertClose(where, ours.get("beta"), theirs.get("beta_std").get(i));
        assertClose(where, ours.get("coefficient"), theirs.get("coef").get(i + 1));
        assertClose(where, ours.get("vif"), theirs.get("vif").get(i));
        assertThat(ours.get("low").asDouble()).isLessThan(ours.get("share").asDouble());
        assertThat(ours.get("high").asDouble()).isGreaterThan(ours.get("share").asDouble());
      }
    }
    for (int i = 0; i < names.size(); i++) {
      assertClose(
          "clustered by company",
          drivers.get("all").get(names.get(i)).get("se"),
          oracle.get("cluster").get("se_cr1").get(i + 1));
      assertClose(
          "HC3 over companies",
          drivers.get("between").get(names.get(i)).get("se"),
          oracle("04_drivers").get("bh1996_between").get("se_hc3").get(i + 1));
    }
    assertThat(drivers.get("within").get("leadership").get("share").asDouble())
        .isCloseTo(.80, within(.02));
    assertThat(drivers.get("between").get("HRS").get("share").asDouble())
        .isCloseTo(.55, within(.02));
  }

  @Test
  void changesBetweenWavesAreThoseOfTheOracle() throws Exception {
    JsonNode waves =
        report(
                SharedData.file("data/surveys/univbct/univbct.csv"),
                """
                team: [BTN, COMPANY]
                wave: TIME
                scales:
                  JOBSAT: {items: [JSAT], min: 1, max: 5}
                  COMMIT: {items: [COMMIT], min: 1, max: 5}
                  READY: {items: [READY], min: 1, max: 5}
                """)
            .get("waves");
    for (String scale : List.of("JOBSAT", "COMMIT", "READY")) {
      for (int wave = 1; wave <= 2; wave++) {
        JsonNode ours = waves.get(wave).get("change").get("scales").get(scale);
        String label = "univbct_%s%d_%d".formatted(scale, wave, wave + 1);
        JsonNode theirs = oracle("05_waves").get(label).get("as_if_unlinked_welch");
        assertThat(ours.get("n1").asInt()).as(label).isEqualTo(theirs.get("n1").asInt());
        assertThat(ours.get("n2").asInt()).as(label).isEqualTo(theirs.get("n2").asInt());
        assertClose(label, ours.get("difference"), theirs.get("diff"));
        assertClose(label, ours.get("p"), theirs.get("p"));
        assertClose(label, ours.get("low"), theirs.get("ci95_diff").get(0));
        assertClose(label, ours.get("high"), theirs.get("ci95_diff").get(1));
        assertClose(label, ours.get("g"), theirs.get("hedges_g"));
        double width = ours.get("gHigh").asDouble() - ours.get("gLow").asDouble();
        assertThat(width / 2 / 1.959963984540054)
            .as(label)
            .isCloseTo(theirs.get("g_se").asDouble(), CLOSE);
      }
    }
  }

  /** R compared with counties that never acted; with one cohort at a time we do too. */
  @ParameterizedTest
  @CsvSource({"2004,2006 2007", "2006,2004 2007", "2007,2004 2006"})
  void effectsOfMinimumWagesAreThoseOfTheOracle(String group, String others) throws Exception {
    Set<String> years = Set.of("2003", "2004", "2005", "2006", "2007");
    JsonNode cells =
        report(counties(years, Set.of(others.split(" ", -1))), WAGES)
            .get("effects")
            .get("employment")
            .get("groupTime");
    assertThat(cells).hasSize(4);
    List<JsonNode> oracle =
        oracle("07_did_its")
            .get("mpdta_att_gt")
            .valueStream()
            .filter(cell -> cell.get("g").asString().equals(group))
            .toList();
    for (int i = 0; i < oracle.size(); i++) {
      String where = group + " in " + oracle.get(i).get("t");
      assertThat(cells.get(i).get("wave").asString()).isEqualTo(oracle.get(i).get("t").asString());
      assertClose(where, cells.get(i).get("att"), oracle.get(i).get("att"));
      assertClose(where, cells.get(i).get("se"), oracle.get(i).get("se"));
      assertThat(cells.get(i).get("teams").asInt()).isEqualTo(oracle.get(i).get("n_g").asInt());
    }
  }

  @Test
  void twoGroupsAtTwoWavesAreThoseOfTheOracle() throws Exception {
    JsonNode did =
        report(counties(Set.of("2005", "2006"), Set.of("2004", "2007")), WAGES)
            .get("effects")
            .get("employment")
            .get("did");
    JsonNode theirs = oracle("07_did_its").get("mpdta_2x2_2006");
    assertClose("effect", did.get("value"), theirs.get("did"));
    assertClose("error", did.get("se"), theirs.get("se_cluster_county_cr1"));
    assertClose("p", did.get("p"), theirs.get("first_diff_welch").get("p"));
    assertThat(did.get("acted").asInt()).isEqualTo(theirs.get("treated").asInt());
  }

  private static final String WAGES =
      """
      team: county
      wave: year
      scales:
        employment: {items: [lemp], min: 0, max: 12}
      treated: {column: first}
      """;

  /** Seven people a county and year whose mean is the county's: so that the gate shows it. */
  private Path counties(Set<String> years, Set<String> without) throws Exception {
    var rows = new StringBuilder("county,year,lemp,first\n");
    for (String line :
        Files.readAllLines(SharedData.file("data/surveys/mpdta/mpdta.csv")).stream()
            .skip(1)
            .toList()) {
      String[] cells = line.split(",", -1);
      if (years.contains(cells[0]) && !without.contains(cells[4])) {
        for (int person = -3; person <= 3; person++) {
          BigDecimal value = new BigDecimal(cells[3]).add(BigDecimal.valueOf(person, 1));
          rows.append(String.join(",", cells[1], cells[0], value.toPlainString(), cells[4]))
              .append('\n');
        }
      }
    }
    return Files.writeString(folder.resolve("counties.csv"), rows);
  }

  private static void assertClose(String what, JsonNode ours, JsonNode theirs) {
    assertThat(ours.asDouble())
        .as(what)
        .satisfies(value ->
            assertThat(Math.abs(value - theirs.asDouble()))
                .isLessThan(1e-6 * Math.abs(theirs.asDouble()) + 1e-9));
  }

  private static JsonNode oracle(String name) throws Exception {
    return JsonMapper.shared()
        .readTree(Files.readString(SharedData.file("oracle/" + name + ".json")));
  }

  private JsonNode report(Path data, String map) throws Exception {
    Path mapFile = Files.writeString(folder.resolve("map.yaml"), map);
    new SurveyAnalysis(Locale.of("nl"), new PrintWriter(new StringWriter()))
        .write(data, mapFile, folder.resolve("out"), 7);
    return JsonMapper.shared().readTree(Files.readString(folder.resolve("out/survey.json")));
  }
}
