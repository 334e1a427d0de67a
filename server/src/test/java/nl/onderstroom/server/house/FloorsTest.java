package nl.onderstroom.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.server.access.Role;
import nl.onderstroom.server.ballots.MyRounds;
import nl.onderstroom.server.people.People;
import nl.onderstroom.server.people.Person;
import nl.onderstroom.server.rounds.Cohort;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.rounds.StandingFloors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How many people stand behind a number, at the example company: who decides on it, what a
 * programme lead is told beforehand, and what everybody can read of it.
 */
@Tag("browser")
class FloorsTest {
  private static final String MAIL = "@oeverman.example";
  private static final String LEAD = "samira.el.idrissi" + MAIL;
  private static final String COUNCIL = "wim.verschuren" + MAIL;
  private static final RoundId RUNNING = new RoundId(7);
  private static final RoundId HANDING_OUT = new RoundId(8);

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

  @Test
  void loweringTakesTwoOfTheWorksCouncilAndIsThereToBeRead() {
    assertThat(floors()).isEqualTo(Floors.DEFAULT);
    try (BrowserContext desk = chromium.visit(1280, ColorScheme.LIGHT, true);
        BrowserContext first = chromium.visit(390, ColorScheme.DARK, true);
        BrowserContext second = chromium.visit(390, ColorScheme.LIGHT, true)) {
      Page lead = comeIn(desk, LEAD);
      lead.navigate(house.url() + "/floors");
      lead.locator("#lower-numbers").fill("4");
      lead.locator("#lower-distributions").fill("8");
      lead.locator("#reason").fill("Kleine ploegen zien niets");
      lead.locator("form[action$='/proposals'] button").click();
      assertThat(lead.locator("#lower-numbers-error").innerText()).contains("5");
      lead.locator("#lower-numbers").fill("5");
      lead.locator("form[action$='/proposals'] button").click();
      lead.waitForURL(Pattern.compile("notice=floors-proposed"));
      assertThat(lead.locator("form[action$='/agreement']").count())
          .as("vote of who asks")
          .isZero();
      look(lead, "floors_proposed_1280");

      Page wim = comeIn(first, COUNCIL);
      wim.navigate(house.url() + "/floors");
      look(wim, "floors_council_390");
      wim.locator("form[action$='/agreement'] button").click();
      wim.waitForURL(Pattern.compile("notice=floors-agreed"));
      assertThat(wim.locator("form[action$='/agreement']").count()).as("a second vote").isZero();
      assertThat(floors()).as("after one").isEqualTo(Floors.DEFAULT);

      Page other = second.newPage();
      signIn(other, secondOfTheCouncil());
      other.navigate(house.url() + "/floors");
      other.locator("form[action$='/agreement'] button").click();
      other.waitForURL(Pattern.compile("notice=floors-agreed"));
      assertThat(floors()).as("after two").isEqualTo(new Floors(5, 8));
      look(other, "floors_lowered_390");
      assertThat(other.locator("main").innerText())
          .contains("Kleine ploegen zien niets", "Samira El Idrissi", "Wim Verschuren");

      lead.navigate(house.url() + "/rounds/new");
      assertThat(lead.locator("#floor").inputValue()).isEqualTo("5");
      assertThat(house.bean(Rounds.class).get(RUNNING).floors())
          .as("of the round that runs")
          .isEqualTo(Floors.DEFAULT);

      lead.navigate(house.url() + "/floors");
      lead.locator("#numbers").fill("7");
      lead.locator("#distributions").fill("10");
      lead.locator("form[action$='/raising'] button").click();
      lead.waitForURL(Pattern.compile("notice=floors-raised"));
      assertThat(floors()).isEqualTo(Floors.DEFAULT);
      look(lead, "floors_log_1280");
    }
  }

