package nl.onderstroom.server.ballots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.onderstroom.engine.ballot.Ballot;
import nl.onderstroom.engine.ballot.SigningKey;
import nl.onderstroom.server.answers.AnswerBox;
import nl.onderstroom.server.answers.Closing;
import nl.onderstroom.server.answers.Outcome;
import nl.onderstroom.server.answers.Sheet;
import nl.onderstroom.server.answers.Summaries;
import nl.onderstroom.server.rounds.Cohort;
import nl.onderstroom.server.rounds.CohortKeys;
import nl.onderstroom.server.rounds.KeyList;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.shell.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The end of handing out: which groups answer, and that nobody makes a ballot any more. */
@Tag("database")
class OpeningTest {
  private final Firm firm = new Firm();

  @AfterEach
  void close() {
    firm.close();
  }

  @Test
  void aGroupInWhichTooFewFetchedABallotNeverOpens() {
    RoundId round = firm.issuing();
    fetch(round, 0, Firm.FLOOR);
    fetch(round, Firm.TEAM, Firm.FLOOR - 1);
    firm.room(Opening.class).open(round);
    assertThat(firm.group(round, 0).opened()).isTrue();
    assertThat(firm.group(round, Firm.TEAM).opened()).isFalse();
    assertThat(firm.room(CohortKeys.class).findOpened(round, firm.group(round, 0).number()))
        .isPresent();
    assertThat(firm.room(CohortKeys.class).findOpened(round, firm.group(round, Firm.TEAM).number()))
        .isEmpty();
  }

  /** It is not known whose ballot is whose, so that of somebody who left counts like any other. */
  @Test
  void aGroupOfSevenOpensAlsoWhenOneOfThemLeftWithABallot() {
    RoundId round = ofSeven();
    List<Ballot> ballots =
        IntStream.range(0, Firm.FLOOR).mapToObj(person -> firm.fetch(round, person)).toList();
    KeyList.OfCohort group = firm.group(round, 1);
    firm.leave(0);
    firm.room(Opening.class).open(round);
    assertThat(firm.group(round, 1).opened()).isTrue();
    assertThat(firm.group(round, 1).people()).as("frozen").isEqualTo(Firm.FLOOR);
    Sheet sheet = Sheet.of(Questionnaire.FIRST, Map.of("hope", List.of(3)));
    for (Ballot ballot : ballots) {
      assertThat(firm.room(AnswerBox.class).drop(round, group.number(), ballot, 1, sheet))
          .isEqualTo(new Outcome.Counted(1));
    }
    firm.room(Closing.class).close(round);
    assertThat(firm.room(Summaries.class).list(round))
        .extracting(each -> each.summary().respondents())
        .containsExactly((long) Firm.FLOOR);
  }

  @Test
  void aGroupOfSevenOfWhomOneLeftWithoutABallotDoesNotOpen() {
    RoundId round = ofSeven();
    fetch(round, 1, Firm.FLOOR - 1);
    firm.leave(0);
    fetch(round, Firm.TEAM, Firm.TEAM);
    firm.room(Opening.class).open(round);
    assertThat(firm.group(round, 1).people()).as("frozen").isEqualTo(Firm.FLOOR);
    assertThat(firm.group(round, 1).opened()).isFalse();
    assertThat(firm.group(round, Firm.TEAM).opened()).isTrue();
  }

  @Test
  void whoLeftCannotFetchAnyMoreWithABallotOrWithout() {
    RoundId round = firm.issuing();
    firm.fetch(round, 0);
    for (int person : new int[] {0, 1}) {
      byte[] blinded = firm.blinded(round, person).blinded();
      String key = firm.group(round, person).key().fingerprint();
      firm.leave(person);
      assertThatThrownBy(
              () -> firm.room(Issuing.class).sign(round, Firm.identity(person), blinded, key))
          .isInstanceOf(Refusal.class)
          .hasMessage("403 ballots.not-in-round");
    }
  }

  @Test
  void onceTheNextPulseBeginsNothingIsKeptOfWhoLeft() {
    RoundId round = firm.issuing();
    fetch(round, 0, Firm.FLOOR);
    long left = firm.leave(0);
    firm.room(Opening.class).open(round);
    firm.room(Closing.class).close(round);
    assertThat(participationsOf(left)).isEqualTo(1);
    firm.begun();
    assertThat(participationsOf(left)).isZero();
  }

