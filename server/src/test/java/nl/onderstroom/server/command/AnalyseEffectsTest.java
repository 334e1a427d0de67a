package nl.onderstroom.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What changed between waves and whether acting helped, from the command line; or why not. */
class AnalyseEffectsTest {
  private static final String MAP =
      """
      team: T
      wave: W
      scales:
        joy: {items: [J], min: 0, max: 10, label: {nl: Plezier, en: Joy}}
        calm: {items: [C], min: 0, max: 10, label: {nl: Rust, en: Calm}}
      treated: {column: ACTED}
      """;
  private static final String WITHOUT_ACTION = MAP.replace("treated: {column: ACTED}\n", "");

  @TempDir Path folder;

  @Test
  void whatRoseIsToldAndWhatDidNotIsNot() throws Exception {
    var analysis = new Analysis(folder);
    assertThat(analysis.run(company(20, 12, 2, 20, 2), WITHOUT_ACTION)).isZero();
    JsonNode waves = analysis.json().get("waves");
    assertThat(waves.get(0).has("change")).isFalse();
    JsonNode change = waves.get(1).get("change").get("scales");
    JsonNode joy = change.get("joy");
    assertThat(joy.get("verdict").asString()).isEqualTo("changed");
    assertThat(joy.get("n1").asInt()).isEqualTo(240);
    double means =
        waves.get(1).get("scales").get("joy").get("mean").asDouble()
            - waves.get(0).get("scales").get("joy").get("mean").asDouble();
    assertThat(joy.get("difference").asDouble()).isCloseTo(means, within(1e-12));
    assertThat(joy.get("low").asDouble()).isLessThan(means);
    assertThat(joy.get("g").asDouble())
        .isBetween(joy.get("gLow").asDouble(), joy.get("gHigh").asDouble());
    assertThat(joy.get("pHolm").asDouble())
        .isGreaterThanOrEqualTo(joy.get("betweenTeams").get("p").asDouble());
    assertThat(joy.get("smallestDetectable").asDouble()).isPositive();
    assertThat(joy.get("teams")).as("twelve answers a team are too few").isEmpty();
    assertThat(change.get("calm").get("verdict").asString()).isNotEqualTo("changed");
    assertThat(analysis.html()).contains("Van 1 naar 2: één onderwerp veranderde");
  }

  @Test
  void aTeamHasATrendFromThirtyAnswersOnEachTime() throws Exception {
    var analysis = new Analysis(folder);
    assertThat(analysis.run(company(6, 40, 2, 6, 2), WITHOUT_ACTION)).isZero();
    JsonNode joy = analysis.json().get("waves").get(1).get("change").get("scales").get("joy");
    assertThat(joy.get("teams")).hasSize(6);
    assertThat(joy.get("teams").get(0).get("n1").asInt()).isEqualTo(40);
  }

  @Test
  void besideEachTeamsChangeStandsHowFarItWouldGoBackAnyway() throws Exception {
    var analysis = new Analysis(folder);
    assertThat(analysis.run(company(12, 40, 2, 6, 0), WITHOUT_ACTION)).isZero();
    JsonNode waves = analysis.json().get("waves");
    JsonNode before = waves.get(0).get("teams").get("joy");
    JsonNode change = waves.get(1).get("change").get("scales").get("joy");
    assertThat(change.get("teams")).hasSize(12);
    for (int team = 0; team < 12; team++) {
      JsonNode group = before.get("groups").get(team);
      double anyway = change.get("teams").get(team).get("expectedAnyway").asDouble();
      assertThat(anyway)
          .isCloseTo(
              (1 - group.get("weight").asDouble())
                  * (before.get("mean").asDouble() - group.get("mean").asDouble()),
              within(1e-9));
    }
    assertThat(analysis.html()).contains("Vanzelf te verwachten");
  }

