package nl.onderstroom.server.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.onderstroom.engine.landscape.OpinionGroup;
import nl.onderstroom.engine.landscape.Prediction;
import nl.onderstroom.engine.landscape.Vote;
import nl.onderstroom.engine.measure.Interval;
import nl.onderstroom.server.shell.Languages;
import nl.onderstroom.server.shell.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a landscape says is written down, for programs and for people. */
class LandscapeReportTest {
  @TempDir Path folder;

  @Test
  void theJsonHasEverythingInTheOrderOfIds() {
    JsonNode json = JsonMapper.shared().readTree(json(3, 200, 1));
    assertThat(json.propertyNames())
        .contains(
            "people",
            "statementCount",
            "votes",
            "k",
            "confidence",
            "dimensions",
            "groups",
            "participants",
            "statements",
            "unanswered",
            "marks",
            "evidence",
            "seconds");
    assertThat(json.get("people").intValue()).isEqualTo(200);
    assertThat(json.get("statementCount").intValue()).isEqualTo(8);
    assertThat(json.get("k").intValue()).isEqualTo(3);
    assertThat(json.get("confidence").doubleValue()).isEqualTo(0.83);
    assertThat(texts(json.get("groups"), "id")).containsExactly("A", "B", "C");
    JsonNode person = json.get("participants").get(10);
    assertThat(person.get("id").stringValue()).isEqualTo("10");
    assertThat(person.get("group").isNull()).as("unplaced").isTrue();
    assertThat(texts(json.get("statements"), "id"))
        .containsExactly("0", "1", "2", "3", "4", "5", "6", "7");
    JsonNode statement = json.get("statements").get(4);
    assertThat(statement.get("text").stringValue()).contains("<script>");
    assertThat(statement.get("role").stringValue()).isEqualTo("open");
    assertThat(statement.get("priority").doubleValue()).isEqualTo(1.2);
    assertThat(texts(statement.get("byGroup"), "group")).containsExactly("A", "B", "C");
    assertThat(statement.get("byGroup").get(0).propertyNames())
        .contains("agree", "disagree", "low", "high", "n");
    assertThat(json.get("marks").get("B").get(0).get("vote").stringValue()).isEqualTo("disagree");
    assertThat(json.get("evidence").get(0).get("stability").isNull()).as("not known").isTrue();
    assertThat(texts(json.get("unanswered"), "id"))
        .as("not what was taken out")
        .containsExactly("90");
    assertThat(json.get("seconds").propertyNames()).containsExactly("read", "fit", "total");
  }

  @Test
  void theSameLandscapeInAnotherOrderIsTheSameBytes() {
    assertThat(json(3, 200, 2)).isEqualTo(json(3, 200, 1));
    assertThat(html(3, 200, 2, Languages.DUTCH)).isEqualTo(html(3, 200, 1, Languages.DUTCH));
  }

  @Test
  void groupsAreNamedByWhatTheySay() {
    JsonNode groups = JsonMapper.shared().readTree(json(8, 400, 1)).get("groups");
    List<String> names = texts(groups, "name");
    assertThat(names.get(0))
        .isEqualTo("Eens: “Ik wil zelf kunnen kiezen of ik AI gebruik bij mijn werk.”");
    assertThat(names.get(1))
        .isEqualTo("Oneens: “Door AI houd ik meer tijd over voor de mensen voor wie ik…”");
    assertThat(names).doesNotHaveDuplicates();
    assertThat(names.get(7)).isEqualTo("Zonder eigen stelling");
    Outcome bare =
        Outcome.of(ExampleLandscape.of(3, 50, 1), Comments.NONE, new GroupNames(words()));
    assertThat(bare.names().getFirst()).isEqualTo("Eens: stelling 0");
  }