  @Test
  void aDraftTellsWhatWillBeSeen() {
    try (BrowserContext desk = chromium.visit(1280, ColorScheme.LIGHT, true);
        BrowserContext phone = chromium.visit(390, ColorScheme.DARK, true)) {
      Page page = comeIn(desk, LEAD);
      page.navigate(house.url() + "/rounds/new");
      page.locator("#name").fill("Najaar");
      page.locator("#floor").fill("8");
      page.locator("input[name=cuts][value=ROLE_FAMILY]").check();
      page.locator("main form button[type=submit]").click();
      page.waitForURL(Pattern.compile("/rounds/[0-9]+\\?"));
      look(page, "draft_1280");
      page.locator("#preview").click();
      page.waitForURL(Pattern.compile("/preview$"));
      look(page, "preview_1280");
      assertThat(page.locator("main").innerText())
          .as("the teams of five and of four, and where they count")
          .contains("420", "Antwoordt samen met anderen")
          .containsPattern("Functiegroep: \\d+ van de 420 mensen tellen mee")
          .contains("Werkplaats", "Buitendienst");
      Page small = comeIn(phone, LEAD);
      small.navigate(page.url());
      look(small, "preview_390");

      String round = page.url().replaceAll(".*/rounds/([0-9]+)/.*", "$1");
      page.navigate(house.url() + "/rounds/" + round);
      page.locator("form[action$='/discarding'] button").click();
    }
    assertThat(guest(LEAD).get("/rounds/7/preview").status())
        .as("of a round that runs")
        .isEqualTo(409);
  }

  @Test
  void everybodyReadsWhatIsKeptOfThemAndNothingOfOthers() {
    Person fatma = person("fatma.yildiz" + MAIL);
    MyRounds.Part part = house.bean(MyRounds.class).list(fatma).getFirst();
    assertThat(part.round()).isEqualTo(HANDING_OUT);
    Cohort cohort = house.bean(Rounds.class).listCohorts(HANDING_OUT).get(part.cohort() - 1);

    Guest guest = guest("fatma.yildiz" + MAIL);
    String before = guest.get("/what-we-keep").body();
    assertThat(before)
        .contains(fatma.name(), fatma.number(), "fatma.yildiz" + MAIL)
        .contains("Je hebt geen stembriefje opgehaald")
        .contains("een groep van " + cohort.people() + " mensen");
    String round = HANDING_OUT.toString();
    Voter voter = Voter.persona(house.url(), house.answersUrl(), "fatma.yildiz" + MAIL, round);
    assertThat(voter.fetch(round).status()).isEqualTo(200);
    assertThat(guest.get("/what-we-keep").body())
        .doesNotContain("Je hebt geen stembriefje opgehaald");

    List<String> others =
        house.bean(People.class).listPeople().stream()
            .map(Person::name)
            .filter(name -> !name.equals(fatma.name()))
            .toList();
    assertThat(others.stream().filter(before::contains)).isEmpty();
  }

  @Test
  void theLeadOfATeamOfFiveReadsWhereTheTeamCountsAndWhyItIsNotShown() {
    try (BrowserContext phone = chromium.visit(390, ColorScheme.LIGHT, true);
        BrowserContext desk = chromium.visit(1280, ColorScheme.DARK, true)) {
      Page page = comeIn(phone, "kofi.mensah" + MAIL);
      page.locator("footer a").click();
      page.waitForURL(Pattern.compile("/what-we-keep$"));
      look(page, "kept_kofi_390");
      assertThat(page.locator("main").innerText())
          .contains("Je geeft deze eenheid leiding", "is niet zichtbaar", "Vanaf 7 mensen");
      Page large = comeIn(desk, LEAD);
      large.navigate(house.url() + "/what-we-keep");
      look(large, "kept_samira_1280");
    }
  }

  private static Floors floors() {
    return house.bean(StandingFloors.class).now();
  }

  private static Person person(String address) {
    return house.bean(People.class).find(address).orElseThrow();
  }

  private static String secondOfTheCouncil() {
    return house.bean(People.class).listPeople().stream()
        .filter(person -> person.roles().contains(Role.WORKS_COUNCIL))
        .flatMap(person -> person.email().stream())
        .filter(address -> !address.equals(COUNCIL))
        .findFirst()
        .orElseThrow();
  }

  private static Guest guest(String address) {
    var guest = new Guest(house.url());
    assertThat(guest.be(address).path()).isEqualTo("/");
    return guest;
  }

  private static Page comeIn(BrowserContext visit, String address) {
    Page page = visit.newPage();
    page.setDefaultTimeout(30_000);
    page.navigate(house.url() + "/sign-in");
    page.locator("form:has(input[value='" + address + "']) button").click();
    page.waitForURL(house.url() + "/");
    return page;
  }

  private static void signIn(Page page, String address) {
    page.setDefaultTimeout(30_000);
    page.navigate(house.url() + "/sign-in");
    page.locator("#address").fill(address);
    page.locator("form[action='/sign-in'] button[type=submit]").click();
    page.waitForLoadState();
    page.navigate(house.url() + Guest.newestLink(house.mail(), address));
    page.locator("main form button").click();
    page.waitForURL(house.url() + "/");
  }

  private static void look(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/screens", name + ".png")));
    Accessibility.check(page);
  }
}
