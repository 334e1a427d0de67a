package nl.onderstroom.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import nl.onderstroom.server.report.SurveyAnalysis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report of a survey, as somebody gets it by mail: a file, opened in a browser. */
@Tag("browser")
class SurveyPageTest {
  private static final String MAP =
      """
      team: [DEPARTMENT, TEAM]
      wave: YEAR
      scales:
        joy: {items: [A, B, C], min: 1, max: 5, label: {nl: Plezier in het werk, en: Joy at work}, layer: flourish}
        mix: {items: [D, E, F], min: 1, max: 5, label: Een mengsel van vragen die niets met elkaar te maken hebben}
        use: {items: [G], min: 0, max: 4, label: Gebruik}
      """;

  private static Chromium chromium;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  /** Few teams, many, and more than the picture holds. */
  @ParameterizedTest
  @CsvSource({"4,nl", "40,en", "201,nl"})
  void everyoneCanReadItOnAnyScreen(int teams, String language) throws Exception {
    Path file = report(teams, language);
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : List.of(390, 1280)) {
        try (BrowserContext visit = chromium.visit(width, scheme, true)) {
          Page page = visit.newPage();
          var asked = new ArrayList<String>();
          page.onRequest(request -> asked.add(request.url()));
          page.navigate(file.toUri().toString());
          page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
          Accessibility.checkOneOfFour(page, width, scheme);
          assertThat(asked).as("what it fetches").containsExactly(file.toUri().toString());
          assertThat(page.locator("section:has(svg):not(:has(table))").count())
              .as("pictures without a table")
              .isZero();
          page.screenshot(
              new Page.ScreenshotOptions()
                  .setFullPage(true)
                  .setPath(
                      Path.of("target/screenshots")
                          .resolve("survey-%d-%d-%s.png".formatted(teams, width, scheme))));
        }
      }
    }
  }

  private Path report(int teams, String language) throws Exception {
    var random = new SplittableRandom(teams);
    var rows = new StringBuilder("YEAR,DEPARTMENT,TEAM,A,B,C,D,E,F,G\n");
    for (int person = 0; person < 24 * teams; person++) {
      int team = person % teams;
      int leaning = team % 5 - 2 + random.nextInt(-1, 2);
      int year = 2025 + person / (12 * teams);
      rows.append("%d,Afdeling %d,Team %d met een naam".formatted(year, team % 3, team));
      for (int item = 0; item < 3; item++) {
        rows.append(',').append(Math.clamp(3L + leaning + random.nextInt(-1, 2), 1, 5));
      }
      for (int item = 0; item < 3; item++) {
        rows.append(',').append(1 + random.nextInt(5));
      }
      rows.append(',').append(random.nextInt(5)).append('\n');
    }
    Path data = Files.writeString(folder.resolve("answers.csv"), rows);
    Path map = Files.writeString(folder.resolve("map.yaml"), MAP);
    new SurveyAnalysis(Locale.of(language), new PrintWriter(new StringWriter()))
        .write(data, map, folder, 7);
    return folder.resolve("survey.html");
  }
}
