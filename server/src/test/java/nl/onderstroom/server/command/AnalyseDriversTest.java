package nl.onderstroom.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What goes together with an outcome, from the command line, or a sentence that says why not. */
class AnalyseDriversTest {
  private static final String MAP =
      """
      team: T
      scales:
        lead: {items: [L], min: 1, max: 5, label: {nl: Leiderschap, en: Leadership}}
        joy: {items: [J1, J2], min: 1, max: 5, label: {nl: Plezier, en: Joy}}
      outcome: joy
      drivers: [lead, HOURS]
      """;

  @TempDir Path folder;

  @Test
  void whatWasPutInIsFoundAndNeverCalledACause() throws Exception {
    var analysis = new Analysis(folder);
    assertThat(analysis.run(company(40, 12), MAP)).isZero();
    JsonNode drivers = analysis.json().get("drivers");
    assertThat(drivers.get("outcome").asString()).isEqualTo("joy");
    assertThat(drivers.get("n").asInt()).isEqualTo(480);
    JsonNode lead = drivers.get("all").get("lead");
    assertThat(lead.get("lmg").asDouble() + drivers.get("all").get("HOURS").get("lmg").asDouble())
        .isCloseTo(drivers.get("r2").asDouble(), within(1e-12));
    assertThat(lead.get("share").asDouble()).isGreaterThan(.8);
    assertThat(lead.get("low").asDouble()).isLessThan(lead.get("share").asDouble());
    assertThat(lead.get("high").asDouble()).isGreaterThan(lead.get("share").asDouble());
    assertThat(lead.get("ranks").get(0).asDouble()).isGreaterThan(.95);
    assertThat(drivers.get("parts").get("all").get("basis").asString()).isEqualTo("teams");
    assertThat(drivers.has("within")).isTrue();
    assertThat(drivers.has("between")).isTrue();
    assertThat(analysis.html())
        .contains("Met Plezier gaat Leiderschap het meest samen", "niet wat waardoor komt")
        .doesNotContain("veroorzaakt");
  }

  @Test
  void theSameFileGivesTheSameBytes() throws Exception {
    var analysis = new Analysis(folder);
    analysis.run(company(31, 8), MAP);
    String before = analysis.html();
    analysis.run(company(31, 8), MAP);
    assertThat(analysis.html()).isEqualTo(before);
  }

  @Test
  void fortyPeopleAreTooFew() throws Exception {
    assertRefused(company(4, 10), MAP, "all", "40 mensen", "vanaf 100 mensen");
  }

  @Test
  void ofTooFewPeopleNotEvenTheirNumberIsTold() throws Exception {
    String answers = company(4, 10).replaceAll("(?m)^([^,]*,[^,]*,[^,]*,[^,]*),[0-9.]*$", "$1,NA");
    var analysis = new Analysis(folder);
    assertThat(analysis.run(answers + "t1,3,3,3,8\n", MAP)).isZero();
    JsonNode drivers = analysis.json().get("drivers");
    assertThat(drivers.has("n")).isFalse();
    assertThat(drivers.get("why").asString()).contains("minder dan 7 mensen", "Vanaf 100");
  }

  @Test
  void aConstantDriverIsNamed() throws Exception {
    String answers = company(40, 12).replaceAll("(?m),[0-9.]+$", ",8");
    assertRefused(answers, MAP, "all", "Iedereen heeft hetzelfde bij HOURS");
  }

  @Test
  void driversThatSayTheSameAreNamed() throws Exception {
    String answers = company(40, 12).replaceAll("(?m)^([^,T]+),([0-9]),(.*),[^,]*$", "$1,$2,$3,$2");
    assertRefused(answers, MAP, "all", "HOURS", "Leiderschap", "zegt bijna hetzelfde");
  }

  @Test
  void teamsAreComparedFromThirtyOn() throws Exception {
    var analysis = new Analysis(folder);
    assertThat(analysis.run(company(12, 20), MAP)).isZero();
    JsonNode drivers = analysis.json().get("drivers");
    assertThat(drivers.get("parts").get("all").get("basis").asString()).isEqualTo("people");
    assertThat(drivers.has("between")).isFalse();
    assertThat(drivers.get("parts").get("between").get("why").asString())
        .contains("12 teams", "Vanaf 30 teams");
    assertThat(analysis.html()).contains("eerder te smal dan te breed");
  }

  @Test
  void aDriverThatPointsAtAFewPeopleIsRefused() throws Exception {
    var answers = new StringBuilder();
    int row = 0;
    for (String line : company(40, 12).lines().toList()) {
      String start = line.substring(0, line.lastIndexOf(','));
      answers.append(row == 0 ? line : start + (row <= 3 ? ",1" : ",0")).append('\n');
      row++;
    }
    assertRefused(answers.toString(), MAP, "all", "HOURS", "minder dan 7 mensen");
    String enough = answers.toString().replaceAll("(?m)^(t1?[0-9],.*),0$", "$1,1");
    var analysis = new Analysis(folder);
    assertThat(analysis.run(enough, MAP)).isZero();
    assertThat(analysis.json().get("drivers").has("all")).as("a third of all people").isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "drivers: [lead, HOURS]|drivers: [lead, HOUR]|answers.csv, regel 1|HOURS",
        "drivers: [lead, HOURS]|drivers: [lead, joy]|map.yaml, regel 6|iets anders dan de uitkomst",
        "drivers: [lead, HOURS]|drivers: [lead, J1]|map.yaml, regel 6|geen deel is van “joy”",
        "drivers: [lead, HOURS]|drivers: [lead, lead]|map.yaml, regel 6|staat er dubbel",
        "drivers: [lead, HOURS]|#|map.yaml|“drivers:”",
        "outcome: joy|#|map.yaml|“outcome:”",
        "drivers: [lead, HOURS]|drivers: [lead, T]|answers.csv, regel 2|een getal",
      })
  void aMistakeIsThreeWithItsPlace(String from, String to, String place, String expected) {
    var analysis = new Analysis(folder);
    assertThat(analysis.run(company(3, 10), MAP.replace(from, to))).isEqualTo(3);
    assertThat(analysis.said()).contains(place, expected);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  private void assertRefused(String answers, String map, String part, String... why)
      throws Exception {
    var analysis = new Analysis(folder);
    assertThat(analysis.run(answers, map)).isZero();
    JsonNode drivers = analysis.json().get("drivers");
    assertThat(drivers.has(part)).isFalse();
    assertThat(drivers.get("parts").get(part).get("why").asString()).contains(why);
    assertThat(analysis.html()).contains(drivers.get("parts").get(part).get("why").asString());
  }

  /** Joy follows leadership, and hours hardly. */
  private static String company(int teams, int people) {
    var random = new SplittableRandom(7);
    var rows = new StringBuilder("T,L,J1,J2,HOURS\n");
    for (int team = 1; team <= teams; team++) {
      for (int i = 0; i < people; i++) {
        int lead = random.nextInt(1, 6);
        int one = Math.clamp(lead + random.nextInt(-1, 2), 1, 5);
        int two = Math.clamp(lead + random.nextInt(-1, 2), 1, 5);
        rows.append("t%d,%d,%d,%d,%d\n".formatted(team, lead, one, two, random.nextInt(4, 13)));
      }
    }
    return rows.toString();
  }
}
