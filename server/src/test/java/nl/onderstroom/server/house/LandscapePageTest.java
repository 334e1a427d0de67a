package nl.onderstroom.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.onderstroom.server.landscape.LandscapePages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of a landscape, as somebody gets it by mail: a file, opened in a browser. */
@Tag("browser")
class LandscapePageTest {
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

  @ParameterizedTest
  @CsvSource({"1,300", "3,900", "8,2500", "4,20000"})
  void everyoneCanReadItOnAnyScreen(int groups, int people) throws IOException {
    Path file = folder.resolve("landscape.html");
    Files.writeString(file, LandscapePages.html(groups, people));
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : List.of(390, 1280)) {
        try (BrowserContext visit = chromium.visit(width, scheme, true)) {
          Page page = visit.newPage();
          var asked = new java.util.ArrayList<String>();
          page.onRequest(request -> asked.add(request.url()));
          page.navigate(file.toUri().toString());
          page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
          Accessibility.checkOneOfFour(page, width, scheme);
          assertThat(asked).as("what it fetches").containsExactly(file.toUri().toString());
          page.screenshot(
              new Page.ScreenshotOptions()
                  .setFullPage(true)
                  .setPath(
                      Path.of("target/screenshots")
                          .resolve("landscape-%d-%d-%s.png".formatted(groups, width, scheme))));
        }
      }
    }
  }
}
