package nl.onderstroom.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page of the demo, looked at by who it is for. Who may go where is in {@link DoorsTest}. */
@Tag("browser")
class PagesTest {
  private static final String MAIL = "@oeverman.example";

  /** What can be pressed and is under 24 pixels; links within a sentence are as high as a line. */
  private static final String TOO_SMALL =
      """
      [...document.querySelectorAll('button, select, summary, input, a:not(main p a, main li a)')]
        .filter(each => each.type !== 'hidden' && each.checkVisibility())
        .filter(each => !each.closest('label') && !each.classList.contains('skip'))
        .filter(each => {
          const box = each.getBoundingClientRect();
          return box.width > 0 && Math.min(box.width, box.height) < 24;
        })
        .map(each => each.outerHTML)\
      """;

  private static final Map<String, List<Cookie>> VISITS = new HashMap<>();

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

  @ParameterizedTest
  @CsvSource({
    "nobody, /sign-in",
    "nobody, /sign-in/AAAAAAAAAAAAAAAAAAAAAA",
    "nobody, ANSWERS/answer/7",
    "nobody, ANSWERS/wallet",
    "fatma.yildiz, /",
    "fatma.yildiz, /iceberg",
    "fatma.yildiz, /my-rounds/7",
    "fatma.yildiz, /my-rounds/8",
    "fatma.yildiz, /rounds",
    "kofi.mensah, /iceberg",
    "kofi.mensah, /rounds/6/iceberg?unit=OWN",
    "marleen.dekker, /iceberg",
    "hanneke.oeverman, /iceberg",
    "hanneke.oeverman, /rounds/2/iceberg",
    "samira.el.idrissi, /",
    "samira.el.idrissi, /rounds",
    "samira.el.idrissi, /rounds/new",
    "samira.el.idrissi, /rounds/6",
    "samira.el.idrissi, /rounds/7",
    "samira.el.idrissi, /rounds/8",
    "samira.el.idrissi, /people",
    "samira.el.idrissi, /people/imports/new",
    "samira.el.idrissi, /history",
    "samira.el.idrissi, /history/new",
    "samira.el.idrissi, /floors",
    "wim.verschuren, /floors",
    "fatma.yildiz, /what-we-keep",
    "wim.verschuren, /rounds/6",
    "wim.verschuren, /rounds/8/keys",
    "dewi.tan, /",
    "dewi.tan, /not/there",
  })
  void isAccessibleByDayAndByNightOnAPhoneAndOnADesk(String who, String path) {
    for (int width : List.of(390, 1280)) {
      ColorScheme scheme = width == 390 ? ColorScheme.DARK : ColorScheme.LIGHT;
      try (BrowserContext visit = chromium.visit(width, scheme, true)) {
        Page page = visit.newPage();
        page.setDefaultTimeout(30_000);
        var complaints = new ArrayList<String>();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        beAgain(page, who);
        page.navigate(address(path.replace("OWN", unitOf(who))));
        Accessibility.check(page);
        assertThat(complaints)
            .as("complaints of the browser, such as about the content policy")
            .allMatch(complaint -> complaint.contains("status of 40"));
        page.screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(
                    Path.of(
                        "target/screens", who + path.replaceAll("\\W+", "_") + width + ".png")));
      }
    }
  }

  /** 320 pixels is a desk of 1280 at 400%, and a phone of 640 at 200%. */
  @Test
  void enlargedNothingFallsOffAndEverythingCanBeHit() {
    try (BrowserContext visit = chromium.visit(320, ColorScheme.LIGHT, true)) {
      Page page = visit.newPage();
      be(page, "samira.el.idrissi");
      for (String path :
          List.of(
              "/",
              "/iceberg",
              "/rounds",
              "/rounds/7",
              "/rounds/new",
              "/floors",
              "/what-we-keep",
              "/people",
              "ANSWERS/answer/7",
              "ANSWERS/wallet")) {
        page.navigate(address(path));
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
            .as("%s fits", path)
            .isEqualTo(true);
        assertThat(page.evaluate(TOO_SMALL))
            .as("too small to hit on %s", path)
            .isEqualTo(List.of());
      }
    }
  }

  @Test
  void everyTextIsThereInEnglishToo() {
    try (BrowserContext visit = chromium.visit(1280, ColorScheme.LIGHT, true)) {
      Page page = visit.newPage();
      be(page, "samira.el.idrissi");
      page.locator("form[action='/language'] button").first().click();
      page.waitForLoadState();
      for (String path :
          List.of(
              "/",
              "/iceberg",
              "/rounds/7",
              "/floors",
              "/what-we-keep",
              "/people",
              "/history/new",
              "/my-rounds/7")) {
        page.navigate(house.url() + path);
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
        assertThat(page.locator("main").innerText()).doesNotContain("mensen", "gevraagd", "ronde");
      }
    }
  }

  @Test
  void aFormWithoutItsTokenIsRefused() {
    var outsider = new Guest(house.url());
    assertThat(outsider.post("/sign-in/persona", "address", "samira.el.idrissi" + MAIL).status())
        .isEqualTo(403);
  }

  @Test
  void whatCannotBeAnAnswerIsRefusedAndWhatIsAskedElsewhereIsNotThere() {
    for (String body :
        List.of("", "short", "{}" + " ".repeat(Voter.ASKED_BYTES - 2), "x".repeat(200_000))) {
      Voter.Said said = Voter.hand(house.answersUrl(), "7", body);
      assertThat(said.result()).isEqualTo("malformed");
      assertThat(said.status()).isEqualTo(400);
    }
    var outsider = new Guest(house.url());
    assertThat(outsider.get("/answer/7").status()).isEqualTo(404);
    assertThat(outsider.get("/wallet").status()).isEqualTo(404);
    var nameless = new Guest(house.answersUrl());
    assertThat(nameless.get("/sign-in").status()).isEqualTo(404);
    assertThat(nameless.get("/answer/6").status()).isEqualTo(410);
    assertThat(nameless.get("/answer/999").status()).isEqualTo(404);
    assertThat(nameless.get("/answer/abc").status()).isEqualTo(400);
    assertThat(nameless.visit()).isEmpty();
  }

  private static String address(String path) {
    return path.startsWith("ANSWERS")
        ? path.replace("ANSWERS", house.answersUrl())
        : house.url() + path;
  }

  /** By the visit that began when somebody was this one first: to come in is not what is tested. */
  private static void beAgain(Page page, String who) {
    List<Cookie> known = VISITS.get(who);
    if (known == null) {
      be(page, who);
      VISITS.put(who, page.context().cookies());
    } else {
      page.context().addCookies(known);
    }
  }

  private static void be(Page page, String who) {
    if (!who.equals("nobody")) {
      page.navigate(house.url() + "/sign-in");
      page.locator("form:has(input[value='" + who + MAIL + "']) button").click();
      page.waitForURL(house.url() + "/");
    }
  }

  private static String unitOf(String who) {
    return house
        .bean(nl.onderstroom.server.people.People.class)
        .find(who + MAIL)
        .map(person ->
            house.bean(nl.onderstroom.server.people.People.class).listUnits().stream()
                .filter(unit -> unit.id().equals(person.unit()))
                .findFirst()
                .orElseThrow()
                .code())
        .orElse("");
  }
}
