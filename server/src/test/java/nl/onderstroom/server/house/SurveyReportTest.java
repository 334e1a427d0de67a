package nl.onderstroom.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import nl.onderstroom.server.report.SurveyAnalysis;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report of the command line with all of its parts, as people see it. */
@Tag("browser")
class SurveyReportTest {
  private static final String MAP =
      """
      team: T
      wave: W
      scales:
        lead: {items: [L], min: 1, max: 5, label: {nl: Leiderschap, en: Leadership}}
        joy: {items: [J], min: 0, max: 10, label: {nl: Plezier, en: Joy}}
      outcome: joy
      drivers: [lead, HOURS]
      treated: {column: ACTED}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"nl,LIGHT", "en,DARK"})
  void everyPartCanBeReadByEverybody(String language, ColorScheme scheme) throws Exception {
    Path answers = Files.writeString(folder.resolve("answers.csv"), answers());
    Path map = Files.writeString(folder.resolve("map.yaml"), MAP);
    new SurveyAnalysis(Locale.of(language), new PrintWriter(new StringWriter()))
        .write(answers, map, folder.resolve("out"), 7);
    try (var chromium = new Chromium();
        BrowserContext desk = chromium.visit(1280, scheme, true)) {
      Page page = desk.newPage();
      page.navigate(folder.resolve("out/survey.html").toUri().toString());
      page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
      assertThat(page.locator(".drivers svg").count()).isPositive();
      assertThat(page.locator(".changes svg").count()).isPositive();
      assertThat(page.locator(".effects svg").count()).isPositive();
      Accessibility.check(page);
      picture(page, language + "-1280");
      page.setViewportSize(390, 900);
      Accessibility.check(page);
      picture(page, language + "-390");
    }
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "screenshots", "survey-report-" + name + ".png")));
  }

  private static String answers() {
    var random = new SplittableRandom(3);
    var rows = new StringBuilder("T,W,L,J,HOURS,ACTED\n");
    for (int team = 1; team <= 32; team++) {
      int people = team == 1 ? 40 : 8;
      for (int wave = 2022; wave <= 2024; wave++) {
        for (int i = 0; i < people; i++) {
          int lead = random.nextInt(1, 6);
          int joy = lead + random.nextInt(0, 4) + (wave > 2022 && team < 16 ? 1 : 0);
          rows.append(
              "team %d,%d,%d,%d,%d,%s\n"
                  .formatted(
                      team, wave, lead, joy, random.nextInt(4, 13), team < 16 ? "2023" : "NA"));
        }
      }
    }
    return rows.toString();
  }
}
