package nl.onderstroom.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is claimed of scales and teams, and what is refused, with what would be enough. */
class AnalyseScalesTest {
  private static final long SEED = 20_260_131;
  private static final String MAP =
      "team: T\nscales: {joy: {items: [A, B, C, D], %smin: 1, max: 5, label: Joy}}\n";

  private final SplittableRandom random = new SplittableRandom(SEED);

  @TempDir Path folder;

  @Test
  void itemsThatGoTogetherAreAScore() throws Exception {
    JsonNode joy = report(MAP.formatted(""), rows(400, 40, this::alike)).get("scales").get("joy");
    assertThat(joy.get("usable").asBoolean()).as("seed %d", SEED).isTrue();
    assertThat(joy.get("why").isNull()).isTrue();
    assertThat(joy.get("complete").asLong()).isEqualTo(400);
    double alpha = joy.get("alpha").asDouble();
    assertThat(alpha).isBetween(joy.get("alphaLow").asDouble(), joy.get("alphaHigh").asDouble());
    assertThat(joy.get("omega").asDouble()).isBetween(0.6, 1.0);
    assertThat(joy.get("items").valueStream())
        .hasSize(4)
        .allMatch(item -> item.get("itemRest").asDouble() > 0.3)
        .allMatch(item -> item.get("alphaIfDropped").asDouble() < alpha);
    assertThat(page()).contains("Deze vragen horen bij elkaar");
  }

  @Test
  void anItemAgainstTheRestIsNamedByItsColumnUntilItIsTurned() throws Exception {
    List<String> rows =
        rows(
            400,
            40,
            team -> {
              int[] answers = levels(4, level());
              answers[2] = 6 - answers[2];
              return answers;
            });
    String file = file(rows);
    JsonNode joy = reportOf(MAP.formatted(""), file).get("scales").get("joy");
    assertThat(joy.get("usable").asBoolean()).isFalse();
    assertThat(joy.get("items").get(2).get("itemRest").asDouble()).isNegative();
    assertThat(joy.get("why").asString()).contains("C past niet", "reversed");
    assertThat(page())
        .contains("Deze vragen zijn samen geen score", "C past niet")
        .doesNotContain("class=\"figure\"", "Het streepje is het gemiddelde");
    JsonNode turned = reportOf(MAP.formatted("reversed: [C], "), file).get("scales").get("joy");
    assertThat(turned.get("usable").asBoolean()).isTrue();
    assertThat(turned.get("items").get(2).get("itemRest").asDouble()).isPositive();
  }

  @Test
  void aMixOfItemsIsNoScore() throws Exception {
    JsonNode report =
        report(
            MAP.formatted(""),
            rows(
                2000,
                40,
                team -> {
                  int[] answers = levels(4, random.nextInt(2) == 0 ? level() : 0);
                  answers[3] = 1 + random.nextInt(5);
                  answers[1] = 1 + random.nextInt(5);
                  return answers;
                }));
    JsonNode joy = report.get("scales").get("joy");
    assertThat(joy.get("alpha").asDouble()).isLessThan(0.5);
    assertThat(joy.get("usable").asBoolean()).isFalse();
    assertThat(joy.get("why").asString()).isNotBlank();
  }

  @Test
  void aScaleOfMostlyChanceSaysHowManyQuestionsWouldBeEnough() throws Exception {
    JsonNode joy =
        report(
                MAP.formatted(""),
                rows(
                    2000,
                    40,
                    team -> {
                      int shared = random.nextInt(4);
                      int[] answers = new int[4];
                      for (int i = 0; i < 4; i++) {
                        answers[i] = random.nextInt(4) == 0 ? 1 + shared : 1 + random.nextInt(5);
                      }
                      return answers;
                    }))
            .get("scales")
            .get("joy");
    assertThat(joy.get("usable").asBoolean()).isFalse();
    assertThat(joy.get("why").asString()).contains("toeval", "0,60", "zulke vragen");
  }

