package nl.onderstroom.server.survey;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SequencedMap;
import nl.onderstroom.engine.summary.Summary;
import nl.onderstroom.server.shell.Languages;
import nl.onderstroom.server.shell.Words;
import nl.onderstroom.server.tabular.CsvRows;
import nl.onderstroom.server.tabular.TextSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurveyFileTest {
  private static final Words ENGLISH = Languages.withoutServer().words(Locale.of("en"));
  private static final long SEED = 20261123;

  private static final SurveyMap MAP =
      SurveyMapReader.read(
          """
          team: T
          scales:
            joy: {items: [A, B, C], reversed: [B], min: 1, max: 5}
            hours: {items: [H], min: 0, max: 24}
          """);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "T,A,B,C,H;1,1,2,3,4;1,1,9,3,4|3|3|9|a number from 1 to 5",
        "T,A,B,C,H;1,1,2,3,4;1,x,2,3,4|3|2|x|a number from 1 to 5",
        "T,A,B,C,H;1,1,2,3,25|2|5|25|a number from 0 to 24",
        "T,A,B,C,H;1,1,2,3,-1|2|5|-1|a number from 0 to 24",
        "T,A,B,C,H;1,1,2,3|2|0|4|5 cells",
        "T,A,B,C,H;1,1,2,3,4,5|2|0|6|5 cells",
        "T,A,B,H;1,1,2,3|1|0||a column “C”",
        "T,A,B,c,H;1,1,2,3,4|1|0||perhaps it is called “c”",
        "T,A,A,B,C,H;1,1,1,2,3,4|1|3|A|column 2 has it too",
        "T,A,B,C,H|0|0||at least one row",
        "T,A,B,C,H;1,\"1,2,3,4|2|0|\"|second quotation mark",
        "T,A,B,C,H;1,\"1\"2,2,3,4|2|0|\"|a separator or the end",
        "T,A,B,C,H;\"a;b\",1,2,3,4;x,9,2,3,4|4|2|9|a number from 1 to 5",
        "T,A,B,C,H;1,NA,,NA,|0|0||at least one answer",
      })
  void aMistakeIsNamedWithLineAndColumn(
      String file, int line, int column, String given, String expected) {
    Finding finding = findings(file.replace(';', '\n')).getFirst();
    assertThat(finding.line()).as("line of %s", finding).isEqualTo(line);
    assertThat(finding.column()).as("column of %s", finding).isEqualTo(column);
    assertThat(finding.given()).isEqualTo(given == null ? "" : given);
    assertThat(finding.sentence(ENGLISH, "answers.csv")).contains(expected);
  }

  @Test
  void whatIsNotUtf8IsNamedByItsPlace() {
    for (String newline : List.of("\n", "\r\n", "\r")) {
      String file = "T,A,B,C,H\n1,1,2,3,4\nb\u00e9,1,2,3,4\n".replace("\n", newline);
      byte[] bytes = file.getBytes(StandardCharsets.ISO_8859_1);
      Finding finding = unusable(bytes).findings().getFirst();
      assertThat(finding.line()).isEqualTo(3);
      assertThat(finding.given()).isEqualTo("0xE9");
      assertThat(finding.sentence(ENGLISH, "a.csv")).contains("character 2").contains("CSV UTF-8");
    }
  }

  @Test
  void aRowThatNeverEndsIsNotKeptInMemory() {
    String endless = "T,A,B,C,H\n1,\"" + "x,".repeat(CsvRows.MOST_ROW_CHARACTERS);
    Finding finding = findings(endless).getFirst();
    assertThat(finding.key()).isEqualTo("row-length");
    assertThat(finding.line()).isEqualTo(2);
    assertThat(findings("x".repeat(CsvRows.MOST_ROW_CHARACTERS + 2)).getFirst().key())
        .isEqualTo("row-length");
  }

  @Test
  void aWaveInWhichNobodyAnsweredIsNamed() {
    SurveyMap map =
        SurveyMapReader.read("team: T\nwave: Y\nscales: {joy: {items: [A], min: 1, max: 5}}\n");
    UnusableSurvey unusable =
        catchThrowableOfType(
            UnusableSurvey.class, () -> read("Y,T,A\n2024,1,5\n2023,1,NA\n2023,2,\n", map));
    assertThat(unusable.findings())
        .extracting(Finding::given, Finding::key)
        .containsExactly(tuple("2023", "some-answers"));
  }

  @Test
  void aWorkbookAndAnEmptyFileAreNamedAsSuch() {
    assertThat(unusable(new byte[] {'P', 'K', 3, 4, 0}).findings().getFirst().key())
        .isEqualTo("file-workbook");
    assertThat(unusable(new byte[0]).findings().getFirst().key()).isEqualTo("file-empty");
    assertThat(findings("\uFEFF").getFirst().key()).isEqualTo("file-empty");
    assertThat(findings("\n\r\n\n").getFirst().key()).isEqualTo("file-empty");
    for (Charset wide : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
      byte[] bytes = "\uFEFFT,A,B,C,H\n1,1,2,3,4\n".getBytes(wide);
      assertThat(unusable(bytes).findings().getFirst().key()).isEqualTo("utf-16");
    }
  }

  @Test
  void atMostAHundredMistakesAreCollected() {
    assertThat(findings("T,A,B,C,H\n" + "1,8,8,8,88\n".repeat(500))).hasSize(100);
  }

  @Test
  void aFileThatIsTooLargeOrTooLongIsNotRead() {
    var small = new SurveyFile.Limits(10, 2);
    assertThat(
            catchThrowableOfType(UnusableSurvey.class, () -> read("T,A,B,C,H\n1,1,1,1,1\n", small)))
        .extracting(problem -> problem.findings().getFirst().key())
        .isEqualTo("file-size");
    var few = new SurveyFile.Limits(1000, 2);
    assertThat(
            catchThrowableOfType(
                    UnusableSurvey.class, () -> read("T,A,B,C,H\n" + "1,1,1,1,1\n".repeat(3), few))
                .findings()
                .getFirst())
        .matches(finding -> finding.key().equals("rows") && finding.line() == 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void anySeparatorAnyNewlineAndAByteOrderMarkReadTheSame(String separator) {
    String file = "\uFEFFT,A,B,C,H\r\n1,1,2,3,4\r\n\r\n2,NA,,\" 3 \",24\r\n";
    Survey survey = read(file.replace(",", separator));
    assertThat(survey.waves().getFirst().teams().keySet())
        .containsExactly(List.of("1"), List.of("2"));
    Summary second = survey.waves().getFirst().teams().lastEntry().getValue();
    assertThat(second.histogram("joy.1").missing()).isEqualTo(1);
    assertThat(second.histogram("joy.3").count(3)).isEqualTo(1);
    assertThat(second.moments("joy").n()).as("a score of one item out of three").isZero();
  }

  @Test
  void aReversedItemCountsTheOtherWayRound() {
    Summary team =
        read("T,A,B,C,H\n1,5,1,5,0\n").waves().getFirst().teams().firstEntry().getValue();
    assertThat(team.histogram("joy.2").count(1)).as("kept as it was given").isEqualTo(1);
    assertThat(team.moments("joy").mean()).isEqualTo(5);
  }

  @Test
  void decimalsAreFoundAndSummedExactly() {
    Survey survey = read("T;A;B;C;H\n1;1,5;2;4,25;7,1\n1;2;3;1;8\n");
    Summary team = survey.waves().getFirst().teams().firstEntry().getValue();
    assertThat(team.moments("hours").mean()).isEqualTo(7.55);
    // (1.5 + 4 + 4.25) / 3 and (2 + 3 + 1) / 3
    assertThat(team.moments("joy").mean()).isEqualTo(2.625);
    assertThat(survey.questionnaire().shape().quantities()).hasSize(2);
  }

  @Test
  void aScoreWithDecimalsNeedsHalfOfItsItems() {
    Survey survey = read("T,A,B,C,H\n1,1.5,2,,1\n1,4.5,,,1\n1,,,,1\n");
    Summary team = survey.waves().getFirst().teams().firstEntry().getValue();
    // Two of three items, B turned round; one of three is too few.
    assertThat(team.moments("joy").n()).isEqualTo(1);
    assertThat(team.moments("joy").mean()).isEqualTo(2.75);
  }

  @Test
  void whoHasNoTeamCountsInTheWhole() {
    Survey survey = read("T,A,B,C,H\n,1,2,3,4\nNA,1,2,3,4\nx,1,2,3,4\n");
    assertThat(survey.waves().getFirst().teams().firstEntry().getKey()).isEmpty();
    assertThat(survey.waves().getFirst().teams().firstEntry().getValue().respondents())
        .isEqualTo(2);
  }

  @Test
  void teamsComeInTheOrderPeopleExpect() {
    Survey survey = read("T,A,B,C,H\nteam 10,1,2,3,4\nteam 2,1,2,3,4\nteam 1,1,2,3,4\n");
    assertThat(survey.waves().getFirst().teams().keySet())
        .containsExactly(List.of("team 1"), List.of("team 2"), List.of("team 10"));
  }

  @Test
  void eachWaveIsByItself() {
    SurveyMap map =
        SurveyMapReader.read("team: T\nwave: Y\nscales: {joy: {items: [A], min: 1, max: 5}}\n");
    Survey survey = read("Y,T,A\n2024,1,5\n2023,1,1\n2024,2,5\n", map);
    assertThat(survey.waves()).extracting(Survey.Wave::name).containsExactly("2023", "2024");
    assertThat(survey.waves()).extracting(Survey.Wave::people).containsExactly(1L, 2L);
    assertThat(
            catchThrowableOfType(UnusableSurvey.class, () -> read("Y,T,A\n,1,5\n", map))
                .findings()
                .getFirst()
                .column())
        .isEqualTo(1);
  }

  @Test
  void twoHalvesMergeIntoTheWhole() {
    List<String> rows = rows(new Random(SEED), 400);
    SequencedMap<List<String>, Summary> whole = teams(rows);
    SequencedMap<List<String>, Summary> one = teams(rows.subList(0, 150));
    SequencedMap<List<String>, Summary> two = teams(rows.subList(150, 400));
    whole.forEach((team, summary) ->
        assertThat(requireNonNull(one.get(team)).merge(requireNonNull(two.get(team))))
            .as("team %s, seed %d", team, SEED)
            .isEqualTo(summary));
  }

  private static List<String> rows(Random random, int count) {
    var rows = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      var row = new StringBuilder().append(random.nextInt(12));
      for (int most : new int[] {5, 5, 5, 24}) {
        row.append(',').append(random.nextInt(8) == 0 ? "NA" : 1 + random.nextInt(most));
      }
      rows.add(row.toString());
    }
    return rows;
  }

  private static SequencedMap<List<String>, Summary> teams(List<String> rows) {
    return read("T,A,B,C,H\n" + String.join("\n", rows)).waves().getFirst().teams();
  }

  private static List<Finding> findings(String file) {
    return unusable(file.getBytes(StandardCharsets.UTF_8)).findings();
  }

  private static UnusableSurvey unusable(byte[] file) {
    UnusableSurvey unusable =
        catchThrowableOfType(
            UnusableSurvey.class,
            () ->
                SurveyFile.read(
                    TextSource.of(file), MAP, SurveyFile.Limits.BROWSER, Progress.NONE));
    assertThat(unusable).isNotNull();
    return unusable;
  }

  private static Survey read(String file) {
    return read(file, MAP);
  }

  private static Survey read(String file, SurveyMap map) {
    return SurveyFile.read(
        TextSource.of(file.getBytes(StandardCharsets.UTF_8)),
        map,
        SurveyFile.Limits.BROWSER,
        Progress.NONE);
  }

  private static Survey read(String file, SurveyFile.Limits limits) {
    return SurveyFile.read(
        TextSource.of(file.getBytes(StandardCharsets.UTF_8)), MAP, limits, Progress.NONE);
  }
}
