package nl.onderstroom.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.onderstroom.engine.ballot.VerifyingKey;
import nl.onderstroom.engine.ballot.Wallet;
import nl.onderstroom.server.access.Identity;
import nl.onderstroom.server.ballots.Issuing;
import nl.onderstroom.server.people.People;
import nl.onderstroom.server.people.PersonId;
import nl.onderstroom.server.rounds.CohortKeys;
import nl.onderstroom.server.rounds.RoundId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who gets a letter, and what is in it: a fetched ballot shows, an answer never. */
@Tag("database")
class InvitationsTest {
  private static final String MAIL = "@oeverman.example";
  private static final String FATMA = "fatma.yildiz" + MAIL;

  @Test
  void whoHasNoBallotIsInvitedAndThatItIsOpenIsToldToEverybody() throws Exception {
    try (House house = House.demo()) {
      var lead = new Guest(house.url());
      lead.be("samira.el.idrissi" + MAIL);
      herGroupHasBallots(house);
      lead.get("/rounds/8");
      assertThat(lead.post("/rounds/8/invitations").status()).isEqualTo(200);
      assertThat(readers(house)).isNotEmpty().doesNotContain(FATMA);
      assertThat(letters(house)).allMatch(text -> text.contains(house.url() + "/my-rounds/8"));

      house.forgetMail();
      lead.get("/rounds/8");
      assertThat(lead.post("/rounds/8/opening").status()).isEqualTo(200);
      Set<String> everybody = readers(house);
      assertThat(everybody).hasSize(420).contains(FATMA);
      assertThat(letters(house).stream().distinct())
          .as("the same to everybody: a link of one's own would tell whose it is")
          .hasSize(1)
          .allMatch(text -> text.contains(house.answersUrl() + "/answer/8"));

      house.forgetMail();
      Voter.persona(house.url(), house.answersUrl(), FATMA, "7").fetch("7");
      lead.get("/rounds/8");
      assertThat(lead.post("/rounds/8/invitations").status()).isEqualTo(200);
      assertThat(readers(house)).as("a reminder").isEqualTo(everybody);
    }
  }

  @Test
  void whereNothingCanBeSentThatIsSaidAndTheRoundIsOpenAllTheSame() {
    try (House house = House.demo()) {
      herGroupHasBallots(house);
      house.mail().stop();
      var lead = new Guest(house.url());
      lead.be("samira.el.idrissi" + MAIL);
      lead.get("/rounds/8");
      Guest.Answer answer = lead.post("/rounds/8/opening");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).contains("Niet iedereen kreeg bericht");
    }
  }

  private static void herGroupHasBallots(House house) {
    var round = new RoundId(8);
    var issuing = house.bean(Issuing.class);
    People people = house.bean(People.class);
    Map<PersonId, Integer> cohorts = issuing.listCohorts(round);
    Integer hers = Objects.requireNonNull(cohorts.get(people.find(FATMA).orElseThrow().id()));
    VerifyingKey key =
        house.bean(CohortKeys.class).find(round).orElseThrow().find(hers).orElseThrow().key();
    people.listPeople().stream()
        .filter(each -> hers.equals(cohorts.get(each.id())))
        .filter(each -> !each.email().equals(Optional.of(FATMA)))
        .forEach(each ->
            issuing.sign(
                round,
                new Identity(each.email().orElseThrow(), each.name()),
                Wallet.random(new SecureRandom()).blind(round.value(), key).blinded(),
                key.fingerprint()));
    Voter.persona(house.url(), house.answersUrl(), FATMA, "8").fetch("8");
  }

  private static Set<String> readers(House house) throws MessagingException {
    return Arrays.stream(house.mail().getReceivedMessages())
        .map(InvitationsTest::reader)
        .collect(Collectors.toSet());
  }

  private static String reader(Message message) {
    try {
      return message.getAllRecipients()[0].toString();
    } catch (MessagingException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static List<String> letters(House house) {
    return Arrays.stream(house.mail().getReceivedMessages()).map(InvitationsTest::text).toList();
  }

  private static String text(Message message) {
    try {
      return message.getContent().toString();
    } catch (IOException | MessagingException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
