package nl.onderstroom.server.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
  private static final int FLOOR = 7;
  private static final Map<String, String> COMPANIES =
      Map.of(
          "Leiderschap", "LEAD",
          "Samenhang", "COHES",
          "Welbevinden", "WBEING",
          "Uren werk per dag", "HRS");
  private static final Map<String, String> AI =
      Map.of(
          "Gebruik van AI", "AIUseScore",
          "Gevoel over AI", "AISentScore",
          "Vertrouwen in wat AI maakt", "AITrustScore");

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
    var table = Table.of(SharedData.file("data/surveys/bh1996/bh1996.csv"));
    try (BrowserContext desk = chromium.visit(1280, ColorScheme.LIGHT, true)) {
      Page page = desk.newPage();
      bring(
          page,
          "Compagnieën 1996",
          table,
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
      assertMeans(page, table, COMPANIES);
      List<String> units = page.locator("#unit option").allTextContents();
      assertThat(units.subList(1, 5)).map(String::strip).containsExactly("1", "2", "3", "4");
      page.locator("#unit").selectOption("42");
      page.locator(".choosers button").click();
      page.waitForURL(Pattern.compile("unit=42"));
      assertMeans(page, table.where("GRP", "42"), COMPANIES);
      look(page, "companies-unit");
    }
  }

  @Test
  void thirtyThousandPeopleOnAiComeAlong() throws IOException {
    var table = Table.of(SharedData.file("data/surveys/so2025_ai/so2025_ai.csv"));
    Map<String, Long> teams =
        table.rows().stream()
            .collect(
                Collectors.groupingBy(
                    row -> code(table.cell(row, "Level")) + "/" + code(table.cell(row, "Age")),
                    Collectors.counting()));
    try (BrowserContext desk = chromium.visit(1280, ColorScheme.LIGHT, true)) {
      Page page = desk.newPage();
      bring(
          page,
          "Ontwikkelaars en AI 2025",
          table,
          """
          team: [Level, Age]
          scales:
            use: {items: [AIUseScore], min: 0, max: 4, label: {nl: Gebruik van AI, en: Use of AI}, layer: above}
            sentiment: {items: [AISentScore], min: 1, max: 5, label: {nl: Gevoel over AI, en: Feeling about AI}, layer: below}
            trust: {items: [AITrustScore], min: 1, max: 5, label: {nl: Vertrouwen in wat AI maakt, en: Trust in what AI makes}, layer: below}
          """,
          "30.482",
          Integer.toString(teams.size()));
      assertMeans(page, table, AI);
      String iceberg = page.url().replaceAll("\\?.*", "");
      assertThat(page.locator("#unit option").allTextContents())
          .map(String::strip)
          .contains("Junior Developer › 18-24", "Senior Developer › 18-24");
      page.navigate(iceberg + "?unit=" + URLEncoder.encode("Junior Developer", UTF_8));
      assertMeans(page, table.where("Level", "Junior Developer"), AI);
      look(page, "ai-unit");
      String small =
          teams.entrySet().stream()
              .filter(team -> team.getValue() < FLOOR)
              .map(Map.Entry::getKey)
              .findFirst()
              .orElseThrow();
      page.navigate(iceberg + "?unit=" + URLEncoder.encode(small, UTF_8));
      assertThat(page.locator(".tables").count()).as("figures of %s", small).isZero();
      assertThat(page.locator("main").innerText()).contains("hangt mist");
      look(page, "ai-small");
    }
  }

  /**
   * @param columns the column behind each label
   */
  private static void assertMeans(Page page, Table table, Map<String, String> columns) {
    columns.forEach((label, column) -> {
      List<Double> answers = table.numbers(column);
      double mean = answers.stream().mapToDouble(each -> each).average().orElseThrow();
      assertThat(figures(page, label))
          .as(label)
          .startsWith(dutch(mean, 2))
          .endsWith(dutch(answers.size(), 0));
    });
  }

  /** A slash within a name is no step down. */
  private static String code(String name) {
    return name.replace("%", "%25").replace("/", "%2F");
  }

  private static String dutch(double number, int decimals) {
    NumberFormat format = NumberFormat.getNumberInstance(Locale.of("nl"));
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(number);
  }

  /** The cells of the row with this heading, in the table under the picture. */
  private static List<String> figures(Page page, String heading) {
    return page.locator(".tables tr:has(th:text-is(\"" + heading + "\")) td").allTextContents();
  }

  private void bring(Page page, String name, Table table, String map, String... understood)
      throws IOException {
    page.setDefaultTimeout(30_000);
    page.navigate(house.url() + "/sign-in");
    page.locator("button[aria-label*='Samira El Idrissi']").first().click();
    page.navigate(house.url() + "/history/new");
    page.locator("#name").fill(name);
    page.locator("#heldOn").fill("2024-11-30");
    page.locator("#answers").setInputFiles(table.file());
    page.locator("#mapFile").setInputFiles(Files.writeString(folder.resolve("map.yaml"), map));
    page.locator("main form button[type=submit]").first().click();
    page.waitForURL(Pattern.compile("/history/[0-9]+$"));
    assertThat(page.locator("main").innerText()).contains(understood);
    assertThat(page.locator("h1").innerText()).contains(name);
    String shot = understood.length == 0 ? name : understood[0];
    look(page, shot + "-preview");
    page.locator("form[action$='/application'] button").last().click();
    page.waitForURL(Pattern.compile("/rounds/[0-9]+/iceberg"));
    look(page, shot + "-iceberg");
  }

  private static void look(Page page, String name) {
    for (int width : List.of(390, 1280)) {
      page.setViewportSize(width, 900);
      Accessibility.check(page);
      for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
            .as("width of %s", name)
            .isLessThanOrEqualTo(width);
        page.screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(
                    Path.of("target/screenshots", "real-" + name + "-" + width + scheme + ".png")));
      }
    }
  }

  /** A file of answers as plain cells. */
  private record Table(Path file, List<String> headings, List<List<String>> rows) {
    private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    static Table of(Path file) throws IOException {
      var rows = new ArrayList<List<String>>();
      for (String line : Files.readAllLines(file)) {
        rows.add(List.of(COMMA.split(line, -1)));
      }
      return new Table(file, rows.getFirst(), rows.subList(1, rows.size()));
    }

    String cell(List<String> row, String column) {
      return row.get(headings.indexOf(column));
    }

    Table where(String column, String value) {
      List<List<String>> these =
          rows.stream().filter(row -> cell(row, column).equals(value)).toList();
      return new Table(file, headings, these);
    }

    List<Double> numbers(String column) {
      return rows.stream()
          .map(row -> cell(row, column))
          .filter(cell -> !cell.isEmpty() && !cell.equals("NA"))
          .map(Double::valueOf)
          .toList();
    }
  }
}
