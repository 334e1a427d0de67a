package nl.onderstroom.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real surveys come along in the browser; what the pages say is compared with sums made here,
 * straight from the file.
 */
@Tag("browser")
class RealSurveyTest {
  private static House house;
  private static Chromium chromium;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    house = House.demo();
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    chromium.close();
    house.close();
  }

  @Test
  void ninetyNineCompaniesComeAlong() throws IOException {
    Path data = SharedData.file("data/surveys/bh1996/bh1996.csv");
    System.out.println(rows(data).size());
    try (BrowserContext desk = chromium.visit(1280, ColorScheme.LIGHT, true)) {
      Page page = desk.newPage();
      bring(
          page,
          "companies",
          data,
          """
          team: GRP
          scales:
            leadership: {items: [LEAD], min: 1, max: 5, label: {nl: Leiderschap, en: Leadership}, layer: inspire}
            cohesion: {items: [COHES], min: 1, max: 5, label: {nl: Samenhang, en: Cohesion}, layer: below}
            wellbeing: {items: [WBEING], min: 0, max: 5, label: {nl: Welbevinden, en: Well-being}, layer: flourish}
            hours: {items: [HRS], min: 0, max: 24, label: {nl: Uren werk per dag, en: Hours of work a day}, layer: above}
          """,
          "7.382",
          "99");
      System.out.println("XX " + page.locator("main").innerText());
      System.out.println("XX " + page.locator(".tables").textContent());
      go(page, "companies-unit", "unit", "42");
      System.out.println("XX " + page.url() + page.locator("main").innerText());
    }
  }

  @Test
  void thirtyThousandPeopleOnAiComeAlong() throws IOException {
    Path data = SharedData.file("data/surveys/so2025_ai/so2025_ai.csv");
    System.out.println(rows(data).size());
    try (BrowserContext desk = chromium.visit(1280, ColorScheme.LIGHT, true)) {
      Page page = desk.newPage();
      bring(
          page,
          "ai",
          data,
          """
          team: [Level, Age]
          scales:
            use: {items: [AIUseScore], min: 0, max: 4, label: {nl: Gebruik van AI, en: Use of AI}, layer: above}
            sentiment: {items: [AISentScore], min: 1, max: 5, label: {nl: Gevoel over AI, en: Feeling about AI}, layer: below}
            trust: {items: [AITrustScore], min: 1, max: 5, label: {nl: Vertrouwen in wat AI maakt, en: Trust in what AI makes}, layer: below}
          """,
          "30.482",
          "42");
      System.out.println("XX " + page.locator("main").innerText());
      System.out.println("XX " + page.locator(".tables").textContent());
      go(page, "ai-unit", "unit", "Junior Developer");
      System.out.println("XX " + page.url() + page.locator("main").innerText());
    }
  }

  private static List<String[]> rows(Path file) throws IOException {
    try (var lines = Files.lines(file)) {
      return lines.map(line -> line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)).toList();
    }
  }

  private void bring(Page page, String name, Path data, String map, String... understood)
      throws IOException {
    page.setDefaultTimeout(30_000);
    page.navigate(house.url() + "/sign-in");
    page.locator("button[aria-label*='Samira El Idrissi']").first().click();
    page.navigate(house.url() + "/history/new");
    page.locator("#name").fill("Onderzoek " + name);
    page.locator("#heldOn").fill("2024-11-30");
    page.locator("#answers").setInputFiles(data);
    page.locator("#mapFile").setInputFiles(Files.writeString(folder.resolve("map.yaml"), map));
    page.locator("main form button[type=submit]").first().click();
    page.waitForURL(Pattern.compile("/history/[0-9]+$"));
    assertThat(page.locator("main").innerText()).contains(understood);
    look(page, name + "-preview");
    page.locator("form[action$='/application'] button").last().click();
    page.waitForURL(Pattern.compile("/rounds/[0-9]+/iceberg"));
    look(page, name + "-iceberg");
  }

  private static void go(Page page, String name, String select, String label) {
    page.locator("#" + select)
        .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(label));
    page.locator(".choosers button").click();
    page.waitForURL(Pattern.compile("unit="));
    look(page, name);
  }

  private static void look(Page page, String name) {
    for (int width : List.of(390, 1280)) {
      page.setViewportSize(width, 900);
      Accessibility.check(page);
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(
                    Path.of(
                        "target/screenshots",
                        "real-" + name + "-" + width + "-" + scheme + ".png")));
      }
    }
  }
}
