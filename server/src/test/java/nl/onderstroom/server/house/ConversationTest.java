package nl.onderstroom.server.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.onderstroom.server.ballots.KeyMaking;
import nl.onderstroom.server.people.People;
import nl.onderstroom.server.people.Person;
import nl.onderstroom.server.rounds.CohortKeys;
import nl.onderstroom.server.rounds.KeyList;
import nl.onderstroom.server.rounds.RoundId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A conversation at the example company: statements on which everybody votes, with the same ballots
 * as in any round, but as one group.
 */
@Tag("browser")
class ConversationTest {
  private static final String MAIL = "@oeverman.example";
  private static final List<String> STATEMENTS =
      List.of(
          "Met AI houd ik meer tijd over voor klanten.",
          "Ik wil eerst weten wat er met mijn werk gebeurt.",
          "Fouten maken mag hier echt.");

  @Test
  void statementsAreVotedOnByBallotAndOnlyTheWholeIsShown() {
    try (House house = House.demo();
        var chromium = new Chromium()) {
      String round = makeIt(house, chromium);
      handOut(house, chromium, round);
      List<Voter> voters = new ArrayList<>();
      for (Person person : house.bean(People.class).listPeople().subList(50, 70)) {
        voters.add(voter(house, person.email().orElseThrow(), round));
      }
      try (BrowserContext device = chromium.visit(390, ColorScheme.LIGHT, true)) {
        Page phone = device.newPage();
        phone.setDefaultTimeout(15_000);
        fetchOn(phone, house, round);
        stepOn(house, round, "opening");
        voteOn(phone, house, round);
      }
      for (int i = 0; i < voters.size(); i++) {
        Map<String, List<Integer>> votes =
            Map.of("s-1", List.of(1 + i % 3), "s-2", List.of(1), "s-3", List.of(i < 3 ? 1 : 3));
        assertThat(voters.get(i).answer(round, 1, votes).result()).isEqualTo("counted");
      }
      assertThat(voters.getFirst().answer(round, 1, Map.of("s-1", List.of(1))).result())
          .as("a second vote")
          .isEqualTo("stale");
      assertThat(voters.getFirst().answer(round, 2, Map.of("s-1", List.of(4))).result())
          .as("a fourth choice")
          .isEqualTo("malformed");
      assertThat(voters.getFirst().answer(round, 2, Map.of("use", List.of(1))).result())
          .as("a question of another round")
          .isEqualTo("malformed");
      stepOn(house, round, "closing");
      assertThat(guest(house, "fatma.yildiz").get("/conversations/" + round).status())
          .as("before it is shared")
          .isEqualTo(404);
      stepOn(house, round, "publication");
      look(house, chromium, round);
    }
  }

  private static String makeIt(House house, Chromium chromium) {
    try (BrowserContext desk = chromium.visit(1280, ColorScheme.LIGHT, true)) {
      Page page = desk.newPage();
      page.setDefaultTimeout(15_000);
      be(page, house, "samira.el.idrissi");
      page.navigate(house.url() + "/conversations/new");
      Accessibility.check(page);
      picture(page, "conversation-new");
      page.locator("#name").fill("AI op de klantenservice");
      page.locator("#statements").fill("Een\nTwee\nEen");
      page.locator("main form button[type=submit]").click();
      assertThat(page.locator("#statements-error").innerText()).contains("3", "1");
      page.locator("#statements").fill(String.join("\n", STATEMENTS));
      page.locator("main form button[type=submit]").click();
      page.waitForURL(Pattern.compile("/rounds/[0-9]+\\?"));
      assertThat(page.locator("main").innerText()).contains(STATEMENTS);
      String round = page.url().replaceAll(".*/rounds/([0-9]+).*", "$1");
      page.locator("#preview").click();
      Accessibility.check(page);
      return round;
    }
  }

