package nl.onderstroom.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What cannot be said is refused on the page, with why and with what would be enough. */
class SurveyRefusalsTest {
  private static final String MAP =
      """
      team: T
      wave: W
      scales:
        joy: {items: [J1, J2, J3], min: 1, max: 5, label: {nl: Plezier, en: Joy}}
        mix: {items: [M1, M2, M3, M4], min: 1, max: 5, label: {nl: Mengsel, en: Mix}}
        against: {items: [A1, A2, A3, A4], min: 1, max: 5, label: {nl: Tegen, en: Against}}
        same: {items: [S1, S2, S3], min: 1, max: 5, label: {nl: Gelijk, en: Same}}
        alike: {items: [K1], min: 1, max: 5, label: {nl: Eender, en: Alike}}
        silent: {items: [N1], min: 1, max: 5, label: {nl: Stil, en: Silent}}
        lead: {items: [L1, L2, L3], min: 1, max: 5, label: {nl: Leiding, en: Lead}}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nl|Te veel van deze score is toeval: de betrouwbaarheid is 0,|Met 8 zulke vragen",
        "nl|A4 past niet bij de andere vragen|Zet A4 dan in de kaart bij “reversed”",
        "nl|Op S3 gaf iedereen hetzelfde antwoord|Laat S3 weg uit deze schaal",
        "nl|Er zijn 4 teams waarvan cijfers getoond worden|zijn er 30 nodig",
        "nl|Bij 2024 is hiervan geen cijfer|Vanaf 30 antwoorden",
        "nl|vrijwel iedereen antwoordde hetzelfde|het cijfer iets over ieder van hen",
        "nl|Hierop gaf niemand antwoord|Vanaf 30 antwoorden",
        "en|nearly everybody answered alike|the figure tells something about each of them",
        "en|Too much of this score is chance: its reliability is 0.|With 8 such questions",
        "en|A4 does not fit the other questions|Then put A4 under “reversed” in the map",
        "en|Everybody gave the same answer to S3|Leave S3 out of this scale",
        "en|There are 4 teams with figures that are shown|how much teams differ takes 30",
        "en|At 2024 there is no figure of this|From 30 answers on",
      })
  void thePageSaysWhyAndWhatWouldBeEnough(String language, String why, String enough)
      throws Exception {
    write(language, MAP, answers(200));
    assertThat(page()).contains(why, enough);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nl|40|joy|[lead]|Van 40 mensen zijn alle scores bekend|vanaf 100 mensen kan het wel",
        "en|40|joy|[lead]|Every score is known of 40 people|from 100 people on it can be told",
        "nl|200|joy|[lead, TWICE, OTHER]|zegt bijna hetzelfde als|Laat er één weg",
        "en|200|joy|[lead, TWICE, OTHER]|says nearly the same as|Leave one of them out",
        "nl|200|joy|[lead, mix]|Mengsel doet hier niet mee|Met 8 zulke vragen",
        "en|200|joy|[lead, mix]|Mix does not take part here|With 8 such questions",
        "nl|200|joy|[lead, against]|Tegen doet hier niet mee|Zet A4 dan in de kaart",
        "en|200|joy|[lead, against]|Against does not take part here|Then put A4 under",
        "nl|200|mix|[lead, joy]|Mengsel zijn samen geen score. Wat ermee|Met 8 zulke vragen",
        "en|200|mix|[lead, joy]|Mix do not make one score. What goes|With 8 such questions",
        "nl|200|joy|[mix]|is niets één score|Er is minstens één score of kolom nodig",
        "en|200|joy|[mix]|Nothing of what the map names|at least one score or column",
      })
  void driversAreRefusedWithWhatWouldBeEnough(
      String language, int people, String outcome, String drivers, String why, String enough)
      throws Exception {
    write(language, MAP + "outcome: " + outcome + "\ndrivers: " + drivers + "\n", answers(people));
    String page = page();
    assertThat(page.substring(page.indexOf("class=\"scale drivers\""))).contains(why, enough);
  }

  @Test
  void aScaleThatIsNoScoreHasNoPartInTheDriversOfTheOthers() throws Exception {
    write("nl", MAP + "outcome: joy\ndrivers: [lead, mix]\n", answers(200));
    JsonNode with = json().get("drivers");
    write("nl", MAP + "outcome: joy\ndrivers: [lead]\n", answers(200));
    JsonNode without = json().get("drivers");
    assertThat(with.get("all").has("mix")).isFalse();
    assertThat(with.get("all")).isEqualTo(without.get("all"));
    assertThat(with.get("leftOut").get(0).get("name").asString()).isEqualTo("mix");
    assertThat(with.get("leftOut").get(0).get("why").asString()).contains("Met 8 zulke vragen");
    assertThat(without.has("leftOut")).isFalse();
  }

  @Test
  void ofAnOutcomeThatIsNoScoreThereAreNoDrivers() throws Exception {
    write("nl", MAP + "outcome: mix\ndrivers: [lead, joy]\n", answers(200));
    JsonNode drivers = json().get("drivers");
    assertThat(drivers.has("all")).isFalse();
    assertThat(drivers.has("r2")).isFalse();
    assertThat(drivers.get("why").asString()).contains("geen score", "Met 8 zulke vragen");
  }

  @Test
  void itSaysOnceThatTheMarginsOfDriversAreBeingReckoned() throws Exception {
    assertThat(write("nl", MAP + "outcome: joy\ndrivers: [lead]\n", answers(200)).lines())
        .containsExactly("Marges uitrekenen van wat samengaat, met 1.000 trekkingen …");
    assertThat(write("nl", MAP, answers(200))).isEmpty();
  }

  /** What was said while it worked. */
  private String write(String language, String map, String answers) throws Exception {
    var said = new StringWriter();
    new SurveyAnalysis(Locale.of(language), new PrintWriter(said, true))
        .write(
            Files.writeString(folder.resolve("answers.csv"), answers),
            Files.writeString(folder.resolve("map.yaml"), map),
            folder.resolve("out"),
            7);
    return said.toString();
  }

  private String page() throws Exception {
    return Files.readString(folder.resolve("out/survey.html"));
  }

  private JsonNode json() throws Exception {
    return JsonMapper.shared().readTree(Files.readString(folder.resolve("out/survey.json")));
  }

  /** In four teams, at two waves, with joy and lead that go together and a mix that does not. */
  private static String answers(int people) {
    var random = new SplittableRandom(11);
    var rows = new StringBuilder("T,W,J1,J2,J3,M1,M2,M3,M4,A1,A2,A3,A4,S1,S2,S3,N1,L1,L2,L3");
    rows.append(",TWICE,OTHER,K1\n");
    for (int wave = 2023; wave <= 2024; wave++) {
      for (int i = 0; i < people; i++) {
        double mood = random.nextDouble(-1.5, 1.5);
        double lead = (mood + random.nextDouble(-1.5, 1.5)) / 1.3;
        rows.append("team %d,%d".formatted(i % 4, wave));
        items(rows, random, mood, 1, 1, 1);
        items(rows, random, mood, .35, .35, .35, .35);
        items(rows, random, mood, 1, 1, 1, -1);
        items(rows, random, mood, 1, 1);
        rows.append(",3,").append(wave == 2023 ? 1 + i % 5 : "NA");
        items(rows, random, lead, 1, 1, 1);
        rows.append(",%.3f,%.3f,4\n".formatted(i % 7 + 0.0, 2.0 * (i % 7)));
      }
    }
    return rows.toString();
  }

  private static void items(
      StringBuilder rows, SplittableRandom random, double mood, double... loadings) {
    for (double loading : loadings) {
      double answer = 3 + loading * mood + random.nextDouble(-1.1, 1.1);
      rows.append(',').append(Math.clamp(Math.round(answer), 1, 5));
    }
  }
}