  private long participationsOf(long person) {
    return firm.owner()
        .sql("select count(*) from participation where person_id = :person")
        .param("person", person)
        .query(Long.class)
        .single();
  }

  /** Handing out, in a firm of which one team is as small as may be. */
  private RoundId ofSeven() {
    IntStream.range(Firm.FLOOR, Firm.TEAM).forEach(firm::leave);
    return firm.issuing();
  }

  /** The floor for what is written is twenty, whatever that for numbers. */
  @Test
  void worriesAreTakenOnlyWhereTwentyHaveABallotForThem() {
    for (int writers : new int[] {19, 20}) {
      RoundId round = firm.issuing();
      fetch(round, 0, Firm.FLOOR);
      KeyList list = firm.room(CohortKeys.class).find(round).orElseThrow();
      var key = list.find(Cohort.EVERYBODY).orElseThrow().key();
      for (int person = 0; person < writers; person++) {
        byte[] blinded = firm.wallet(person).blind(round.value(), key).blinded();
        firm.room(Issuing.class)
            .signWorry(round, Firm.identity(person), blinded, key.fingerprint());
      }
      firm.room(Opening.class).open(round);
      assertThat(firm.room(CohortKeys.class).findOpened(round, Cohort.EVERYBODY).isPresent())
          .isEqualTo(writers == 20);
    }
  }

  @Test
  void whereNoGroupHasEnoughTheRoundStaysShutAndPeopleCanStillFetch() {
    RoundId round = firm.issuing();
    fetch(round, 0, Firm.FLOOR - 1);
    assertRefused(round, 422, "ballots.no-group-with-enough");
    assertThat(state(round)).isEqualTo(RoundState.ISSUING);
    fetch(round, 0, Firm.FLOOR);
    firm.room(Opening.class).open(round);
    assertThat(state(round)).isEqualTo(RoundState.OPEN);
  }

  @Test
  void aRoundOpensOnlyAfterTheWorksCouncilSigned() {
    RoundId round = firm.withKeys();
    assertRefused(round, 409, "ballots.not-countersigned");
    assertRefused(firm.draft(), 409, "rounds.not-at-this-step.open");
  }

  @Test
  void theKeysAreDestroyedAndThoseOfOtherRoundsAreNot() {
    RoundId round = firm.issuing();
    RoundId other = firm.issuing();
    fetch(round, 0, Firm.FLOOR);
    Collection<SigningKey> keys = firm.room(SigningKeys.class).list(round).values();
    List<byte[]> sealed = sealed(round);
    assertThat(keys).hasSize(3).noneMatch(key -> isInTheFile(key.encoded()));
    assertThat(sealed).hasSize(3).allMatch(this::isInTheFile);
    firm.room(Opening.class).open(round);
    assertThat(firm.room(SigningKeys.class).list(round)).isEmpty();
    assertThat(sealed).noneMatch(this::isInTheFile);
    assertThat(firm.room(SigningKeys.class).list(other)).hasSize(3);
    assertThat(sealed(other)).hasSize(3).allMatch(this::isInTheFile);
    assertThat(firm.fetch(other, 3)).isNotNull();
  }

  /** Whoever has a backup, or the log of the database, has the rows as they were. */
  @Test
  void ofRowsThatAreBroughtBackAfterOpeningNoKeyCanBeMade() {
    RoundId round = firm.issuing();
    fetch(round, 0, Firm.FLOOR);
    firm.owner().sql("create table backup as select * from signing_key").update();
    firm.room(Opening.class).open(round);
    firm.owner().sql("insert into signing_key select * from backup").update();
    assertThat(firm.room(SigningKeys.class).list(round)).isEmpty();
    assertThatThrownBy(() -> firm.fetch(round, 8)).hasMessage("409 ballots.issuing-over");
  }

  private List<byte[]> sealed(RoundId round) {
    return firm.owner()
        .sql("select sealed_key from signing_key where round_id = :round")
        .param("round", round.value())
        .query((row, index) -> row.getBytes(1))
        .list();
  }

