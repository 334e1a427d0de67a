package nl.onderstroom.server.ballots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.onderstroom.server.answers.Closing;
import nl.onderstroom.server.rounds.Cut;
import nl.onderstroom.server.rounds.CutKind;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.shell.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How a round begins: who answers with whom is fixed, once. */
@Tag("database")
class IssuingTest {
  private final Firm firm = new Firm();
  private final Issuing issuing = firm.room(Issuing.class);
  private final Rounds rounds = firm.room(Rounds.class);

  @AfterEach
  void close() {
    firm.close();
  }

  @Test
  void cohortsAndTheTreeAreFrozenAtTheBeginning() {
    RoundId round = firm.begun();
    firm.hire(99, "kantoor");
    assertThat(rounds.get(round).state()).isEqualTo(RoundState.ISSUING);
    assertThat(rounds.listCohorts(round))
        .extracting(cohort -> cohort.unitCode() + " " + cohort.people())
        .containsExactlyInAnyOrder("kantoor 10", "werkplaats 10");
  }

  /** The office: seven at one site and three at another. The workshop: all of them at one. */
  @Test
  void aTeamIsSplitBySiteOnlyWhereEachPartIsLargeEnough() {
    firm.owner().sql("update person set site = 'Zwolle'").update();
    firm.owner().sql("update person set site = 'Kampen' where number in ('0', '1', '2')").update();
    assertThat(cohortsBySite())
        .containsExactlyInAnyOrder("kantoor 10 []", "werkplaats 10 [SITE:Zwolle]");

    for (int person = 100; person < 104; person++) {
      firm.hire(person, "kantoor");
    }
    firm.owner().sql("update person set site = 'Kampen' where length(number) = 3").update();
    assertThat(cohortsBySite())
        .containsExactlyInAnyOrder(
            "kantoor 7 [SITE:Kampen]", "kantoor 7 [SITE:Zwolle]", "werkplaats 10 [SITE:Zwolle]");
  }

  @Test
  void aRoundThatIsNotLookedAtBySiteKnowsNoSite() {
    firm.owner().sql("update person set site = 'Zwolle'").update();
    RoundId round = firm.begun();
    assertThat(rounds.listCohorts(round)).allMatch(cohort -> cohort.cuts().isEmpty());
    assertThat(count("cohort_cut")).isZero();
  }

  private List<String> cohortsBySite() {
    RoundId round = rounds.draft("Voorjaar", Firm.FLOOR, Questionnaire.FIRST, Set.of(CutKind.SITE));
    issuing.begin(round);
    return rounds.listCohorts(round).stream()
        .map(cohort ->
            cohort.unitCode()
                + " "
                + cohort.people()
                + " "
                + cohort.cuts().stream().map(Cut::id).toList())
        .toList();
  }

  @Test
  void ofTwoWhoBeginAtOnceOneBeginsAndTheOtherIsToldBeforeAnythingIsWritten() throws Exception {
    RoundId round = firm.draft();
    firm.owner().sql("create table freezing (n integer)").update();
    firm.owner()
        .sql(
            """
            create function freezes() returns trigger language plpgsql security definer as
            'begin insert into public.freezing values (1); return null; end'
            """)
        .update();
    firm.owner()
        .sql(
            "create trigger freezes after insert on participation for each statement execute function freezes()")
        .update();
    List<Future<Boolean>> begun = whileParticipationIsLocked(() -> begin(round));
    assertThat(begun.stream().map(IssuingTest::outcome).toList())
        .containsExactlyInAnyOrder(true, false);
    assertThat(count("freezing")).as("times the people's side was written").isEqualTo(1);
    assertThat(count("participation")).isEqualTo(2 * Firm.TEAM);
  }

  private boolean begin(RoundId round) {
    try {
      issuing.begin(round);
      return true;
    } catch (Refusal refused) {
      assertThat(refused.status().value()).isEqualTo(409);
      return false;
    }
  }

  /** Two do the same, and get as far as they can before participation may be written. */
  private List<Future<Boolean>> whileParticipationIsLocked(Callable<Boolean> work)
      throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      Future<?> lock = threads.submit(firm::lockParticipationUntilTwoWait);
      firm.awaitLock();
      List<Future<Boolean>> both = List.of(threads.submit(work), threads.submit(work));
      lock.get();
      return both;
    }
  }

  @Test
  void aFirmTooSmallForOneCohortStaysADraft() {
    firm.owner().sql("delete from person where number::int >= 5").update();
    RoundId round = firm.draft();
    assertRefused(() -> issuing.begin(round), 422, "ballots.too-few");
    assertThat(rounds.get(round).state()).isEqualTo(RoundState.DRAFT);
    assertThat(count("participation")).isZero();
  }

  @Test
  void whoTookPartIsForgottenWhenTheNextRoundBeginsAndNotWhileTheRoundRuns() {
    RoundId closed = firm.begun();
    firm.room(Closing.class).closeWith(closed, Map.of(), List.of());
    RoundId running = firm.issuing();
    firm.fetch(running, 3);
    firm.draft();
    RoundId third = firm.begun();
    assertThat(
            firm.owner()
                .sql("select distinct round_id from participation order by 1")
                .query(Long.class)
                .list())
        .containsExactly(running.value(), third.value());
    firm.fetch(running, 4);
    assertThat(count("participation where issued")).isEqualTo(2);
  }

  private long count(String what) {
    return firm.owner().sql("select count(*) from " + what).query(Long.class).single();
  }

  private static boolean outcome(Future<Boolean> one) {
    try {
      return one.get();
    } catch (ExecutionException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }

  private static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable action, int status, String key) {
    assertThatThrownBy(action).isInstanceOf(Refusal.class).hasMessage(status + " " + key);
  }
}