  @Test
  void aConstantItemIsNamed() throws Exception {
    JsonNode joy =
        report(
                MAP.formatted(""),
                rows(
                    400,
                    40,
                    team -> {
                      int[] answers = alike(team);
                      answers[1] = 3;
                      return answers;
                    }))
            .get("scales")
            .get("joy");
    assertThat(joy.get("usable").asBoolean()).isFalse();
    assertThat(joy.get("why").asString()).contains("Op B gaf iedereen hetzelfde antwoord");
    assertThat(joy.get("omega").isNull()).isTrue();
  }

  @Test
  void ofFewPeopleItIsNotSaidAndTheirMeanStays() throws Exception {
    JsonNode joy = report(MAP.formatted(""), rows(60, 4, this::alike)).get("scales").get("joy");
    assertThat(joy.get("usable").asBoolean()).isFalse();
    assertThat(joy.get("why").asString()).contains("60 mensen", "100 mensen");
    assertThat(page()).contains("Dat weten we niet", "class=\"figure\"");
  }

  @Test
  void oneQuestionHasNoVerdict() throws Exception {
    JsonNode one =
        report("team: T\nscales: {one: {items: [A], min: 1, max: 5}}\n", rows(400, 40, this::alike))
            .get("scales")
            .get("one");
    assertThat(one.get("usable").isNull()).isTrue();
    assertThat(one.get("why").asString()).contains("één vraag");
    assertThat(page()).doesNotContain("horen bij elkaar", "geen score");
  }

  @Test
  void aHandfulWhoSkippedAnItemCannotBeSubtracted() throws Exception {
    List<String> rows = rows(400, 40, this::alike);
    for (int person = 0; person < 3; person++) {
      rows.set(person, person + ",4,,4,4");
    }
    JsonNode joy = report(MAP.formatted(""), rows).get("scales").get("joy");
    assertThat(joy.get("complete").asLong()).isEqualTo(397);
    double alpha = joy.get("alpha").asDouble();
    assertThat(alpha * 100).as("two decimals only").isEqualTo(Math.rint(alpha * 100));
  }

  @Test
  void fourTeamsAreTooFewToCompare() throws Exception {
    JsonNode joy = report(MAP.formatted(""), rows(400, 4, this::alike)).get("teams").get("joy");
    assertThat(joy.get("why").asString()).contains("4 teams", "30", "10");
    assertThat(joy.get("icc1").isNull()).isTrue();
    assertThat(joy.get("tau2").isNull()).isTrue();
    assertThat(joy.get("groups").valueStream())
        .hasSize(4)
        .allMatch(group -> group.get("shrunken").isNull() && group.get("mean").isNumber());
  }

  @Test
  void whereTeamsDoNotDifferTheirOwnScoreAddsLittle() throws Exception {
    JsonNode joy = report(MAP.formatted(""), rows(400, 40, this::alike)).get("teams").get("joy");
    assertThat(joy.get("ownScore").asString())
        .as("seed %d", SEED)
        .isEqualTo("no-differences-shown");
    assertThat(joy.get("sentence").asString()).contains("voegt hier weinig toe");
    assertThat(page()).contains("voegt hier weinig toe");
  }

  @Test
  void whereTeamsDifferEachHasAnEstimateWithItsProbability() throws Exception {
    JsonNode joy =
        report(MAP.formatted(""), rows(800, 40, team -> levels(4, team % 5 - 2)))
            .get("teams")
            .get("joy");
    assertThat(joy.get("ownScore").asString()).isEqualTo("adds");
    assertThat(joy.get("counted").asInt()).isEqualTo(40);
    double mean = joy.get("mean").asDouble();
    for (JsonNode group : joy.get("groups")) {
      double shrunken = group.get("shrunken").asDouble();
      assertThat(Math.abs(shrunken - mean))
          .isLessThan(Math.abs(group.get("mean").asDouble() - mean) + 0.02);
      assertThat(shrunken).isBetween(group.get("low").asDouble(), group.get("high").asDouble());
      assertThat(group.get("probabilityAbove").asDouble() > 0.5).isEqualTo(shrunken > mean);
      assertThat(group.get("rwg").asDouble()).isBetween(0.0, 1.0);
      assertThat(group.get("averageDeviation").asDouble()).isPositive();
    }
    assertThat(page()).contains("zeker hoger (", "zeker lager (");
  }