  /** In the table's file as it lies on the disk, with all that is no longer a row. */
  private boolean isInTheFile(byte[] content) {
    firm.owner().sql("checkpoint").update();
    // Its last part: of a key the primes and what follows from them.
    String end = HexFormat.of().formatHex(content, content.length - 256, content.length);
    return firm.owner()
        .sql(
            """
            select position(decode(:end, 'hex') in
              pg_read_binary_file(pg_relation_filepath('signing_key'))) > 0
            """)
        .param("end", end)
        .query(Boolean.class)
        .single();
  }

  @Test
  void ofTwoWhoOpenAtOnceOneDoes() throws Exception {
    RoundId round = firm.issuing();
    fetch(round, 0, Firm.FLOOR);
    Callable<Boolean> open = () -> opens(round);
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      List<Future<Boolean>> opened = both.invokeAll(List.of(open, open));
      assertThat(List.of(opened.getFirst().get(), opened.getLast().get()))
          .containsExactlyInAnyOrder(true, false);
    }
    assertThat(state(round)).isEqualTo(RoundState.OPEN);
    assertThat(firm.group(round, 0).opened()).isTrue();
  }

  private boolean opens(RoundId round) {
    try {
      firm.room(Opening.class).open(round);
      return true;
    } catch (Refusal refused) {
      assertThat(refused).hasMessage("409 rounds.not-at-this-step.open");
      return false;
    }
  }

  @Test
  void stoppedBetweenTheTwoWingsNobodyCanFetchAndOpeningAgainDoesTheRest() {
    RoundId round = firm.issuing();
    fetch(round, 0, Firm.FLOOR);
    firm.owner().sql("alter table cohort add constraint stop check (not opened)").update();
    assertThatThrownBy(() -> firm.room(Opening.class).open(round));
    assertThat(state(round)).isEqualTo(RoundState.ISSUING);
    assertThat(firm.room(SigningKeys.class).list(round)).isEmpty();
    assertThatThrownBy(() -> firm.fetch(round, 8)).hasMessage("409 ballots.issuing-over");
    firm.owner().sql("alter table cohort drop constraint stop").update();
    firm.restart();
    firm.room(Opening.class).open(round);
    assertThat(state(round)).isEqualTo(RoundState.OPEN);
    assertThat(firm.group(round, 0).opened()).isTrue();
  }

  @Test
  void aRestartWhileKeysAreBeingMadeGoesOnByItself() {
    RoundId round = firm.begun();
    firm.room(KeyMaking.class).make(round);
    firm.restart();
    firm.room(KeyMaking.class).await(round).join();
    assertBothHalvesBelongTogether(round);
  }

  @Test
  void aRestartAfterKeysWereKeptAndBeforeTheyArePublishedPublishesThose() {
    RoundId round = firm.withKeys();
    List<SigningKey> made = List.copyOf(firm.room(SigningKeys.class).list(round).values());
    firm.owner().sql("delete from cohort_key").update();
    firm.restart();
    firm.room(KeyMaking.class).await(round).join();
    assertThat(firm.room(SigningKeys.class).list(round).values())
        .extracting(SigningKey::verifying)
        .containsExactlyElementsOf(made.stream().map(SigningKey::verifying).toList());
    assertBothHalvesBelongTogether(round);
  }

  private void assertBothHalvesBelongTogether(RoundId round) {
    KeyList list = firm.room(CohortKeys.class).find(round).orElseThrow();
    assertThat(list.cohorts()).hasSize(3);
    assertThat(firm.room(SigningKeys.class).list(round))
        .allSatisfy((cohort, key) ->
            assertThat(key.verifying()).isEqualTo(list.find(cohort).orElseThrow().key()));
    firm.countersign(round);
    assertThat(firm.fetch(round, 3)).isNotNull();
  }

  private void fetch(RoundId round, int first, int people) {
    IntStream.range(first, first + people).forEach(person -> firm.fetch(round, person));
  }

  private RoundState state(RoundId round) {
    return firm.room(Rounds.class).get(round).state();
  }

  private void assertRefused(RoundId round, int status, String key) {
    assertThatThrownBy(() -> firm.room(Opening.class).open(round))
        .isInstanceOf(Refusal.class)
        .hasMessage(status + " " + key);
  }
}
