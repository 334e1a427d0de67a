package nl.onderstroom.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;

/** What every page has to pass: WCAG 2.2 AA by axe-core, and no scrolling sideways. */
public final class Accessibility {
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final int DESK = 800;

  private Accessibility() {}

  /**
   * Takes seconds on a page with thousands of elements, most of them for the contrast of each text.
   */
  public static void check(Page page) {
    var options = new AxeRunOptions();
    // Of what passes it would send every element, which takes longer than to look at them.
    options.setResultTypes(List.of("violations"));
    AxeResults results =
        // "Legacy": in the page itself. No page of ours has frames, for which there is the other.
        new AxeBuilder(page).options(options).withTags(WCAG).setLegacyMode(true).analyze();
    assertThat(results.getPasses()).as("rules checked on %s", page.url()).isNotEmpty();
    assertThat(results.getViolations())
        .as("violations on %s", page.url())
        .extracting(
            rule -> rule.getId() + rule.getNodes().stream().map(node -> node.getHtml()).toList())
        .isEmpty();
    checkFits(page);
  }

  /**
   * Of a page that is seen by day and by night, on a phone and on a desk: a phone by night and a
   * desk by day with every rule, the other two by whether they fit. Colours depend on the scheme
   * and what lies where on the width, so each of these is looked at with every rule.
   */
  public static void checkOneOfFour(Page page, int width, ColorScheme scheme) {
    if ((scheme == ColorScheme.DARK) == (width < DESK)) {
      check(page);
    } else {
      checkFits(page);
    }
  }

  private static void checkFits(Page page) {
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("%s fits its screen", page.url())
        .isEqualTo(true);
  }
}
