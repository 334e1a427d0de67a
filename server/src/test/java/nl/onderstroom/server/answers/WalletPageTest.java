package nl.onderstroom.server.answers;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.onderstroom.server.answers.ListOfKeys.Lie;
import nl.onderstroom.server.house.Accessibility;
import nl.onderstroom.server.house.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody meets who fetches a ballot, answers with it, loses it, or is lied to. */
@Tag("browser")
class WalletPageTest {
  private static Chromium chromium;

  private final WalletSites sites = new WalletSites();
  private final List<BrowserContext> visits = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void open() {
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @BeforeEach
  void begin() {
    complaints.clear();
  }

  @AfterEach
  void end() {
    visits.forEach(BrowserContext::close);
    sites.close();
    assertThat(complaints).as("complaints of the browser, such as about the policy").isEmpty();
  }

  private Page device(int width, ColorScheme scheme) {
    BrowserContext visit = chromium.visit(width, scheme, true);
    visits.add(visit);
    Page page = visit.newPage();
    page.setDefaultTimeout(15_000);
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> {
      if (message.text().contains("Content Security Policy")) {
        complaints.add(message.text());
      }
    });
    return page;
  }

  @ParameterizedTest
  @CsvSource({"390, LIGHT, nl", "1280, DARK, en"})
  void aBallotIsFetchedAnsweredWithChangedAndWithdrawn(
      int width, ColorScheme scheme, String language) {
    Page page = device(width, scheme);
    leaveForTheWallet(page, language);
    fitAt(page, "choose");
    assertThat(page).hasURL(Pattern.compile("/wallet\\?language=" + language + "$"));
    page.locator("#make").click();
    fitAt(page, "code");
    assertThat(page.locator("#code-words li")).hasCount(9);
    page.locator("#have-it").click();
    fitAt(page, "fetch");
    page.locator("#to-fetch").click();
    fitAt(page, "done");
    page.locator("[data-state=done] [data-to-list]").click();
    assertThat(page.locator("#ballots [data-say=waits]")).isVisible();
    fitAt(page, "list");
    page.locator("#ballots button").click();
    fitAt(page, "check");
    assertThat(page.locator("[data-say=in-list]")).isVisible();
    assertThat(page.locator("[data-say=valid]")).isVisible();

    sites.keys.state = "OPEN";
    page.navigate(sites.answers() + "/wallet?language=" + language);
    page.locator("#ballots a.go").click();
    choose(page, "use", 2);
    write(page, "Mag ik dit nog leren?");
    send(page);
    fitTold(page, "thanks");
    assertThat(sites.box.counted()).isEqualTo(1);
    assertThat(sites.box.worries()).containsExactly("Mag ik dit nog leren?");
    page.locator("[data-do=show]").click();
    assertThat(page.locator("#stored")).containsText("\"use\": [ 2 ]");
    page.reload();
    fitTold(page, "before");
    assertThat(page.locator("[name=use][value='2']")).isChecked();
    sites.box.answerElsewhere(5);
    choose(page, "use", 3);
    assertThat(page.locator("#worry")).hasValue("Mag ik dit nog leren?");
    write(page, "Krijg ik er tijd voor?");
    send(page);
    fitTold(page, "stale");
    page.locator("[data-do=replace]").click();
    told(page, "thanks");
    assertThat(sites.box.worries()).containsExactly("Krijg ik er tijd voor?");
    page.locator("[data-do=withdraw]").click();
    fitTold(page, "withdrawn");
    assertThat(sites.box.counted()).isZero();
    assertThat(sites.box.worries()).isEmpty();
    send(page);
    told(page, "thanks");
    assertThat(sites.box.counted()).isEqualTo(1);
    requireNothingIdentifying();
  }

