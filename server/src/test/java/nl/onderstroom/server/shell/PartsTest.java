package nl.onderstroom.server.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every part in a browser: by day and by night, on a telephone and on a desk, without scripts. */
@Tag("browser")
@SpringBootTest(
    classes = ShellAlone.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "onderstroom.parts=true")
class PartsTest {
  private static final List<String> FLAGS =
      List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking");
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final String FETCHED_FONTS =
      """
      document.fonts.ready.then(() =>
        [...document.fonts].filter((font) => font.status !== 'unloaded').map((font) => font.family).join())
      """;

  private static Playwright playwright;
  private static Browser chromium;

  @LocalServerPort private int port;

  @BeforeAll
  static void open() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(onPath()).setArgs(FLAGS));
  }

  @AfterAll
  static void close() {
    playwright.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/parts, 390, LIGHT",
    "/parts, 1280, LIGHT",
    "/parts, 390, DARK",
    "/parts, 1280, DARK",
    "/parts/answering, 390, LIGHT",
    "/parts/answering, 1280, DARK",
    "/not/there, 390, LIGHT"
  })
  void partsAreAccessibleAndFitTheirScreen(String path, int width, ColorScheme scheme) {
    try (BrowserContext context = visit(width, scheme, true)) {
      var page = context.newPage();
      var complaints = new ArrayList<String>();
      page.onConsoleMessage(message -> complaints.add(message.text()));
      page.navigate("http://localhost:" + port + path);
      AxeResults results = new AxeBuilder(page).withTags(WCAG).analyze();
      assertThat(results.getPasses()).as("rules that were checked").isNotEmpty();
      assertThat(results.getViolations()).extracting(PartsTest::told).isEmpty();
      assertThat(page.evaluate("document.documentElement.scrollWidth"))
          .as("width of the page on a screen of %d pixels", width)
          .isEqualTo(width);
      assertThat(complaints)
          .as("complaints of the browser, such as about the content policy")
          .allMatch(complaint -> complaint.contains("status of 404") && path.startsWith("/not"));
    }
  }

  @Test
  void theMenuOfATelephoneOpensWithoutScripts() {
    try (BrowserContext context = visit(390, ColorScheme.LIGHT, false)) {
      var page = context.newPage();
      page.navigate("http://localhost:" + port + "/parts");
      var menu = page.locator(".menu-small nav");
      assertThat(menu.isVisible()).isFalse();
      page.locator(".menu-small summary").click();
      assertThat(menu.isVisible()).isTrue();
      assertThat(menu.locator("[aria-current=page]").innerText()).isEqualTo("Rondes");
    }
  }

  @Test
  void wherePeopleAnswerNoFontIsFetched() {
    try (BrowserContext context = visit(390, ColorScheme.LIGHT, true)) {
      var page = context.newPage();
      page.navigate("http://localhost:" + port + "/parts/answering");
      assertThat(page.evaluate(FETCHED_FONTS)).isEqualTo("");
      page.navigate("http://localhost:" + port + "/parts");
      assertThat(page.evaluate(FETCHED_FONTS)).asString().contains("Source Serif");
    }
  }

  private static BrowserContext visit(int width, ColorScheme scheme, boolean scripts) {
    return chromium.newContext(
        new Browser.NewContextOptions()
            .setViewportSize(width, 900)
            .setLocale("nl-NL")
            .setColorScheme(scheme)
            .setJavaScriptEnabled(scripts));
  }

  private static String told(Rule rule) {
    return rule.getId() + " " + rule.getNodes().stream().map(node -> node.getHtml()).toList();
  }

  private static Path onPath() {
    return Arrays.stream(System.getenv("PATH").split(":", -1))
        .flatMap(folder ->
            List.of("chromium", "chromium-browser", "google-chrome").stream()
                .map(Path.of(folder)::resolve))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No Chromium on the PATH: install chromium."));
  }
}
