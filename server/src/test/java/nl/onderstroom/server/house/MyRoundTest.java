package nl.onderstroom.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.onderstroom.engine.ballot.BlindedMessage;
import nl.onderstroom.engine.ballot.VerifyingKey;
import nl.onderstroom.engine.ballot.Wallet;
import nl.onderstroom.server.demo.RunningRounds;
import nl.onderstroom.server.rounds.CohortKeys;
import nl.onderstroom.server.rounds.RoundId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A person's own side of the two rounds that run in the example company. */
@Tag("database")
class MyRoundTest {
  private static final int OPEN = 7;
  private static final int HANDING_OUT = 8;
  private static final Pattern COHORT = Pattern.compile("cohort=([0-9]+)");
  private static final Pattern SIGNATURE = Pattern.compile("data-signature=\"([^\"]+)\"");

  private static House house;

  @BeforeAll
  static void open() throws Exception {
    house = House.demo();
    house.bean(RunningRounds.class).ready().get(2, TimeUnit.MINUTES);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void aGuestMayAnswerTheOpenRoundWithTheBallotOfWhoeverTheyAre() {
    String page = as("fatma.yildiz").get("/my-rounds/" + OPEN).body();
    assertThat(page).contains("data-stage=\"MAY_ANSWER\"", "id=\"recovery-code\"");
  }

  @Test
  void theSignatureOnThePageMakesABallotAndComesAgain() {
    Guest fatma = as("fatma.yildiz");
    String before = fatma.get("/my-rounds/" + HANDING_OUT).body();
    assertThat(before).contains("data-stage=\"MAY_FETCH\"");
    VerifyingKey key =
        house
            .bean(CohortKeys.class)
            .find(new RoundId(HANDING_OUT))
            .orElseThrow()
            .find(Integer.parseInt(found(COHORT, before)))
            .orElseThrow()
            .key();
    BlindedMessage message = Wallet.random(new SecureRandom()).blind(HANDING_OUT, key);
    String first = found(SIGNATURE, fetch(fatma, message.blinded(), key).body());
    assertThat(key.verify(message.finish(Base64.getUrlDecoder().decode(first)))).isTrue();
    assertThat(fatma.get("/my-rounds/" + HANDING_OUT).body()).contains("data-stage=\"WAITS\"");
    assertThat(found(SIGNATURE, fetch(fatma, message.blinded(), key).body())).isEqualTo(first);
    byte[] other = Wallet.random(new SecureRandom()).blind(HANDING_OUT, key).blinded();
    assertThat(fetch(fatma, other, key).status()).isEqualTo(409);
  }

  @Test
  void theWorksCouncilSeesTheListThatItSignedFor() {
    String fingerprint =
        house.bean(CohortKeys.class).find(new RoundId(HANDING_OUT)).orElseThrow().fingerprint();
    assertThat(fingerprint).matches("([0-9A-Z]{4} ){12}[0-9A-Z]{4}");
    assertThat(as("wim.verschuren").get("/rounds/" + HANDING_OUT + "/keys").body())
        .contains(fingerprint, "Wim Verschuren");
    assertThat(as("samira.el.idrissi").get("/rounds/" + HANDING_OUT).body())
        .contains("id=\"handing\"", "id=\"keys\"");
  }

  private static Guest as(String name) {
    var guest = new Guest(house.url());
    assertThat(guest.be(name + "@oeverman.example").path()).isEqualTo("/");
    return guest;
  }

  private static Guest.Answer fetch(Guest guest, byte[] blinded, VerifyingKey key) {
    return guest.post(
        "/my-rounds/" + HANDING_OUT + "/ballot",
        "blinded",
        Base64.getUrlEncoder().withoutPadding().encodeToString(blinded),
        "key",
        key.fingerprint());
  }

  private static String found(Pattern pattern, String page) {
    Matcher matcher = pattern.matcher(page);
    assertThat(matcher.find()).as("%s in %s", pattern, page).isTrue();
    return matcher.group(1);
  }
}