  @Test
  void whatAGroupIsForGoesBeforeWhatItIsAgainstMoreClearly() {
    List<OpinionGroup.Mark> marks =
        List.of(
            new OpinionGroup.Mark("1", Vote.DISAGREE, 0.9, 0.1, 50, 1e-12),
            new OpinionGroup.Mark("2", Vote.AGREE, 0.4, 0.1, 50, 1e-9),
            new OpinionGroup.Mark("3", Vote.AGREE, 0.7, 0.2, 50, 1e-6));
    Interval sure = new Interval(0.4, 0.6);
    OpinionGroup first = new OpinionGroup(0, 50, 0.5, sure, 0, 0, marks);
    OpinionGroup second = new OpinionGroup(1, 50, 0.5, sure, 0, 0, marks);
    assertThat(new GroupNames(words()).of(List.of(first, second), Comments.NONE))
        .containsExactly("Eens: stelling 3", "Oneens: stelling 1");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void thePageNeedsNothingBesideItAndNamesNobody(int groups) {
    for (Locale language : List.of(Languages.DUTCH, Languages.ENGLISH)) {
      String html = html(groups, 300, 1, language);
      assertThat(html)
          .startsWith("<!doctype html>\n<html lang=\"" + language)
          .contains("&lt;script")
          .doesNotContain("<script", "src=", "href=", "http", "@import", "NaN", "Infinity");
      assertThat(html.contains("style=")).isFalse();
    }
  }

  @Test
  void thePageSaysHowSureItIsAndWhatTheMapIsNot() {
    String html = html(3, 300, 1, Languages.DUTCH);
    assertThat(html)
        .contains(
            "We zien drie groepen van mening",
            "Vrij zeker.",
            "leek 0,83 op wat hier staat",
            "30 van de 300 mensen horen hier bij geen groep",
            "De richtingen betekenen niets",
            "Verbindt: oneens",
            "Hier stemde niemand op.")
        .doesNotContain("Weggehaald.");
  }

  @Test
  void thePageSaysWhichStatementsNeedVotes() {
    assertThat(html(3, 300, 1, Languages.DUTCH))
        .contains(
            "Wil nog stemmen</th>", "<td class=\"number\">1,2</td>", "zegt niets over hoe goed");
    assertThat(html(1, 300, 1, Languages.ENGLISH)).contains("Needs votes</th>");
  }

  @Test
  void withoutGroupsThePageSaysSoKindly() {
    assertThat(html(1, 300, 1, Languages.DUTCH))
        .contains("We zien geen duidelijke groepen", "Dat is ook een uitkomst", "Wat verbindt")
        .doesNotContain("Wat verdeelt", "De groepen</h2>");
    assertThat(html(1, 300, 1, Languages.ENGLISH)).contains("We see no clear groups");
  }

  @Test
  void manyPeopleAreCountedInHexagons() {
    String html = html(4, 20_000, 1, Languages.DUTCH);
    assertThat(html).contains("Er zijn te veel mensen om elk te tekenen", "many4");
    assertThat(html.length()).as("does not grow with people").isLessThan(300_000);
  }

  @Test
  void predictionsComeInTheOrderOfThePairsAndKeepTheirIds() throws IOException {
    Path pairs = folder.resolve("pairs.csv");
    Files.writeString(
        pairs, "comment-id,voter-id,note\n3,7,x\n\"a,b\",=1+1,y\n-2,@me,\n1,\"q\"\"\",z\n");
    var written = new ByteArrayOutputStream();
    Predictions.write(
        pairs, (person, _) -> new Prediction(person.equals("7") ? 0.5 : 0.25, 0.25, 0.25), written);
    assertThat(written.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            voter-id,comment-id,agree,disagree,pass
            7,3,0.500000,0.250000,0.250000
            "=1+1","a,b",0.250000,0.250000,0.250000
            "@me","-2",0.250000,0.250000,0.250000
            "q\""",1,0.250000,0.250000,0.250000
            """);
  }

  @Test
  void idsAreOrderedAsNumbersWhereTheyAre() {
    List<String> ids =
        List.of("-10", "-2", "-0", "0", "00", "7", "10", "9223372036854775808", "-", "a");
    assertThat(
            Stream.of("a", "10", "00", "-", "-2", "7", "9223372036854775808", "0", "-10", "-0")
                .sorted(IdOrder.IDS))
        .containsExactlyElementsOf(ids);
    List<String> shuffled =
        List.of("a", "10", "00", "-", "-2", "7", "9223372036854775808", "0", "-10", "-0");
    assertThat(IdOrder.sorted(shuffled, id -> id)).isEqualTo(ids);
  }

  private static List<String> texts(JsonNode array, String name) {
    return array.valueStream().map(each -> each.get(name).stringValue()).toList();
  }

  private static Words words() {
    return Languages.withoutServer().words(Languages.DUTCH);
  }

  private static String json(int groups, int people, long order) {
    var out = new ByteArrayOutputStream();
    LandscapeJson.write(
        outcome(groups, people, order, words()), new LandscapeJson.Seconds(1, 2, 3), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String html(int groups, int people, long order, Locale language) {
    Words words = Languages.withoutServer().words(language);
    return new LandscapeReport(words).write(outcome(groups, people, order, words), "stemmen");
  }

  private static Outcome outcome(int groups, int people, long order, Words words) {
    return Outcome.of(
        ExampleLandscape.of(groups, people, order),
        ExampleLandscape.comments(),
        new GroupNames(words));
  }
}
