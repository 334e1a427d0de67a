package nl.onderstroom.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.regex.Pattern;
import nl.onderstroom.server.database.PeopleDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Coming in by mail, and what the door tells to who only asks. */
@Tag("database")
@ExtendWith(OutputCaptureExtension.class)
class SignInTest {
  private static final String NOBODY = "niemand@oever.example";

  /** Far longer than a page takes. */
  private static final Duration DELAY = Duration.ofSeconds(4);

  @Test
  void theAnswerTellsNeitherByItsWordsNorByItsTimeWhetherAnAddressIsSomebodys() {
    try (var mail = new GrumpyMailServer(DELAY);
        House house = House.withMailAt(mail.port())) {
      var guest = new Guest(house.url());
      guest.get("/sign-in");
      guest.post("/sign-in", "address", NOBODY);
      Asked nobody = ask(guest, NOBODY);
      Asked somebody = ask(guest, House.ADMINISTRATOR);
      assertThat(somebody.page()).isEqualTo(nobody.page());
      assertThat(somebody.took()).isLessThan(DELAY.dividedBy(4));
      assertThat(nobody.took()).isLessThan(DELAY.dividedBy(4));
      assertThat(mail.awaitVisits(1)).as("the link is being mailed meanwhile").isTrue();
    }
  }

  @Test
  void theFourthLinkInARowIsNotSentAndTheAnswerIsTheSame() throws InterruptedException {
    try (House house = House.empty()) {
      var guest = new Guest(house.url());
      guest.get("/sign-in");
      String first = ask(guest, House.ADMINISTRATOR).page();
      for (int i = 0; i < 5; i++) {
        assertThat(ask(guest, House.ADMINISTRATOR).page()).isEqualTo(first);
      }
      assertThat(house.mail().waitForIncomingEmail(10_000, 3)).isTrue();
      assertThat(house.mail().waitForIncomingEmail(1_000, 4)).isFalse();
    }
  }

  @Test
  void aLinkWorksOnceForAQuarterOfAnHourAndBeginsANewVisit() throws Exception {
    try (House house = House.empty()) {
      var guest = new Guest(house.url());
      guest.get("/sign-in");
      String before = guest.visit();
      assertThat(guest.signIn(house.mail(), House.ADMINISTRATOR).path()).isEqualTo("/");
      assertThat(guest.visit()).isNotEmpty().isNotEqualTo(before);
      assertGone(house, Guest.newestLink(house.mail(), House.ADMINISTRATOR));
      assertGone(house, "/sign-in/" + linkOf(house, -1));
    }
  }

  private static void assertGone(House house, String link) {
    var guest = new Guest(house.url());
    guest.get(link);
    assertThat(guest.post(link).status()).isEqualTo(410);
    assertThat(guest.get("/").path()).isEqualTo("/sign-in");
  }

  /** A link that has so many minutes to go. */
  private static String linkOf(House house, int minutes) throws NoSuchAlgorithmException {
    String secret = "s".repeat(22);
    house
        .bean(PeopleDatabase.class)
        .sql()
        .sql(
            "insert into sign_in_link values (:hash, :address, now() + :minutes * interval '1 minute')")
        .param(
            "hash",
            MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)))
        .param("address", House.ADMINISTRATOR)
        .param("minutes", minutes)
        .update();
    return secret;
  }

  @Test
  void aLetterThatIsRefusedIsLoggedWithoutTheAddress(CapturedOutput log)
      throws InterruptedException {
    try (var mail = new GrumpyMailServer(Duration.ZERO);
        House house = House.withMailAt(mail.port())) {
      var guest = new Guest(house.url());
      guest.get("/sign-in");
      ask(guest, House.ADMINISTRATOR);
      for (int tries = 0; tries < 100 && !log.getAll().contains("could not be sent"); tries++) {
        Thread.sleep(100);
      }
      assertThat(log.getAll())
          .contains("A letter could not be sent: ")
          .doesNotContain(House.ADMINISTRATOR);
    }
  }

  /** What somebody got who asked for a link, but for the token of the visit. */
  private record Asked(String page, Duration took) {}

  private static Asked ask(Guest guest, String address) {
    long start = System.nanoTime();
    Guest.Answer answer = guest.post("/sign-in", "address", address);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertThat(answer.status()).isEqualTo(200);
    String page =
        Pattern.compile("name=\"_csrf\" value=\"[^\"]+\"").matcher(answer.body()).replaceAll("");
    return new Asked(page, took);
  }
}