  @Test
  void whoLosesADeviceHasTheSameBallotByTheRecoveryCodeAndLeavesNothingOnASharedOne() {
    Page lost = device(390, ColorScheme.LIGHT);
    leaveForTheWallet(lost, "nl");
    lost.locator("#make").click();
    String code = String.join(" ", lost.locator("#code-words li").allTextContents());
    lost.locator("#have-it").click();
    lost.locator("#to-fetch").click();
    at(lost, "done");
    sites.keys.state = "OPEN";
    lost.navigate(sites.answers() + "/answer/7");
    choose(lost, "use", 1);
    send(lost);
    told(lost, "thanks");

    Page shared = device(390, ColorScheme.LIGHT);
    leaveForTheWallet(shared, "nl");
    shared.locator("#shared").check();
    shared.locator("#have-code").click();
    shared.locator("#typed").fill(code.substring(1));
    shared.locator("#enter-code button").click();
    assertThat(shared.locator("#typed-error")).isVisible();
    fitAt(shared, "enter");
    shared.locator("#typed").fill(code);
    shared.locator("#enter-code button").click();
    shared.locator("#to-fetch").click();
    fitAt(shared, "done");
    assertThat(shared.evaluate("sessionStorage.getItem('onderstroom.wallet')"))
        .as("the ballot, and no seed")
        .asString()
        .contains("\"seed\":\"\"", "\"signature\":\"");
    shared.navigate(sites.answers() + "/answer/7");
    told(shared, "before");
    choose(shared, "use", 4);
    send(shared);
    fitTold(shared, "gone");
    assertThat(sites.signed).as("both times the same blinded message").hasSize(2);
    assertThat(sites.signed.getFirst()).isEqualTo(sites.signed.getLast());
    assertThat(sites.box.counted()).as("one ballot, one sheet").isEqualTo(1);
    assertThat(shared.evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
    requireNothingIdentifying();
  }

  @Test
  void beforeTheRoundIsOpenASharedDeviceKeepsNothingAtAll() {
    Page shared = device(390, ColorScheme.LIGHT);
    leaveForTheWallet(shared, "nl");
    shared.locator("#shared").check();
    shared.locator("#make").click();
    shared.locator("#have-it").click();
    shared.locator("#to-fetch").click();
    fitAt(shared, "done");
    assertThat(shared.locator("[data-say=gone]")).isVisible();
    assertThat(shared.evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
    assertThat(sites.signed).hasSize(1);
  }

  @Test
  void whatIsRemovedIsGoneFromTheOtherWindowsToo() {
    Page page = device(390, ColorScheme.LIGHT);
    fetchWithANewWallet(page);
    sites.keys.state = "OPEN";
    page.navigate(sites.answers() + "/answer/7");
    choose(page, "use", 4);
    Page other = page.context().newPage();
    other.navigate(sites.answers() + "/wallet");
    other.locator("#to-remove").click();
    other.locator("#remove").click();
    at(other, "choose");
    told(page, "none");
    assertThat(page.locator("[name=use][value='4']")).not().isChecked();
  }

  @ParameterizedTest
  @CsvSource({
    "OWN_KEY, list-wrong",
    "TWICE, list-wrong",
    "LEFT_OUT, key-missing",
    "FOR_ONE, too-few",
    "NOT_COUNTERSIGNED, not-countersigned"
  })
  void aWalletThatIsLiedToAsksForNothingAndSaysWhy(Lie lie, String why) {
    sites.keys.lie = lie;
    Page page = device(390, ColorScheme.LIGHT);
    leaveForTheWallet(page, "nl");
    page.locator("#make").click();
    page.locator("#have-it").click();
    assertThat(page.locator("[data-state=stop] [data-say='%s']".formatted(why))).isVisible();
    assertThat(sites.signed).isEmpty();
  }

  @Test
  void aListThatIsAnotherThanTheFirstTimeIsRefused() {
    Page page = device(390, ColorScheme.LIGHT);
    leaveForTheWallet(page, "nl");
    page.locator("#make").click();
    page.locator("#have-it").click();
    at(page, "fetch");
    sites.keys.lie = Lie.OTHER_LIST;
    page.reload();
    fitAt(page, "stop");
    assertThat(page.locator("[data-say='list-changed']")).isVisible();
    assertThat(sites.signed).isEmpty();
  }

  /** By one key in two rounds, two ballots could be seen to be of one group of people. */
  @Test
  void aKeyThatWasThereInAnotherRoundIsRefused() {
    Page page = device(390, ColorScheme.LIGHT);
    fetchWithANewWallet(page);
    // The ballot is from round 6 now.
    page.evaluate(
        """
        const kept = localStorage.getItem('onderstroom.wallet');
        localStorage.setItem('onderstroom.wallet', kept.replace('"round":7', '"round":6'));
        """);
    leaveForTheWallet(page, "nl");
    fitAt(page, "stop");
    assertThat(page.locator("[data-say='key-again']")).isVisible();
    assertThat(sites.signed).as("asked for in the first round only").hasSize(1);
  }

  @Test
  void whereABrowserKeepsNothingNoBallotIsAskedForAndThePageSaysSo() {
    Page page = device(390, ColorScheme.LIGHT);
    page.addInitScript(
        """
        for (const kind of ['localStorage', 'sessionStorage'])
          if (location.hostname === '127.0.0.1')
            Object.defineProperty(window, kind, { get() { throw new Error('switched off'); } });
        """);
    leaveForTheWallet(page, "nl");
    page.locator("#make").click();
    page.locator("#have-it").click();
    fitAt(page, "stop");
    assertThat(page.locator("[data-say='no-storage']")).isVisible();
    assertThat(sites.signed).isEmpty();
  }

  /** Who left for the wallet on the page of the round is not asked again. */
  @Test
  void whatSomebodyElseBlindedIsSignedForNobodyUnasked() {
    Page page = device(390, ColorScheme.LIGHT);
    page.navigate(sites.myRound() + "#blinded=" + "A".repeat(342));
    assertThat(page.locator("#fetch-ballot button")).isVisible();
    assertThat(sites.signed).isEmpty();
  }

  /** Somebody left once and did not come back; then a link comes with what another blinded. */
  @Test
  void aLinkDoesNotUseUpTheSignatureOfWhoLeftForTheWalletBefore() {
    Page page = device(390, ColorScheme.LIGHT);
    leaveForTheWallet(page, "nl");
    for (String ticket : List.of("", "&ticket=", "&ticket=1-2-3-4")) {
      page.navigate(sites.myRound() + "?x#blinded=" + "A".repeat(342) + ticket);
      assertThat(page.locator("#fetch-ballot button")).isVisible();
    }
    assertThat(sites.signed).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"&back=http%3A%2F%2Fother.example", ""})
  void anotherSiteCannotSendAWalletToItself(String back) {
    Page page = device(390, ColorScheme.LIGHT);
    page.navigate(sites.answers() + "/wallet#round=7&cohort=12" + back);
    at(page, "stop");
    assertThat(page.locator("[data-say=elsewhere]")).isVisible();
  }

  @Test
  void whereTheConnectionIsNotSecureThePageSaysSo() {
    Page page = device(390, ColorScheme.LIGHT);
    page.route(
        "http://wallet.example/**",
        route -> {
          String path = route.request().url().replace("http://wallet.example", sites.answers());
          var asked = route.fetch(new Route.FetchOptions().setUrl(path));
          route.fulfill(new Route.FulfillOptions().setResponse(asked));
        });
    page.navigate("http://wallet.example/wallet");
    at(page, "stop");
    assertThat(page.locator("[data-say=not-secure]")).isVisible();
  }

  @Test
  void withoutScriptsThePageSaysWhyItNeedsThemAndNothingCanBeSent() {
    BrowserContext visit = chromium.visit(390, ColorScheme.LIGHT, false);
    visits.add(visit);
    Page page = visit.newPage();
    page.navigate(sites.answers() + "/wallet");
    assertThat(page.locator("noscript p")).containsText("scripts");
    assertThat(page.locator("[data-state]:visible")).hasCount(0);
    page.navigate(sites.answers() + "/answer/7");
    assertThat(page.locator("#question-send [type=submit]")).isDisabled();
  }

  @Test
  void whatWasFilledInStaysUntilItIsCounted() {
    Page page = device(390, ColorScheme.LIGHT);
    page.navigate(sites.answers() + "/answer/7");
    fitTold(page, "none");
    fetchWithANewWallet(page);
    page.navigate(sites.answers() + "/answer/7");
    choose(page, "use", 2);
    write(page, "Nog niet verstuurd");
    page.locator(".language a").click();
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    assertThat(page.locator("[name=use][value='2']")).isChecked();
    assertThat(page.locator("#worry")).hasValue("Nog niet verstuurd");
    sites.box.instead = OutcomeJson.BUSY;
    send(page);
    told(page, "busy");
    sites.box.instead = OutcomeJson.of(Outcome.Nothing.CLOSED);
    page.locator("[data-do=again]").click();
    told(page, "closed");
    sites.box.instead = OutcomeJson.of(Outcome.Nothing.UNSURE);
    page.reload();
    choose(page, "use", 2);
    send(page);
    fitTold(page, "unsure");
    sites.box.instead = null;
    page.context().setOffline(true);
    page.locator("#question-send [type=submit]").click();
    fitTold(page, "failed");
    page.context().setOffline(false);
    page.locator("[data-do=again]").click();
    told(page, "thanks");
    assertThat(sites.box.counted()).isEqualTo(1);
  }

  private void fetchWithANewWallet(Page page) {
    leaveForTheWallet(page, "nl");
    page.locator("#make").click();
    page.locator("#have-it").click();
    page.locator("#to-fetch").click();
    at(page, "done");
  }

  private void leaveForTheWallet(Page page, String language) {
    page.navigate(sites.myRound());
    page.locator(language.equals("en") ? "#in-english" : "#to-wallet").click();
  }

  private void requireNothingIdentifying() {
    assertThat(sites.asked).isNotEmpty();
    for (WalletSites.Asked each : sites.asked) {
      assertThat(each.headers()).doesNotContain("Cookie", "Referer", "Authorization");
      if (each.method().equals("POST")) {
        assertThat(each.bytes()).isEqualTo(HandedJson.BYTES);
      }
    }
  }

  /** In this state, alone, and fit for everybody. */
  private static void fitAt(Page page, String state) {
    at(page, state);
    Accessibility.check(page);
  }

  private static void at(Page page, String state) {
    assertThat(page.locator("[data-state='%s']".formatted(state))).isVisible();
    assertThat(page.locator("[data-state]:visible")).hasCount(1);
  }

  private static void fitTold(Page page, String said) {
    told(page, said);
    Accessibility.check(page);
  }

  private static void told(Page page, String said) {
    assertThat(page.locator("#wallet [data-say='%s']".formatted(said)).first()).isVisible();
  }

  private static void choose(Page page, String question, int position) {
    while (!page.locator("#question-" + question).isVisible()) {
      page.locator(".pager .quiet:visible").click();
    }
    page.locator("[name='%s'][value='%d']".formatted(question, position)).check();
  }

  private static void write(Page page, String text) {
    goToTheEnd(page);
    page.locator("#worry").fill(text);
  }

  private static void send(Page page) {
    goToTheEnd(page);
    page.locator("#question-send [type=submit]").click();
  }

  private static void goToTheEnd(Page page) {
    while (!page.locator("#question-send").isVisible()) {
      page.locator(".pager button:not(.quiet):visible").click();
    }
  }
}
