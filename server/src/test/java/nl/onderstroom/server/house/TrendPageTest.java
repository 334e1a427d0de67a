package nl.onderstroom.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What changed between the rounds of the example company, as its people see it. */
@Tag("browser")
class TrendPageTest {
  private static final String PROGRAMME_LEAD = "samira.el.idrissi@oeverman.example";

  @Test
  void belowEachIcebergStandsWhatChangedSinceTheRoundBefore() {
    try (House house = House.demo();
        var chromium = new Chromium()) {
      for (int width : List.of(390, 1280)) {
        ColorScheme scheme = width == 390 ? ColorScheme.DARK : ColorScheme.LIGHT;
        try (BrowserContext visit = chromium.visit(width, scheme, true)) {
          Page page = visit.newPage();
          page.setDefaultTimeout(30_000);
          page.navigate(house.url() + "/sign-in");
          page.locator("form:has(input[value='" + PROGRAMME_LEAD + "']) button").click();
          page.waitForURL(house.url() + "/");

          page.navigate(house.url() + "/rounds/6/iceberg");
          Locator trend = page.locator("section.trend");
          assertThat(trend.locator("h2").innerText())
              .isEqualTo("Wat er veranderde sinds Polsslag 5");
          assertThat(trend.locator("li").first().innerText())
              .matches("“AI in mijn werk” ligt nu gemiddeld tussen 0,[0-9] en 0,[0-9] hoger.*");
          trend.locator("summary").click();
          assertThat(trend.locator("tbody tr").count()).isEqualTo(10);
          Accessibility.check(page);
          trend.screenshot(
              new Locator.ScreenshotOptions()
                  .setPath(Path.of("target/screens", "trend" + width + ".png")));

          String team =
              "/rounds/6/iceberg?unit="
                  + page.locator("option", new Page.LocatorOptions().setHasText("ICT"))
                      .first()
                      .getAttribute("value");
          page.navigate(house.url() + team);
          assertThat(page.locator("section.trend").innerText()).contains("ten minste 30 mensen");
          page.screenshot(
              new Page.ScreenshotOptions()
                  .setFullPage(true)
                  .setPath(Path.of("target/screens", "trend-team" + width + ".png")));

          page.navigate(house.url() + "/rounds/1/iceberg");
          assertThat(page.locator("section.trend").innerText())
              .contains("Er is geen eerdere ronde");
        }
      }
    }
  }
}
