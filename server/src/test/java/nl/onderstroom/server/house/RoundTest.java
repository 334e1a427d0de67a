package nl.onderstroom.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.onderstroom.server.ballots.KeyMaking;
import nl.onderstroom.server.database.NamelessDatabase;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.rounds.RoundId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * One listening round at a firm of 48, from an empty house to the iceberg, as its people live it:
 * by browser, by mail and over HTTP.
 */
@Tag("browser")
class RoundTest {
  private static final String PROGRAMME_LEAD = "samira@oever.example";
  private static final String LEAD_OF_FIVE = "kofi@oever.example";
  private static final String WORKS_COUNCIL = "wim@oever.example";
  private static final long SEED = 20261123;

  private final SplittableRandom random = new SplittableRandom(SEED);

  @Test
  void oneRoundFromRosterToIceberg() {
    try (House house = House.empty();
        var chromium = new Chromium();
        BrowserContext desk = chromium.visit(1280, ColorScheme.LIGHT, true)) {
      Page steering = desk.newPage();
      steering.setDefaultTimeout(15_000);
      readInTheRoster(house, steering);
      signIn(house, steering, PROGRAMME_LEAD);
      String round = makeARound(house, steering, "Voorjaar");
      step(steering, "issuing");
      String later = makeARound(house, steering, "Najaar");
      step(steering, "issuing");

      countersign(house, chromium, round);
      countersign(house, chromium, later);

      Phone phone = new Phone(house, chromium);
      phone.fetchABallot(addresses().getFirst(), round);
      List<Voter> people = new ArrayList<>();
      for (String address : addresses().subList(1, 40)) {
        people.add(voter(house, address, round));
      }
      assertThat(people.getFirst().answer(round, 1).result())
          .as("answering before the round opens")
          .isEqualTo("not-open");

      steering.navigate(house.url() + "/rounds/" + round);
      step(steering, "opening");
      phone.answer(round);
      for (Voter person : people) {
        assertThat(person.answer(round, 1, anySheet()).result()).isEqualTo("counted");
        assertThat(person.write(round, 1, "Zorg " + people.indexOf(person)).result())
            .isEqualTo("counted");
      }
      Voter last = people.getLast();
      assertThat(last.answer(round, 1).result()).as("the same again").isEqualTo("stale");
      assertThat(last.answer(round, 2).result()).as("a change").isEqualTo("counted");
      phone.loseItAndAnswerAgain(addresses().getFirst(), round);
      phone.requireNothingThatTellsWho();

      steering.navigate(house.url() + "/rounds/" + round);
      step(steering, "closing");
      assertThat(last.answer(round, 3).result()).as("answering after closing").isEqualTo("closed");
      assertThat(house.data().resolve("boxes")).isDirectoryNotContaining("glob:**.{box,key}");

      step(steering, "publication");
      steering.navigate(house.url() + "/rounds/" + round + "/iceberg");
      assertThat(steering.locator("main svg").first().isVisible()).isTrue();
      assertThat(steering.locator("main").innerText()).contains("40");
      theLeadOfFiveIsToldWhy(house, chromium, round);
      steering.locator("#worries").click();
      Accessibility.check(steering);
      List<String> read = steering.locator("main blockquote").allInnerTexts();
      assertThat(read)
          .hasSize(40)
          .contains("Zorg 0", "Zorg 38", Phone.WORRY)
          .as("in the order in which they were written")
          .isNotEqualTo(read.stream().sorted().toList());
    }
  }

  private void readInTheRoster(House house, Page page) {
    signIn(house, page, House.ADMINISTRATOR);
    page.navigate(house.url() + "/people/imports/new");
    page.locator("input[type=file]")
        .setInputFiles(
            new FilePayload("people.csv", "text/csv", roster().getBytes(StandardCharsets.UTF_8)));
    page.locator("main form button[type=submit]").first().click();
    page.locator("form[action$='/application'] button").click();
    page.waitForLoadState();
    assertThat(page.locator("main").innerText()).contains("Oever");
    page.locator("form[action='/sign-out'] button").first().click();
  }

  static void signIn(House house, Page page, String address) {
    house.forgetMail();
    page.navigate(house.url() + "/sign-in");
    page.locator("#address").fill(address);
    page.locator("form[action='/sign-in'] button[type=submit]").click();
    page.navigate(house.url() + Guest.newestLink(house.mail(), address));
    page.locator("main form button").click();
    page.waitForURL(house.url() + "/");
  }

