package nl.onderstroom.server.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.onderstroom.server.rounds.Label;
import nl.onderstroom.server.rounds.Layer;
import nl.onderstroom.server.shell.Languages;
import nl.onderstroom.server.shell.Words;
import nl.onderstroom.server.tabular.TextSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveyMapTest {
  private static final Words ENGLISH = Languages.withoutServer().words(Locale.of("en"));

  private static final String SCALES = "scales:\n  joy: {items: [A], min: 1, max: 5}\n";

  @Test
  void theMapOfTheManualIsRead() {
    SurveyMap map =
        SurveyMapReader.read(
            """
            team: GRP                       # column with the unit
            wave: YEAR
            scales:
              leadership: {items: [LEAD01, LEAD02], reversed: [LEAD02], min: 1, max: 5}
              engagement: {items: [ENG], min: 0, max: 10, layer: flourish, label: {nl: Vuur, en: Fire}}
            outcome: engagement
            drivers: [leadership, AGE]
            treated: {column: ACTED_IN}
            """);
    assertThat(map.team()).containsExactly("GRP");
    assertThat(map.scales())
        .containsExactly(
            new SurveyMap.MappedScale(
                "leadership",
                Label.of("leadership"),
                Layer.OUTCOME,
                List.of("LEAD01", "LEAD02"),
                Set.of("LEAD02"),
                1,
                5),
            new SurveyMap.MappedScale(
                "engagement",
                new Label("Vuur", "Fire"),
                Layer.FLOURISH,
                List.of("ENG"),
                Set.of(),
                0,
                10));
    assertThat(map.columns())
        .containsExactly("GRP", "YEAR", "LEAD01", "LEAD02", "ENG", "AGE", "ACTED_IN");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "team: T;scals: {}|2|1|scals|“scales”?",
        "team: T;scales:;  joy: {items: [A], min: 1, max: 5, itens: B}|3|37|itens|“items”?",
        "team: T;scales:;  joy: {items: [A], min: one, max: 5}|3|26|one|a whole number from -1,000,000",
        "team: T;scales:;  joy: {items: [A], min: 1.5, max: 5}|3|26|1.5|a whole number",
        "team: T;scales:;  joy: {items: [A], min: 5, max: 5}|3|34|5|above min, so above 5",
        "team: T;scales:;  joy: {items: [A], max: 5}|3|8||“min:” as well",
        "team: T;scales:;  joy: {items: [A, A], min: 1, max: 5}|3|20|A|twice",
        "team: T;scales:;  joy: {items: [], min: 1, max: 5}|3|16||a list of 1 to 100",
        "team: T;scales:;  joy: {items: [A], min: 1, max: 5, reversed: [B]}|3|48|B|one of the items of this scale: A",
        "team: T;scales:;  joy: {items: [A], min: 1, max: 5, layer: deep}|3|44|deep|one of: above, inspire",
        "team: T;scales:;  joy: {items: [A], min: 1, max: 5};  pep: {items: [A], min: 1, max: 5}|4|16|A|“joy”",
        "team: T;scales:;  joy: {items: [T], min: 1, max: 5}|1|7|T|no item",
        "team: T;scales:;  'j y': {items: [A], min: 1, max: 5}|3|10|j y|letters, digits",
        "team: T;team: U;scales:;  joy: {items: [A], min: 1, max: 5}|2|1|team|twice",
        "scales:;  joy: {items: [A], min: 1, max: 5}|1|1||“team:” as well",
        "team: T|1|1||“scales:” as well",
        "team: &x T;scales: {joy: {items: [A], min: 1, max: 5}}|1|7|&x|without anchors",
        "team: !!java.net.URL T;scales: {joy: {items: [A], min: 1, max: 5}}|1|7|tag:yaml.org,2002:java.net.URL|without anchors",
        "team: [T|2|1||valid YAML",
        "just words|1|1|just words|names with a value",
        "team: {a: b};scales: {joy: {items: [A], min: 1, max: 5}}|1|7||a word or a text",
        "team: T;scales: [a];|2|9||names with a value",
        "team: T;treated: {colum: X};scales: {joy: {items: [A], min: 1, max: 5}}|2|11|colum|“column”?",
      })
  void aMistakeIsNamedWithLineAndColumn(
      String map, int line, int column, String given, String expected) {
    Finding finding = findings(map.replace(';', '\n') + "\n").getFirst();
    assertThat(finding.line()).as("line of %s", finding).isEqualTo(line);
    assertThat(finding.column()).as("column of %s", finding).isEqualTo(column);
    assertThat(finding.given()).isEqualTo(given == null ? "" : given);
    assertThat(finding.sentence(ENGLISH, "map.yaml"))
        .contains(expected)
        .startsWith("map.yaml, line");
  }

  @Test
  void everyMistakeIsNamedAtOnce() {
    assertThat(
            findings("team: [T, T]\nscales:\n  a: {items: [A], min: x, max: y, foo: 1}\nbar: 1\n"))
        .hasSize(5);
  }

  @Test
  void aBombIsRefusedBeforeItGrows() {
    assertThat(findings("a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n")).isNotEmpty();
    assertThat(findings("[".repeat(5000))).hasSize(1);
    assertThat(findings("x".repeat(MapNodes.MOST_CHARACTERS + 1)).getFirst().key())
        .isEqualTo("map-size");
    assertThat(findings("")).hasSize(1);
  }

  @Test
  void aMapFileIsUtf8WithOrWithoutAMark() throws Exception {
    String map = "team: \u00c9quipe\n" + SCALES;
    for (String text : List.of(map, "\uFEFF" + map)) {
      TextSource file = TextSource.of(text.getBytes(StandardCharsets.UTF_8));
      assertThat(SurveyMapReader.text(file)).isEqualTo(map);
    }
    assertThat(unreadable(("#\n" + map).getBytes(StandardCharsets.ISO_8859_1)))
        .startsWith("map.yaml, line 2: “0xC9”")
        .contains("character 7");
    assertThat(unreadable(map.getBytes(StandardCharsets.UTF_16))).contains("UTF-8");
    assertThat(unreadable(new byte[4 * MapNodes.MOST_CHARACTERS + 1])).contains("262,144");
  }

  private static String unreadable(byte[] file) {
    UnusableSurvey unusable =
        catchThrowableOfType(UnusableSurvey.class, () -> SurveyMapReader.text(TextSource.of(file)));
    return unusable.findings().getFirst().sentence(ENGLISH, "map.yaml");
  }

  @Test
  void aPathOfColumnsIsATreeOfTeams() {
    assertThat(SurveyMapReader.read("team: [DEPT, TEAM]\n" + SCALES).team())
        .containsExactly("DEPT", "TEAM");
  }

  private static List<Finding> findings(String map) {
    UnusableSurvey unusable =
        catchThrowableOfType(UnusableSurvey.class, () -> SurveyMapReader.read(map));
    assertThat(unusable).as(map).isNotNull();
    return unusable.findings();
  }
}
