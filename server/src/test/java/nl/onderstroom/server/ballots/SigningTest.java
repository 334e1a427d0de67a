package nl.onderstroom.server.ballots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.onderstroom.engine.ballot.Ballot;
import nl.onderstroom.engine.ballot.BlindedMessage;
import nl.onderstroom.engine.ballot.Wallet;
import nl.onderstroom.server.answers.Closing;
import nl.onderstroom.server.rounds.Cohort;
import nl.onderstroom.server.rounds.CohortKeys;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.shell.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One ballot a person, signed without being seen, and the same again for who lost it. */
@Tag("database")
class SigningTest {
  private final Firm firm = new Firm();
  private final Issuing issuing = firm.room(Issuing.class);

  @AfterEach
  void close() {
    firm.close();
  }

  @Test
  void aBallotIsValidByTheKeyOfThePersonsGroupAndByNoOther() {
    RoundId round = firm.issuing();
    Ballot ballot = firm.fetch(round, 3);
    assertThat(firm.group(round, 3).key().verify(ballot)).isTrue();
    assertThat(firm.group(round, 13).key()).isNotEqualTo(firm.group(round, 3).key());
    assertThat(firm.group(round, 13).key().verify(ballot)).isFalse();
  }

  @Test
  void whoLostADeviceGetsTheSameBallotAgainAlsoWhileTheRoundIsOpen() {
    RoundId round = firm.issuing();
    Ballot first = firm.fetch(round, 0);
    for (int person = 1; person < Firm.FLOOR; person++) {
      firm.fetch(round, person);
    }
    assertThat(firm.fetch(round, 0).signature()).isEqualTo(first.signature());
    firm.room(Opening.class).open(round);
    assertThat(firm.fetch(round, 0).signature()).isEqualTo(first.signature());
    assertRefused(() -> firm.fetch(round, 8), 409, "ballots.issuing-over");
    firm.room(Closing.class).close(round);
    assertRefused(() -> firm.fetch(round, 0), 409, "ballots.no-ballots-now");
  }

  @Test
  void ofAnotherWalletNothingIsSignedForWhoHasABallot() {
    RoundId round = firm.issuing();
    firm.fetch(round, 3);
    BlindedMessage other =
        Wallet.random(new SecureRandom()).blind(round.value(), firm.group(round, 3).key());
    assertRefused(() -> firm.sign(round, 3, other.blinded()), 409, "ballots.has-other-ballot");
  }