  @Test
  void ofTooFewTeamsItIsNotKnownHowFarTheyWouldGoBack() throws Exception {
    var analysis = new Analysis(folder);
    assertThat(analysis.run(company(6, 40, 2, 6, 0), WITHOUT_ACTION)).isZero();
    JsonNode change = analysis.json().get("waves").get(1).get("change").get("scales").get("joy");
    assertThat(change.get("teams").get(0).get("expectedAnyway").isNull()).isTrue();
  }

  @Test
  void teamsThatAreNotShownGoInTogether() throws Exception {
    var analysis = new Analysis(folder);
    String small = "a,1,3,4,NA\nb,1,4,5,NA\na,2,3,4,NA\nb,2,4,5,NA\n".repeat(4);
    assertThat(analysis.run(company(6, 12, 2, 6, 0) + small, WITHOUT_ACTION)).isZero();
    JsonNode wave = analysis.json().get("waves").get(1);
    assertThat(wave.get("teams").get("joy").get("groups")).hasSize(6);
    JsonNode joy = wave.get("change").get("scales").get("joy");
    assertThat(joy.get("betweenTeams").get("n").asInt()).as("six teams and the rest").isEqualTo(7);
    assertThat(joy.get("n2").asInt()).isEqualTo(6 * 12 + 8);
  }

  @Test
  void aWaveInWhichAScaleWasNotAnsweredIsNamed() throws Exception {
    var analysis = new Analysis(folder);
    String answers =
        company(10, 12, 2, 5, 2).replaceAll("(?m)^(t[0-9]+,2,[0-9.]+),[0-9.]+,", "$1,NA,");
    assertThat(analysis.run(answers, MAP)).isZero();
    JsonNode calm = analysis.json().get("waves").get(1).get("change").get("scales").get("calm");
    assertThat(calm.get("verdict").asString()).isEqualTo("cannot-tell");
    assertThat(calm.get("why").asString()).contains("Bij 2", "niemand", "30 antwoorden");
    assertThat(calm.has("difference")).isFalse();
    assertThat(analysis.json().get("effects").get("calm").get("why").asString())
        .contains("Bij 2", "geen enkel team");
  }

  @Test
  void anEffectThatWasPutInIsFoundNextToWhatWasToBeExpectedAnyway() throws Exception {
    var analysis = new Analysis(folder);
    assertThat(analysis.run(company(40, 12, 3, 20, 2), MAP)).isZero();
    JsonNode joy = analysis.json().get("effects").get("joy");
    assertThat(joy.get("verdict").asString()).isEqualTo("helped");
    assertThat(joy.get("overall").get("value").asDouble()).isCloseTo(2, within(.6));
    assertThat(joy.get("low").asDouble()).isPositive();
    assertThat(joy.has("expectedAnyway")).isTrue();
    assertThat(joy.get("beforeAfter").get(0).has("regressionToMean")).isTrue();
    assertThat(joy.get("groupTime")).hasSize(2);
    assertThat(analysis.json().get("effects").get("calm").get("verdict").asString())
        .isNotEqualTo("helped");
    assertThat(analysis.html())
        .contains("Bij één onderwerp hielp het", "terugval naar het gemiddelde");
  }

  @Test
  void whereLessIsBetterARiseDoesNotHelp() throws Exception {
    var analysis = new Analysis(folder);
    String less = MAP.replace("{column: ACTED}", "{column: ACTED, less: [joy]}");
    assertThat(analysis.run(company(40, 12, 2, 20, 2), less)).isZero();
    assertThat(analysis.json().get("effects").get("joy").get("verdict").asString())
        .isEqualTo("did-not-help");
    assertThat(analysis.run(company(40, 12, 2, 20, -2), less)).isZero();
    assertThat(analysis.json().get("effects").get("joy").get("verdict").asString())
        .isEqualTo("helped");
  }