  private static String makeARound(House house, Page page, String name) {
    page.navigate(house.url() + "/rounds/new");
    page.locator("#name").fill(name);
    page.locator("main form button[type=submit]").click();
    page.waitForURL(Pattern.compile("/rounds/[0-9]+\\?"));
    return page.url().replaceAll(".*/rounds/([0-9]+).*", "$1");
  }

  private static void step(Page page, String verb) {
    page.locator("form[action$='/" + verb + "'] button").click();
    page.waitForURL(Pattern.compile("notice=round-"));
  }

  private static void countersign(House house, Chromium chromium, String round) {
    house.bean(KeyMaking.class).await(new RoundId(Long.parseLong(round))).join();
    try (BrowserContext desk = chromium.visit(1280, ColorScheme.LIGHT, true)) {
      Page page = desk.newPage();
      page.setDefaultTimeout(15_000);
      signIn(house, page, WORKS_COUNCIL);
      page.navigate(house.url() + "/rounds/" + round + "/keys");
      Accessibility.check(page);
      page.locator("form[action$='/countersignature'] button").click();
      page.locator("#countersigned").waitFor();
    }
  }

  private static Voter voter(House house, String address, String round) {
    var guest = new Guest(house.url());
    assertThat(guest.signIn(house.mail(), address).status()).isEqualTo(200);
    var voter = new Voter(house, guest);
    assertThat(voter.fetch(round).status()).isEqualTo(200);
    assertThat(voter.fetch(round).status()).as("the same again").isEqualTo(200);
    assertThat(new Voter(house, guest).fetch(round).status())
        .as("a second ballot for the same person")
        .isEqualTo(409);
    return voter;
  }

  private Map<String, List<Integer>> anySheet() {
    return Questionnaire.FIRST.asked().stream()
        .collect(
            Collectors.toMap(
                Question.Asked::key,
                question -> List.of(1 + random.nextInt(question.choiceKeys().size()))));
  }

  private static void theLeadOfFiveIsToldWhy(House house, Chromium chromium, String round) {
    try (BrowserContext phone = chromium.visit(390, ColorScheme.DARK, true)) {
      Page page = phone.newPage();
      page.setDefaultTimeout(15_000);
      signIn(house, page, LEAD_OF_FIVE);
      String unit =
          house
              .bean(NamelessDatabase.class)
              .sql()
              .sql("select code from round_unit where name = 'Nachtploeg' and round_id = :round")
              .param("round", Long.valueOf(round))
              .query(String.class)
              .single();
      page.navigate(house.url() + "/rounds/" + round + "/iceberg?unit=" + unit);
      assertThat(page.locator("main .fog").first().isVisible()).isTrue();
      assertThat(page.locator("main svg.iceberg").count()).as("a drawing of five people").isZero();
      Accessibility.check(page);
    }
  }

  private static String roster() {
    var csv = new StringBuilder("person,name,email,unit,lead,roles\n");
    List<String> addresses = addresses();
    for (int i = 0; i < addresses.size(); i++) {
      String team =
          i >= 43 ? "Nachtploeg" : List.of("Werkplaats", "Kantoor", "Buitendienst").get(i % 3);
      String address = addresses.get(i);
      csv.append(100 + i).append(',').append(address.substring(0, address.indexOf('@')));
      csv.append(',').append(address).append(",Oever / ").append(team).append(',');
      csv.append(address.equals(LEAD_OF_FIVE) ? "yes" : "no").append(',');
      csv.append(roles(address)).append('\n');
    }
    return csv.toString();
  }

  private static String roles(String address) {
    return switch (address) {
      case PROGRAMME_LEAD -> "programme";
      case WORKS_COUNCIL -> "council";
      default -> "";
    };
  }

  private static List<String> addresses() {
    var addresses = new ArrayList<String>();
    for (int i = 0; i < 45; i++) {
      addresses.add("persoon%02d@oever.example".formatted(i));
    }
    addresses.add(WORKS_COUNCIL);
    addresses.add(LEAD_OF_FIVE);
    addresses.add(PROGRAMME_LEAD);
    return addresses;
  }
}