  @Test
  void ofFiftyThatOnePersonAsksForAtOnceOneIsSigned() throws Exception {
    RoundId round = firm.issuing();
    var key = firm.group(round, 3).key();
    var asked = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < 50; i++) {
      byte[] blinded = Wallet.random(new SecureRandom()).blind(round.value(), key).blinded();
      asked.add(() -> isSigned(round, blinded));
    }
    long signed = 0;
    try (ExecutorService many = Executors.newFixedThreadPool(asked.size())) {
      for (Future<Boolean> one : many.invokeAll(asked)) {
        signed += one.get() ? 1 : 0;
      }
    }
    assertThat(signed).isEqualTo(1);
    assertThat(count("participation where issued")).isEqualTo(1);
  }

  private boolean isSigned(RoundId round, byte[] blinded) {
    try {
      firm.sign(round, 3, blinded);
      return true;
    } catch (Refusal refused) {
      assertThat(refused).hasMessage("409 ballots.has-other-ballot");
      return false;
    }
  }

  @Test
  void nobodySignsBeforeTheWorksCouncilDid() {
    RoundId begun = firm.begun();
    assertRefused(
        () -> issuing.sign(begun, Firm.identity(3), new byte[256], ""),
        409,
        "ballots.not-countersigned");
    RoundId round = firm.withKeys();
    assertRefused(() -> firm.fetch(round, 3), 409, "ballots.not-countersigned");
    assertThat(count("participation where issued")).isZero();
    firm.countersign(round);
    assertThat(firm.fetch(round, 3)).isNotNull();
  }

  @Test
  void onlyTheWorksCouncilCountersignsAndOnce() {
    RoundId round = firm.withKeys();
    firm.electCouncil();
    Countersigning countersigning = firm.room(Countersigning.class);
    assertRefused(
        () -> countersigning.countersign(round, Firm.identity(3), firm.fingerprint(round)),
        403,
        "access.not-your-role");
    assertRefused(
        () -> countersigning.countersign(round, Firm.COUNCIL, "of another list"),
        409,
        "rounds.keys.other-list");
    firm.countersign(round);
    assertRefused(() -> firm.countersign(round), 409, "rounds.keys.not-to-countersign");
    assertThat(countersigning.list(round))
        .extracting(Countersigning.Countersignature::name)
        .containsExactly("Wim");
  }

  @Test
  void whatWasBlindedForAnotherKeyUsesUpNothing() {
    RoundId round = firm.issuing();
    byte[] blinded = firm.blinded(round, 3).blinded();
    String other = firm.group(round, 13).key().fingerprint();
    for (String key : List.of(other, "")) {
      assertRefused(
          () -> issuing.sign(round, Firm.identity(3), blinded, key), 409, "ballots.other-key");
    }
    assertThat(count("participation where issued")).isZero();
    assertThat(firm.fetch(round, 3)).isNotNull();
  }

  /** Whoever can write in the database changes the list after the works council signed. */
  @Test
  void aListThatIsNotTheOneSignedForIsNotCountersignedAndDoesNotOpen() {
    RoundId round = firm.issuing();
    for (int person = 0; person < Firm.FLOOR; person++) {
      firm.fetch(round, person);
    }
    firm.owner().sql("update cohort set people = people + 1").update();
    assertThat(firm.room(CohortKeys.class).find(round).orElseThrow().countersigned()).isFalse();
    assertRefused(() -> firm.room(Opening.class).open(round), 409, "ballots.not-countersigned");
  }

  @Test
  void whatWasSignedIsForgottenWhenTheRoundCloses() {
    RoundId round = firm.issuing();
    for (int person = 0; person < Firm.FLOOR; person++) {
      firm.fetch(round, person);
    }
    firm.room(Opening.class).open(round);
    assertThat(count("participation where blinded is not null")).isEqualTo(Firm.FLOOR);
    firm.room(Closing.class).close(round);
    assertThat(count("participation where blinded is not null or signature is not null")).isZero();
    assertThat(count("participation where issued")).isEqualTo(Firm.FLOOR);
  }

  @Test
  void whoMayWriteHasASecondBallotByTheKeyOfEverybodyOnce() {
    RoundId round = firm.issuing();
    var everybody =
        firm.room(CohortKeys.class).find(round).orElseThrow().find(Cohort.EVERYBODY).orElseThrow();
    assertThat(everybody.people()).isEqualTo(2 * Firm.TEAM);
    BlindedMessage asked = firm.wallet(3).blind(round.value(), everybody.key());
    String key = everybody.key().fingerprint();
    byte[] signed = issuing.signWorry(round, Firm.identity(3), asked.blinded(), key);
    assertThat(everybody.key().verify(asked.finish(signed))).isTrue();
    assertThat(issuing.signWorry(round, Firm.identity(3), asked.blinded(), key)).isEqualTo(signed);
    byte[] other = firm.wallet(4).blind(round.value(), everybody.key()).blinded();
    assertRefused(
        () -> issuing.signWorry(round, Firm.identity(3), other, key),
        409,
        "ballots.has-other-ballot");
    assertThat(count("participation where issued")).as("it is no ballot to answer with").isZero();
    assertThat(firm.fetch(round, 3)).isNotNull();
  }

  @Test
  void whoJoinedLaterIsNotInTheRound() {
    RoundId round = firm.issuing();
    firm.hire(99, "kantoor");
    assertRefused(
        () -> issuing.sign(round, Firm.identity(99), new byte[256], ""),
        403,
        "ballots.not-in-round");
  }

  @Test
  void whoChangedTeamsKeepsTheGroupOfTheBeginning() {
    RoundId round = firm.issuing();
    int before = firm.group(round, 3).number();
    firm.owner()
        .sql(
            """
            update person set unit_id = (select id from unit where code = 'werkplaats')
            where number = '3'
            """)
        .update();
    assertThat(firm.group(round, 3).number()).isEqualTo(before);
    assertThat(firm.group(round, 3).key().verify(firm.fetch(round, 3))).isTrue();
  }

  @Test
  void whatCannotBeSignedIsRefusedAndNotStored() {
    RoundId round = firm.issuing();
    byte[] tooLarge = new byte[256];
    Arrays.fill(tooLarge, (byte) 255);
    for (byte[] malformed : List.of(new byte[0], new byte[255], tooLarge, new byte[5_000])) {
      assertRefused(() -> firm.sign(round, 3, malformed), 422, "ballots.malformed");
    }
    assertThat(count("participation where issued or blinded is not null")).isZero();
    assertThat(firm.fetch(round, 3)).isNotNull();
  }

  @Test
  void aDraftSignsNothing() {
    RoundId round = firm.draft();
    assertRefused(
        () -> issuing.sign(round, Firm.identity(3), new byte[256], ""),
        409,
        "ballots.no-ballots-now");
  }

  @Test
  void onlyWhoAskedHasABallot() {
    RoundId round = firm.issuing();
    firm.fetch(round, 3);
    assertThat(
            firm.owner()
                .sql(
                    "select number from participation p join person on id = person_id where issued")
                .query(String.class)
                .list())
        .containsExactly("3");
    assertThat(firm.room(Participations.class).listWithoutBallot(round)).hasSize(2 * Firm.TEAM - 1);
  }

  private long count(String what) {
    return firm.owner().sql("select count(*) from " + what).query(Long.class).single();
  }

  private static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable action, int status, String key) {
    assertThatThrownBy(action).isInstanceOf(Refusal.class).hasMessage(status + " " + key);
  }
}
