package nl.onderstroom.server.house;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Questionnaire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody meets who answers on a phone: by thumb or by keyboard, and after a mistake. */
@Tag("browser")
class AnsweringTest {
  private static final String ROUND = "/answer/7";
  private static final double THUMB = 44;

  private static House house;
  private static Chromium chromium;
  private static String entry;

  @BeforeAll
  static void open() {
    house = House.demo();
    chromium = new Chromium();
    var fatma = new Guest(house.url());
    fatma.be("fatma.yildiz@oeverman.example");
    fatma.get("/my-rounds/7");
    var code =
        Pattern.compile("id=\"entry\">([0-9a-z]{26})<")
            .matcher(fatma.post("/my-rounds/7/entry").body());
    assertThat(code.find()).as("an entry").isTrue();
    entry = code.group(1);
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
      page.setDefaultTimeout(15_000);
      page.navigate(house.url() + ROUND + "#" + entry);
      visit.to(page);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aMistakeComesBackAtItsQuestionWithEveryAnswerKept(boolean scripts) {
    onAPhone(
        scripts,
        page -> {
          send(
              page,
              Map.of("use", "", "vision", "2", "hope", "9", "feelings", "1 2 3 4", "code", entry));

          assertThat(page.locator(".mend")).isFocused();
          assertThat(page.locator(".mend a")).hasCount(2);
          Locator hope = page.locator("#question-hope");
          assertThat(hope).hasAttribute("aria-invalid", "true");
          requireDescribed(page, hope, "Kies opnieuw");
          requireDescribed(page, page.locator("#question-feelings"), "meer dan 3");
          assertThat(page.locator("#question-vision")).not().hasAttribute("aria-invalid", "true");
          assertThat(checked(page, "vision", "2")).isChecked();
          assertThat(checked(page, "use", "")).isChecked();
          assertThat(page.locator("#code")).hasValue(entry);
          if (scripts) {
            Accessibility.check(page);
            assertThat(page.locator(".question:visible")).hasCount(1);
            assertThat(hope).isVisible();
          }

          page.locator(".mend a").last().click();
          assertThat(page.locator("#question-feelings")).isInViewport();
          checked(page, "feelings", "4").uncheck();
          if (scripts) {
            page.locator(".pager .quiet:visible").click();
          }
          assertThat(hope).isVisible();
          checked(page, "hope", "4").check();
          while (scripts && !page.locator("#question-code").isVisible()) {
            page.locator(".pager button:not(.quiet):visible").click();
          }
          page.locator("#question-code button[type=submit]").click();
          page.waitForURL(Pattern.compile("/thanks$"));
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anEntryOfAnotherRoundComesBackAtTheEntry(boolean scripts) {
    onAPhone(
        scripts,
        page -> {
          send(page, Map.of("hope", "3", "code", "0".repeat(26)));
          assertThat(page.locator("#code")).hasAttribute("aria-invalid", "true");
          requireDescribed(page, page.locator("#code"), "hoort niet bij deze ronde");
          assertThat(page.locator("#question-code")).isVisible();
          assertThat(checked(page, "hope", "3")).isChecked();
        });
  }

  @Test
  void theWholeWayIsWalkedWithTheKeyboardAndWhereYouAreShows() {
    onAPhone(
        true,
        page -> {
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
          assertThat(page).hasURL(Pattern.compile(ROUND + "$"));
          tabTo(page, "#question-code button[type=submit]");
          page.keyboard().press("Enter");
          page.waitForURL(Pattern.compile("/thanks$"));
        });
  }

  @Test
  void anotherLanguageKeepsTheEntryAndTheAnswers() {
    onAPhone(
        true,
        page -> {
          page.locator("#question-use label.choice").nth(2).click();
          page.locator("form[action='/language'] button").click();
          assertThat(page.locator("html")).hasAttribute("lang", "en");
          assertThat(page.locator("#code")).hasValue(entry);
          assertThat(checked(page, "use", "3")).isChecked();
          assertThat(page).hasURL(Pattern.compile(ROUND + "$"));
        });
  }

  @Test
  void whatAThumbPressesIsLargeEnough() {
    onAPhone(
        true,
        page -> {
          page.locator(".pager button:visible").click();
          for (Locator target : page.locator("label.choice:visible, .pager button:visible").all()) {
            var box = Objects.requireNonNull(target.boundingBox());
            assertThat(Math.min(box.width, box.height)).isGreaterThanOrEqualTo(THUMB);
          }
        });
  }

  /** Sends these values past what the page would let through; words are given with spaces. */
  private static void send(Page page, Map<String, String> values) {
    page.evaluate(
        """
        values => {
          for (const [name, value] of Object.entries(values)) {
            const inputs = [...document.querySelectorAll(`[name="${name}"]`)];
            if (name === 'code') inputs[0].value = value;
            else if (value === '9') Object.assign(inputs[0], { value, checked: true });
            else inputs.forEach(input => (input.checked = value.split(' ').includes(input.value)));
          }
          document.querySelector('#sheet').submit();
        }\
        """,
        values);
    page.locator(".mend").waitFor();
  }

  private static Locator checked(Page page, String name, String value) {
    return page.locator("[name='%s'][value='%s']".formatted(name, value));
  }

  private static void requireDescribed(Page page, Locator field, String words) {
    String described = Objects.requireNonNull(field.getAttribute("aria-describedby"));
    String error = described.substring(described.lastIndexOf(' ') + 1);
    assertThat(page.locator("#" + error)).containsText(words);
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
