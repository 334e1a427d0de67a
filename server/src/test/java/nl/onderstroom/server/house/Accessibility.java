package nl.onderstroom.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;
import java.util.List;

/** What every page has to pass: WCAG 2.2 AA by axe-core, and no scrolling sideways. */
public final class Accessibility {
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private Accessibility() {}

  public static void check(Page page) {
    AxeResults results = new AxeBuilder(page).withTags(WCAG).analyze();
    assertThat(results.getPasses()).as("rules checked on %s", page.url()).isNotEmpty();
    assertThat(results.getViolations())
        .as("violations on %s", page.url())
        .extracting(
            rule -> rule.getId() + rule.getNodes().stream().map(node -> node.getHtml()).toList())
        .isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("%s fits its screen", page.url())
        .isEqualTo(true);
  }
}
