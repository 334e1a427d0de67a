package nl.onderstroom.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Questionnaire;

/** Somebody with a phone, who writes the recovery code down, and of whose visits all is watched. */
final class Phone {
  static final String WORRY = "Mag ik dit nog leren?";

  private static final int WIDTH = 390;

  private final House house;
  private final Chromium chromium;
  private final List<Request> nameless = new ArrayList<>();
  private BrowserContext device;
  private Page page;
  private String code = "";

  Phone(House house, Chromium chromium) {
    this.house = house;
    this.chromium = chromium;
    this.device = chromium.visit(WIDTH, ColorScheme.LIGHT, true);
    this.page = taken(device);
  }

  private Page taken(BrowserContext phone) {
    Page opened = phone.newPage();
    opened.setDefaultTimeout(30_000);
    opened.onRequest(request -> {
      if (request.url().startsWith(house.answersUrl())) {
        nameless.add(request);
      }
    });
    return opened;
  }

  /** The first of two short visits. */
  void fetchABallot(String address, String round) {
    RoundTest.signIn(house, page, address);
    page.navigate(house.url() + "/my-rounds/" + round);
    Accessibility.check(page);
    page.locator("#to-wallet").click();
    page.locator("#make").click();
    code = String.join(" ", page.locator("#code-words li").allTextContents());
    assertThat(code.split(" ", -1)).hasSize(9);
    page.locator("#have-it").click();
    finishFetching();
    assertThat(page.locator("[data-state=done]").innerText())
        .as("both rounds in one visit")
        .contains("Voorjaar, Najaar");
  }

  private void finishFetching() {
    page.locator("#to-fetch").click();
    page.locator("[data-state=done]").waitFor();
    assertThat(page.url()).startsWith(house.answersUrl()).doesNotContain("signature");
    Accessibility.check(page);
  }

  /** The second, signed in nowhere. */
  void answer(String round) {
    device.clearCookies();
    page.navigate(house.answersUrl() + "/answer/" + round);
    for (Question.Asked question : Questionnaire.FIRST.asked()) {
      assertThat(page.locator(".question:visible").count()).as("questions a screen").isOne();
      page.locator("#question-" + question.key() + " label.choice").nth(1).click();
      page.locator("#question-" + question.key() + " .pager button:visible").last().click();
    }
    page.locator("#worry").fill(WORRY);
    send();
  }

  private void send() {
    page.locator("#question-send [type=submit]").click();
    page.locator("#wallet [data-say=thanks]").first().waitFor();
    Accessibility.check(page);
    assertThat(device.cookies(house.answersUrl())).as("cookies after answering").isEmpty();
  }

  /** On another, with the nine words: what was answered comes back, and is changed. */
  void loseItAndAnswerAgain(String address, String round) {
    requireNothingThatTellsWho();
    nameless.clear();
    device = chromium.visit(WIDTH, ColorScheme.DARK, true);
    page = taken(device);
    RoundTest.signIn(house, page, address);
    page.navigate(house.url() + "/my-rounds/" + round);
    page.locator("#to-wallet").click();
    page.locator("#have-code").click();
    page.locator("#typed").fill(code);
    page.locator("#enter-code button").click();
    finishFetching();
    page.navigate(house.answersUrl() + "/answer/" + round);
    page.locator("#wallet [data-say=before]").first().waitFor();
    assertThat(page.locator("[name=use][value='2']").isChecked()).as("what was answered").isTrue();
    assertThat(page.locator("#worry").inputValue()).as("what was written").isEqualTo(WORRY);
    while (!page.locator("#question-send").isVisible()) {
      page.locator(".pager button:not(.quiet):visible").click();
    }
    send();
  }

  /** No cookie, no referrer, nobody's name; and all that is handed in is as long. */
  void requireNothingThatTellsWho() {
    assertThat(nameless).isNotEmpty();
    for (Request request : nameless) {
      Map<String, String> headers = request.allHeaders();
      assertThat(headers)
          .as(request.url())
          .doesNotContainKeys("cookie", "referer", "authorization");
      if (request.method().equals("POST")) {
        assertThat(request.postDataBuffer()).hasSize(Voter.ASKED_BYTES);
      }
    }
    device.close();
  }
}
