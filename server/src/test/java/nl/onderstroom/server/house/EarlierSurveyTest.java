package nl.onderstroom.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The programme lead of an empty house brings an earlier survey along. */
@Tag("browser")
class EarlierSurveyTest {
  private static final String MAP =
      """
      team: [DEPT, TEAM]
      wave: YEAR
      scales:
        leadership: {items: [L1, L2], min: 1, max: 5, label: {nl: Leiderschap, en: Leadership}, layer: inspire}
        joy: {items: [J], min: 0, max: 10, label: {nl: Plezier, en: Joy}, layer: flourish}
      """;

  private static House house;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    house = House.demo();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void aFileAndAMapBecomeAnIceberg() {
    try (var chromium = new Chromium();
        BrowserContext desk = chromium.visit(1280, ColorScheme.LIGHT, true)) {
      Page page = desk.newPage();
      page.setDefaultTimeout(15_000);
      page.navigate(house.url() + "/sign-in");
      page.locator("button[aria-label*='Samira El Idrissi']").first().click();
      page.navigate(house.url() + "/history");
      look(page, "history");
      page.navigate(house.url() + "/history/new");
      look(page, "new");

      fill(page, answers().replace("5,2,7", "5,2,77"), MAP);
      assertThat(page.locator(".problems").innerText()).contains("J", "77", "van 0 tot 10");
      look(page, "problems");
      fill(page, answers(), MAP.replace("wave", "waev"));
      assertThat(page.locator(".problems").innerText()).contains("waev", "“wave”");
      fill(page, answers(), MAP);
      page.waitForURL(Pattern.compile("/history/[0-9]+$"));
      look(page, "preview");

      page.locator("form[action$='/application'] button").last().click();
      page.waitForURL(Pattern.compile("/rounds/[0-9]+/iceberg"));
      assertThat(page.locator("main").innerText()).contains("Leiderschap", "Plezier");
      look(page, "iceberg");
      page.navigate(house.url() + "/history");
      assertThat(page.locator("main").innerText()).contains("Medewerkersonderzoek · 2024");
      look(page, "listed");
    }
  }

  private static void look(Page page, String name) {
    Accessibility.check(page);
    page.setViewportSize(390, 900);
    Accessibility.check(page);
    picture(page, name + "-390");
    page.setViewportSize(1280, 900);
    picture(page, name + "-1280");
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "screenshots", "earlier-survey-" + name + ".png")));
  }

  private static void fill(Page page, String answers, String map) {
    page.locator("#name").fill("Medewerkersonderzoek");
    page.locator("#heldOn").fill("2024-11-30");
    page.locator("#answers")
        .setInputFiles(
            new FilePayload(
                "antwoorden.csv", "text/csv", answers.getBytes(StandardCharsets.UTF_8)));
    page.locator("#map").fill(map);
    page.locator("main form button[type=submit]").first().click();
    page.waitForLoadState();
  }

  private static String answers() {
    var rows = new StringBuilder("YEAR,DEPT,TEAM,L1,L2,J\n");
    for (int i = 0; i < 200; i++) {
      String dept = i % 2 == 0 ? "Zorg" : "Kantoor";
      String team = i < 6 ? "klein" : "team " + i % 8 / 2;
      rows.append(
          "%d,%s,%s,%d,%d,%d\n"
              .formatted(2023 + i % 3 / 2, dept, team, 1 + i % 5, 1 + i % 4, i % 11));
    }
    return rows.append("2024,Zorg,team 1,5,2,7\n").toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "YEAR,DEPT,TEAM,L1,L2|een kolom “J”",
        "YEAR,DEPT,TEAM,L1,L2,J,J;2024,a,b,1,1,1,1|kolom 6 heet ook zo",
        "YEAR,DEPT,TEAM,L1,L2,J;2024,a,b,1,6,1|een getal van 1 tot 5",
        "YEAR,DEPT,TEAM,L1,L2,J;2024,a,b,1,1|6 cellen",
        "YEAR,DEPT,TEAM,L1,L2,J;2024,\"a,b,1,1,1|een tweede aanhalingsteken",
        "YEAR,DEPT,TEAM,L1,L2,J;2024,\u00e9,b,1,1,1|UTF-8",
        "YEAR,DEPT,TEAM,L1,L2,J;2024,a,b,,NA,|minstens één antwoord",
        "YEAR,DEPT,TEAM,L1,L2,J|minstens één rij",
        "YEAR,DEPT,TEAM,L1,L2,J;2024,a,b,1,1,1|minstens 7 mensen",
      })
  void aMistakeIsAnsweredInWordsAndNothingIsKept(String file, String expected) throws IOException {
    var database = new DataFolder(house.data());
    long before = database.count("pending_survey");
    Path answers = folder.resolve("answers.csv");
    Files.writeString(answers, file.replace(';', '\n'), StandardCharsets.ISO_8859_1);
    var samira = new Guest(house.url());
    samira.be("samira.el.idrissi@oeverman.example");
    Guest.Answer answer =
        samira.upload(
            "/history/new",
            "/history",
            "answers",
            answers,
            true,
            "name",
            "Toen",
            "heldOn",
            "2024-11-30",
            "floor",
            "7",
            "map",
            MAP);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains(expected);
    assertThat(database.count("pending_survey")).isEqualTo(before);
  }
}