  /** As one group, with one key: of nobody it can be said from which team a vote came. */
  private static void handOut(House house, Chromium chromium, String round) {
    stepOn(house, round, "issuing");
    var id = new RoundId(Long.parseLong(round));
    house.bean(KeyMaking.class).await(id).join();
    KeyList list = house.bean(CohortKeys.class).find(id).orElseThrow();
    int everybody = house.bean(People.class).listPeople().size();
    assertThat(list.cohorts())
        .extracting(KeyList.OfCohort::number, KeyList.OfCohort::people)
        .containsExactly(tuple(1, everybody));
    try (BrowserContext visit = chromium.visit(390, ColorScheme.DARK, true)) {
      Page council = visit.newPage();
      be(council, house, "wim.verschuren");
      council.navigate(house.url() + "/rounds/" + round + "/keys");
      assertThat(council.locator("#statements li").allInnerTexts())
          .as("what the works council signs for")
          .isEqualTo(STATEMENTS);
      Accessibility.check(council);
      picture(council, "conversation-keys");
      council.locator("form[action$='/countersignature'] button").click();
      council.locator("#countersigned").waitFor();
    }
  }

  private static void stepOn(House house, String round, String step) {
    Guest lead = guest(house, "samira.el.idrissi");
    lead.get("/rounds/" + round);
    assertThat(lead.post("/rounds/" + round + "/" + step).status()).as(step).isEqualTo(200);
  }

  private static Guest guest(House house, String who) {
    var guest = new Guest(house.url());
    assertThat(guest.be(who + MAIL).path()).isEqualTo("/");
    return guest;
  }

  private static Voter voter(House house, String address, String round) {
    var guest = new Guest(house.url());
    assertThat(guest.signIn(house.mail(), address).status()).isEqualTo(200);
    var voter = new Voter(house, guest);
    assertThat(voter.fetch(round).status()).isEqualTo(200);
    return voter;
  }

  private static void be(Page page, House house, String who) {
    page.navigate(house.url() + "/sign-in");
    page.locator("form:has(input[value='" + who + MAIL + "']) button").click();
    page.waitForURL(house.url() + "/");
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/screens", name + ".png")));
  }

  private static void fetchOn(Page phone, House house, String round) {
    be(phone, house, "fatma.yildiz");
    phone.navigate(house.url() + "/my-rounds/" + round);
    phone.locator("#to-wallet").click();
    phone.locator("#make").click();
    phone.locator("#have-it").click();
    phone.locator("#to-fetch").click();
    phone.locator("[data-state=done]").waitFor();
  }

  private static void voteOn(Page phone, House house, String round) {
    phone.navigate(house.answersUrl() + "/answer/" + round);
    for (int i = 0; i < STATEMENTS.size(); i++) {
      var screen = phone.locator("#question-s-" + (i + 1));
      assertThat(screen.innerText()).contains(STATEMENTS.get(i));
      assertThat(screen.locator("label.choice").count()).as("and to skip").isEqualTo(4);
      Accessibility.check(phone);
      picture(phone, "conversation-vote-" + i);
      screen.locator("label.choice").nth(0).click();
      screen.locator(".pager button:visible").last().click();
    }
    assertThat(phone.locator("#worry").isVisible()).as("a question beside the votes").isFalse();
    phone.locator("#question-send [type=submit]").click();
    phone.locator("#wallet [data-say=thanks]").first().waitFor();
  }

  private static void look(House house, Chromium chromium, String round) {
    for (int width : new int[] {390, 1280}) {
      ColorScheme scheme = width == 390 ? ColorScheme.DARK : ColorScheme.LIGHT;
      try (BrowserContext visit = chromium.visit(width, scheme, true)) {
        Page page = visit.newPage();
        page.setDefaultTimeout(15_000);
        be(page, house, "fatma.yildiz");
        page.locator("a[href='/conversations/" + round + "']").first().click();
        assertThat(page.locator(".votes li").count()).isEqualTo(STATEMENTS.size());
        assertThat(page.locator(".votes li").nth(0).innerText()).contains(STATEMENTS.get(0));
        assertThat(page.locator(".votes li").nth(1).innerText())
            .contains(STATEMENTS.get(2), "19% eens", "0% geen", "81% oneens");
        assertThat(page.locator(".votes li").nth(2).innerText())
            .as("what everybody agrees with would say of each what they think")
            .contains(STATEMENTS.get(1))
            .doesNotContain("%");
        Accessibility.check(page);
        picture(page, "conversation-" + width);
        page.locator("main details summary").click();
        Accessibility.check(page);
        page.navigate(house.url() + "/iceberg");
        assertThat(page.locator("main svg.iceberg").first().isVisible() || width == 390)
            .as("the newest iceberg is that of the pulse")
            .isTrue();
        assertThat(page.locator("main").innerText()).doesNotContain("klantenservice");
      }
    }
  }
}
