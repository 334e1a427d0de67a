package nl.onderstroom.server.house;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Objects;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Questionnaire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What somebody meets who answers on a phone: by thumb or by keyboard, with or without scripts. */
@Tag("browser")
class AnsweringTest {
  private static final String MAIL = "fatma.yildiz@oeverman.example";
  private static final double THUMB = 44;

  private static House house;
  private static Chromium chromium;

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

  private interface Visit {
    void to(Page page);
  }

  private static void onAPhone(boolean scripts, Visit visit) {
    try (BrowserContext phone = chromium.visit(390, ColorScheme.LIGHT, scripts)) {
      Page page = phone.newPage();
      page.setDefaultTimeout(30_000);
      visit.to(page);
    }
  }

  /** As a guest of the example company does: with the code that stands on Fatma's page. */
  private static void fetchHerBallot(Page page) {
    page.navigate(house.url() + "/sign-in");
    page.locator("form:has(input[value='" + MAIL + "']) button").click();
    page.navigate(house.url() + "/my-rounds/7");
    String code = page.locator("#recovery-code").innerText();
    page.locator("#to-wallet").click();
    page.locator("#have-code").click();
    page.locator("#typed").fill(code);
    page.locator("#enter-code button").click();
    page.locator("#to-fetch").click();
    page.locator("[data-state=done]").waitFor();
  }

  @Test
  void theWholeWayIsWalkedWithTheKeyboardAndWhereYouAreShows() {
    onAPhone(
        true,
        page -> {
          fetchHerBallot(page);
          page.navigate(house.answersUrl() + "/answer/7");
          for (Question.Asked question : Questionnaire.FIRST.asked()) {
            Locator screen = page.locator("#question-" + question.key());
            assertThat(screen).isVisible();
            tabTo(page, "#question-" + question.key() + " input");
            page.keyboard().press("Space");
            assertThat(screen.locator("input:checked")).hasCount(1);
            if (question.limit() > 1) {
              tabTo(page, "#question-" + question.key() + " .pager button:not(.quiet)");
            }
            // On a choice, Enter sends a form; here it goes on to the next question.
            page.keyboard().press("Enter");
            assertThat(screen).isHidden();
          }
          tabTo(page, "#question-send button[type=submit]");
          page.keyboard().press("Enter");
          assertThat(page.locator("#wallet [data-say=thanks]").first()).isVisible();
          assertThat(page.locator("#wallet")).isFocused();
        });
  }

  @Test
  void whatAThumbPressesIsLargeEnough() {
    onAPhone(
        true,
        page -> {
          page.navigate(house.answersUrl() + "/answer/7");
          page.locator(".pager button:visible").click();
          for (Locator target : page.locator("label.choice:visible, .pager button:visible").all()) {
            var box = Objects.requireNonNull(target.boundingBox());
            assertThat(Math.min(box.width, box.height)).isGreaterThanOrEqualTo(THUMB);
          }
        });
  }

  @Test
  void withoutScriptsItIsSaidWhyNothingCanBeSent() {
    onAPhone(
        false,
        page -> {
          page.navigate(house.answersUrl() + "/answer/7");
          assertThat(page.locator("main .notice").first()).isVisible();
          assertThat(page.locator("#sheet [type=submit]")).isDisabled();
          page.navigate(house.answersUrl() + "/wallet");
          assertThat(page.locator("main .notice").first()).isVisible();
        });
  }

  /** Presses Tab until it is there, and requires that every stop on the way can be seen. */
  private static void tabTo(Page page, String selector) {
    for (int presses = 0; presses < 12; presses++) {
      page.keyboard().press("Tab");
      assertThat(
              (Boolean)
                  page.evaluate(
                      """
                      () => [document.activeElement, document.activeElement.closest('label')]
                        .filter(each => each !== null)
                        .some(each => getComputedStyle(each).outlineStyle !== 'none')\
                      """))
          .as("focus shows on %s", page.evaluate("document.activeElement.outerHTML"))
          .isTrue();
      if ((Boolean) page.evaluate("s => document.activeElement.matches(s)", selector)) {
        return;
      }
    }
    throw new AssertionError("Not reached with Tab: " + selector);
  }
}