  @Test
  void fewTeamsAreJudgedByHowTheyCouldHaveActed() throws Exception {
    var analysis = new Analysis(folder);
    assertThat(analysis.run(company(12, 15, 2, 5, 3), MAP)).isZero();
    JsonNode joy = analysis.json().get("effects").get("joy");
    assertThat(joy.get("randomisation").get("assignments").asInt()).isEqualTo(792);
    assertThat(joy.get("randomisation").get("exact").asBoolean()).isTrue();
    assertThat(joy.get("did").get("cellMeans")).hasSize(4);
    assertThat(joy.get("did").get("regressionToMean").isNumber()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "20|1|10|Er is één keer gevraagd",
        "20|2|0|Geen team waarvan cijfers getoond worden, deed iets",
        "20|2|20|Er is geen team dat nog niets deed. Om te vergelijken zijn er minstens 5 nodig",
        "8|2|4|Er zijn 4 teams die nog niets deden",
        "6|2|1|maar op 6 manieren",
      })
  void whatCannotBeComparedIsSaidWithWhatWouldBeEnough(int teams, int waves, int acting, String why)
      throws Exception {
    var analysis = new Analysis(folder);
    assertThat(analysis.run(company(teams, 12, waves, acting, 0), MAP)).isZero();
    JsonNode joy = analysis.json().get("effects").get("joy");
    assertThat(joy.get("verdict").asString()).isEqualTo("cannot-tell");
    assertThat(joy.get("why").asString()).contains(why);
    assertThat(analysis.html()).contains(joy.get("why").asString());
  }

  @Test
  void teamsTooSmallToBeShownTakeNoPart() throws Exception {
    var analysis = new Analysis(folder);
    assertThat(analysis.run(company(20, 5, 2, 10, 3), MAP)).isZero();
    JsonNode joy = analysis.json().get("effects").get("joy");
    assertThat(joy.get("teams").asInt()).isZero();
    assertThat(joy.has("groupTime")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wave: W|#|map.yaml|“wave:”",
        "column: ACTED|column: ACTS|answers.csv, regel 1|ACTED",
        "column: ACTED|column: J|map.yaml, regel 6|“J” is er wel een",
        "column: ACTED|column: T|answers.csv, regel 2, kolom 1 (T)|de keren in dit bestand (1, 2)",
        "column: ACTED|column: C2|answers.csv|hetzelfde in elke rij van een team",
        "{column: ACTED}|{column: ACTED, less: [fun]}|map.yaml, regel 6|calm, joy",
      })
  void aMistakeIsThreeWithItsPlace(String from, String to, String place, String expected) {
    var analysis = new Analysis(folder);
    String answers = company(3, 10, 2, 1, 0).replace("ACTED\n", "ACTED,C2\n");
    var rows = new StringBuilder();
    int row = 0;
    for (String line : answers.lines().toList()) {
      rows.append(row == 0 ? line : line + "," + row % 2).append('\n');
      row++;
    }
    assertThat(analysis.run(rows.toString(), MAP.replace(from, to))).isEqualTo(3);
    assertThat(analysis.said()).contains(place, expected);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  /** Joy rises by {@code effect} in teams that act, from wave 2 on; calm moves by chance alone. */
  private static String company(int teams, int people, int waves, int acting, double effect) {
    var random = new SplittableRandom(11);
    var rows = new StringBuilder("T,W,J,C,ACTED\n");
    for (int team = 1; team <= teams; team++) {
      double level = 4 + random.nextDouble();
      for (int wave = 1; wave <= waves; wave++) {
        double gain = team <= acting && wave >= 2 ? effect : 0;
        for (int i = 0; i < people; i++) {
          double joy = Math.clamp(level + gain + 2 * random.nextDouble() - 1, 0, 10);
          double calm = 5 + 4 * random.nextDouble() - 2;
          String when = team <= acting ? "2" : "NA";
          rows.append(
              String.format(Locale.ROOT, "t%d,%d,%.2f,%.2f,%s\n", team, wave, joy, calm, when));
        }
      }
    }
    return rows.toString();
  }
}