  /** The twin: that of everybody does change, so there was something to see. */
  @Test
  void whatHiddenTeamsAnsweredChangesNoFigureOfTeams() throws Exception {
    List<String> rows = rows(400, 40, this::alike);
    JsonNode low = withHidden(rows, 1);
    JsonNode high = withHidden(rows, 2);
    assertThat(low.get("teams").get("joy").get("withheld").get("count").asInt()).isEqualTo(3);
    assertThat(low.get("teams").get("joy").get("counted").asInt()).isEqualTo(40);
    assertThat(low.get("teams")).isEqualTo(high.get("teams"));
    assertThat(low.get("scales").get("joy").get("mean"))
        .isNotEqualTo(high.get("scales").get("joy").get("mean"));
  }

  private JsonNode withHidden(List<String> rows, int level) throws Exception {
    var all = new ArrayList<>(rows);
    for (int person = 0; person < 12; person++) {
      int own = level + person % 4;
      all.add("x%d,%d,%d,%d,%d".formatted(person % 3, own, own, 6 - own, 3));
    }
    return report(MAP.formatted(""), all);
  }

  @Test
  void aWaveWithoutAnswersIsRefused() throws Exception {
    List<String> rows = rows(400, 40, this::alike);
    String file = "T,A,B,C,D,W\n" + String.join(",2024\n", rows) + ",2024\n" + "1,,,,,2025\n";
    Files.writeString(folder.resolve("answers.csv"), file);
    Files.writeString(folder.resolve("map.yaml"), "wave: W\n" + MAP.formatted(""));
    assertThat(run()).isEqualTo(3);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  /** Answers that share what the person thinks. */
  private int[] alike(int team) {
    return levels(4, level());
  }

  private int level() {
    return random.nextInt(-2, 3);
  }

  private int[] levels(int items, int leaning) {
    int[] answers = new int[items];
    for (int i = 0; i < items; i++) {
      answers[i] = Math.clamp(3L + leaning + random.nextInt(-1, 2), 1, 5);
    }
    return answers;
  }

  private interface Person {
    int[] answers(int team);
  }

  private List<String> rows(int people, int teams, Person person) {
    var rows = new ArrayList<String>();
    for (int i = 0; i < people; i++) {
      int team = i % teams;
      int[] answers = person.answers(team);
      rows.add("%d,%d,%d,%d,%d".formatted(team, answers[0], answers[1], answers[2], answers[3]));
    }
    return rows;
  }

  private JsonNode report(String map, List<String> rows) throws IOException {
    return reportOf(map, file(rows));
  }

  private static String file(List<String> rows) {
    return "T,A,B,C,D\n" + String.join("\n", rows) + "\n";
  }

  private JsonNode reportOf(String map, String file) throws IOException {
    Files.writeString(folder.resolve("answers.csv"), file);
    Files.writeString(folder.resolve("map.yaml"), map);
    assertThat(run()).isZero();
    return JsonMapper.shared().readTree(Files.readString(folder.resolve("out/survey.json")));
  }

  private String page() throws IOException {
    return Files.readString(folder.resolve("out/survey.html"));
  }

  private int run() {
    return Commands.run(
        "analyse", "survey",
        "--data", folder.resolve("answers.csv").toString(),
        "--map", folder.resolve("map.yaml").toString(),
        "--out", folder.resolve("out").toString());
  }
}
