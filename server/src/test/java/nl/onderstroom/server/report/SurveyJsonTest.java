package nl.onderstroom.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import nl.onderstroom.server.shell.Languages;
import nl.onderstroom.server.survey.Progress;
import nl.onderstroom.server.survey.Survey;
import nl.onderstroom.server.survey.SurveyFile;
import nl.onderstroom.server.survey.SurveyMap;
import nl.onderstroom.server.survey.SurveyMapReader;
import nl.onderstroom.server.survey.SurveyTree;
import nl.onderstroom.server.tabular.TextSource;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SurveyJsonTest {
  private static final long SEED = 20261123;

  private static final SurveyMap MAP =
      SurveyMapReader.read(
          """
          team: T
          scales:
            joy: {items: [A, B, C], reversed: [B], min: 1, max: 5}
            hours: {items: [H], min: 0, max: 24}
          """);

  @Test
  void theOrderOfRowsDoesNotMatter() {
    var random = new Random(SEED);
    List<String> rows = rows(random, 400);
    String before = report(rows);
    Collections.shuffle(rows, random);
    assertThat(report(rows)).as("seed %d", SEED).isEqualTo(before);
  }

  /** Three items of .8 each on what they share: 3 × .64 / (1 + 2 × .64) is their true alpha. */
  @Test
  void whatLevelsHideIsToldBesideTheReliabilityOfTheScore() {
    var random = new Random(SEED);
    var rows = new ArrayList<String>();
    for (int i = 0; i < 4000; i++) {
      double shared = random.nextGaussian();
      var row = new StringBuilder().append(i % 12);
      for (int item = 0; item < 3; item++) {
        double latent = .8 * shared + .6 * random.nextGaussian();
        int level = latent < .4 ? 1 : latent < 1.2 ? 2 : 3;
        row.append(',').append(item == 1 ? 6 - level : level);
      }
      rows.add(row.append(",8").toString());
    }
    JsonNode scales = JsonMapper.shared().readTree(report(rows)).get("scales");
    JsonNode joy = scales.get("joy");
    assertThat(joy.get("ordinal").get("alpha").asDouble()).isCloseTo(1.92 / 2.28, within(.015));
    assertThat(joy.get("ordinal").get("omega").asDouble()).isCloseTo(1.92 / 2.28, within(.015));
    assertThat(joy.get("alpha").asDouble()).isLessThan(.8);
    assertThat(scales.get("hours").get("ordinal").get("alpha").isNull()).as("one item").isTrue();
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

  private static String report(List<String> rows) {
    String file = "T,A,B,C,H\n" + String.join("\n", rows);
    Survey survey =
        SurveyFile.read(
            TextSource.of(file.getBytes(StandardCharsets.UTF_8)),
            MAP,
            SurveyFile.Limits.COMMAND_LINE,
            Progress.NONE);
    Survey.Wave wave = survey.waves().getFirst();
    SurveyTree tree = SurveyTree.of(survey.questionnaire().shape(), wave, 7, "All");
    return SurveyJson.write(
        Languages.withoutServer().words(Locale.of("nl")),
        List.of(WaveReport.of(wave, MAP, survey, tree, 7)),
        7);
  }
}
