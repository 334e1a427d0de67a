package nl.onderstroom.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import nl.onderstroom.server.database.NamelessDatabase;
import nl.onderstroom.server.database.PeopleDatabase;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Questionnaire;
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
      String round = makeARound(house, steering);
      step(steering, "issuing");

      List<String> people = addresses().subList(0, 40);
      var entries = new ArrayList<String>();
      for (String address : people) {
        entries.add(fetchEntry(house, address, round));
      }
      assertThat(new Guest(house.url()).post("/answer/" + round).status())
          .as("answering before the round opens")
          .isEqualTo(409);

      steering.navigate(house.url() + "/rounds/" + round);
      step(steering, "opening");
      answerOnAPhone(house, chromium, round, entries.getFirst());
      for (String entry : entries.subList(1, entries.size())) {
        assertThat(answer(house, round, entry).status()).as("answering").isEqualTo(200);
      }
      assertThat(sheets(house)).isEqualTo(40);
      assertThat(answer(house, round, entries.getLast()).status()).isEqualTo(200);
      assertThat(sheets(house)).as("the same entry again replaces its sheet").isEqualTo(40);

      steering.navigate(house.url() + "/rounds/" + round);
      step(steering, "closing");
      assertThat(rowsThatHold(house, entries)).as("records left after closing").isZero();
      assertThat(answer(house, round, entries.getFirst()).status())
          .as("answering after closing")
          .isEqualTo(410);

      step(steering, "publication");
      steering.navigate(house.url() + "/rounds/" + round + "/iceberg");
      assertThat(steering.locator("main svg").first().isVisible()).isTrue();
      assertThat(steering.locator("main").innerText()).contains("40");
      theLeadOfFiveIsToldWhy(house, chromium, round);
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

  private static void signIn(House house, Page page, String address) {
    page.navigate(house.url() + "/sign-in");
    page.locator("#address").fill(address);
    page.locator("form[action='/sign-in'] button[type=submit]").click();
    page.navigate(house.url() + Guest.newestLink(house.mail(), address));
    page.locator("main form button").click();
    page.waitForURL(house.url() + "/");
  }

  private static String makeARound(House house, Page page) {
    page.navigate(house.url() + "/rounds/new");
    page.locator("#name").fill("Voorjaar");
    page.locator("main form button[type=submit]").click();
    page.waitForURL(Pattern.compile("/rounds/[0-9]+\\?"));
    return page.url().replaceAll(".*/rounds/([0-9]+).*", "$1");
  }

  private static void step(Page page, String verb) {
    page.locator("form[action$='/" + verb + "'] button").click();
    page.waitForURL(Pattern.compile("notice=round-"));
  }

  private static String fetchEntry(House house, String address, String round) {
    var guest = new Guest(house.url());
    assertThat(guest.signIn(house.mail(), address).status()).isEqualTo(200);
    assertThat(guest.get("/my-rounds/" + round).status()).isEqualTo(200);
    String page = guest.post("/my-rounds/" + round + "/entry").body();
    assertThat(guest.post("/my-rounds/" + round + "/entry").status())
        .as("a second entry for the same person")
        .isEqualTo(409);
    var entry = Pattern.compile("id=\"entry\">([0-9a-z]{26})<").matcher(page);
    assertThat(entry.find()).as("an entry on the page").isTrue();
    return entry.group(1);
  }

  private Guest.Answer answer(House house, String round, String entry) {
    var fields = new ArrayList<String>(List.of("code", entry));
    for (Question.Asked question : Questionnaire.FIRST.asked()) {
      fields.add(question.key());
      fields.add(Integer.toString(1 + random.nextInt(question.choiceKeys().size())));
    }
    return new Guest(house.url()).post("/answer/" + round, fields.toArray(String[]::new));
  }

  private static void answerOnAPhone(House house, Chromium chromium, String round, String entry) {
    try (BrowserContext phone = chromium.visit(390, ColorScheme.LIGHT, true)) {
      Page page = phone.newPage();
      page.setDefaultTimeout(15_000);
      page.navigate(house.url() + "/answer/" + round + "#" + entry);
      assertThat(page.url()).as("the entry has left the address bar").doesNotContain(entry);
      Accessibility.check(page);
      for (Question.Asked question : Questionnaire.FIRST.asked()) {
        Locator screen = page.locator("#question-" + question.key());
        assertThat(page.locator(".question:visible").count()).as("questions a screen").isOne();
        screen.locator("label.choice").nth(1).click();
        screen.locator(".pager button:visible").last().click();
      }
      page.locator("#question-code button[type=submit]").click();
      page.waitForURL(Pattern.compile("/thanks$"));
      assertThat(phone.cookies()).as("cookies after answering").isEmpty();
    }
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
              .sql("select code from round_unit where name = 'Nachtploeg'")
              .query(String.class)
              .single();
      page.navigate(house.url() + "/rounds/" + round + "/iceberg?unit=" + unit);
      assertThat(page.locator("main .fog").first().isVisible()).isTrue();
      assertThat(page.locator("main svg.iceberg").count()).as("a drawing of five people").isZero();
      Accessibility.check(page);
    }
  }

  private static long sheets(House house) {
    return house
        .bean(NamelessDatabase.class)
        .sql()
        .sql("select count(*) from sheet")
        .query(Long.class)
        .single();
  }

  /** Looks through every table of both wings for a sheet, an entry's hash or the entry itself. */
  private static long rowsThatHold(House house, List<String> entries) {
    var nameless = house.bean(NamelessDatabase.class).sql();
    long found = 0;
    for (String table : List.of("sheet", "entry")) {
      found += nameless.sql("select count(*) from " + table).query(Long.class).single();
    }
    var people = house.bean(PeopleDatabase.class).sql();
    for (var sql : List.of(nameless, people)) {
      List<String> tables =
          sql.sql(
                  """
                  select quote_ident(table_name) from information_schema.table_privileges
                  where table_schema = 'public' and privilege_type = 'SELECT'
                    and grantee = current_user
                  """)
              .query((row, index) -> row.getString(1))
              .list();
      assertThat(tables).isNotEmpty();
      for (String table : tables) {
        for (String entry : entries) {
          found +=
              sql.sql(
                      "select count(*) from "
                          + table
                          + " t where t::text like :code or t::text like :hash")
                  .param("code", "%" + entry + "%")
                  .param("hash", "%" + hash(entry) + "%")
                  .query(Long.class)
                  .single();
        }
      }
    }
    return found;
  }

  private static String hash(String entry) {
    return java.util.HexFormat.of()
        .formatHex(nl.onderstroom.server.rounds.EntryCode.parse(entry).orElseThrow().hash());
  }

  /** Forty-eight people: three teams of 14 or 15, and a night shift of five. */
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
      csv.append(address.equals(PROGRAMME_LEAD) ? "programme" : "").append('\n');
    }
    return csv.toString();
  }

  private static List<String> addresses() {
    var addresses = new ArrayList<String>();
    for (int i = 0; i < 46; i++) {
      addresses.add("persoon%02d@oever.example".formatted(i));
    }
    addresses.add(LEAD_OF_FIVE);
    addresses.add(PROGRAMME_LEAD);
    return addresses;
  }
}
