package nl.onderstroom.server.floors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.server.access.Identity;
import nl.onderstroom.server.shell.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class DecidingTest {
  private static final Floors LOWER = new Floors(5, 8);

  private final Council council = new Council();
  private final Deciding deciding = council.deciding();

  @AfterEach
  void close() {
    council.close();
  }

  @Test
  void theFloorsBeginAtSevenAndTen() {
    assertThat(council.floors()).isEqualTo(new Floors(7, 10));
    assertThat(council.log()).isEmpty();
  }

  @Test
  void theProgrammeLeadRaisesAtOnce() {
    deciding.raise(Council.LEAD, new Floors(9, 12));
    assertThat(council.floors()).isEqualTo(new Floors(9, 12));
    assertThat(council.log()).containsExactly("samira PROGRAMME_LEAD RAISED 7-10 9-12");
  }

  @Test
  void raisingNeverLowersNotEvenOneOfTheTwo() {
    assertRefused(() -> deciding.raise(Council.LEAD, new Floors(6, 12)), "floors.not-raised");
    assertRefused(() -> deciding.raise(Council.LEAD, new Floors(8, 9)), "floors.not-raised");
    assertRefused(() -> deciding.raise(Council.LEAD, new Floors(7, 10)), "floors.not-raised");
    assertThat(council.log()).isEmpty();
  }

  @Test
  void loweringIsInForceWhenTwoOfTheWorksCouncilAgreedAndNotBefore() {
    deciding.propose(Council.LEAD, LOWER, "Kleine ploegen");
    assertThat(council.floors()).isEqualTo(Floors.DEFAULT);
    deciding.agree(Council.WIM, council.open());
    assertThat(council.floors()).isEqualTo(Floors.DEFAULT);
    deciding.agree(Council.FATMA, council.open());
    assertThat(council.floors()).isEqualTo(LOWER);
    assertThat(council.log())
        .containsExactly(
            "samira PROGRAMME_LEAD PROPOSED 7-10 5-8",
            "wim WORKS_COUNCIL AGREED 7-10 5-8",
            "fatma WORKS_COUNCIL AGREED 7-10 5-8",
            "fatma WORKS_COUNCIL LOWERED 7-10 5-8");
  }

  @Test
  void onePersonDoesNotCountTwice() {
    deciding.propose(Council.LEAD, LOWER, "Kleine ploegen");
    long proposal = council.open();
    deciding.agree(Council.WIM, proposal);
    assertRefused(() -> deciding.agree(Council.WIM, proposal), "floors.agreed-before");
    // Another address is the same person still.
    council.owner().sql("update person set email = 'w@oever.example' where name = 'wim'").update();
    assertRefused(
        () -> deciding.agree(new Identity("w@oever.example", "Willem"), proposal),
        "floors.agreed-before");
    assertThat(council.floors()).isEqualTo(Floors.DEFAULT);
  }

  @Test
  void whoAsksHasNoVoteInAnyRole() {
    deciding.propose(Council.BOTH, LOWER, "Kleine ploegen");
    assertRefused(() -> deciding.agree(Council.BOTH, council.open()), "floors.own-proposal");
    deciding.agree(Council.WIM, council.open());
    assertRefused(() -> deciding.agree(Council.BOTH, council.open()), "floors.own-proposal");
    assertThat(council.floors()).isEqualTo(Floors.DEFAULT);
  }

  @Test
  void oneRefusalEndsIt() {
    deciding.propose(Council.LEAD, LOWER, "Kleine ploegen");
    long proposal = council.open();
    deciding.agree(Council.WIM, proposal);
    deciding.refuse(Council.FATMA, proposal, "Te herkenbaar");
    assertRefused(() -> deciding.agree(Council.FATMA, proposal), "floors.proposal-ended");
    assertRefused(() -> deciding.refuse(Council.WIM, proposal, ""), "floors.proposal-ended");
    assertThat(council.floors()).isEqualTo(Floors.DEFAULT);
  }

  @Test
  void anAgreementIsToWhatWasRead() {
    deciding.propose(Council.LEAD, new Floors(6, 10), "Iets soepeler");
    long read = council.open();
    deciding.agree(Council.WIM, read);
    deciding.withdraw(Council.LEAD, read);
    deciding.propose(Council.LEAD, new Floors(5, 5), "Veel soepeler");
    assertRefused(() -> deciding.agree(Council.FATMA, read), "floors.proposal-ended");
    deciding.agree(Council.FATMA, council.open());
    assertThat(council.floors()).as("one agreed to the second").isEqualTo(Floors.DEFAULT);
  }

  @Test
  void raisingEndsWhatWasAsked() {
    deciding.propose(Council.LEAD, LOWER, "Kleine ploegen");
    long read = council.open();
    deciding.agree(Council.WIM, read);
    deciding.raise(Council.LEAD, new Floors(10, 12));
    assertRefused(() -> deciding.agree(Council.FATMA, read), "floors.proposal-ended");
    assertThat(council.floors()).isEqualTo(new Floors(10, 12));
  }

  @Test
  void oneProposalAtATimeAndOnlyToLower() {
    assertRefused(
        () -> deciding.propose(Council.LEAD, new Floors(8, 10), "?"), "floors.not-lowered");
    deciding.propose(Council.LEAD, LOWER, "Kleine ploegen");
    assertRefused(
        () -> deciding.propose(Council.BOTH, LOWER, "Kleine ploegen"), "floors.proposal-open");
  }

  @Test
  void whoeverIsNotOnTheRosterDecidesNothing() {
    var stranger = new Identity("beheer@oever.example", "Beheer");
    assertThatThrownBy(() -> deciding.raise(stranger, new Floors(9, 12)))
        .hasMessage("403 floors.not-on-roster");
  }

  @Test
  void twoWhoAgreeAtOnceBothCountAndItIsLoweredOnce() throws Exception {
    for (int again = 0; again < 10; again++) {
      deciding.propose(Council.LEAD, LOWER, "Kleine ploegen");
      long proposal = council.open();
      assertThat(
              atOnce(
                  () -> deciding.agree(Council.WIM, proposal),
                  () -> deciding.agree(Council.FATMA, proposal)))
          .isEqualTo(2);
      assertThat(council.floors()).isEqualTo(LOWER);
      deciding.raise(Council.LEAD, Floors.DEFAULT);
    }
    assertThat(council.log()).filteredOn(step -> step.contains("LOWERED")).hasSize(10);
  }

  @Test
  void aDoubleClickCountsOnce() throws Exception {
    for (int again = 0; again < 10; again++) {
      deciding.propose(Council.LEAD, LOWER, "Kleine ploegen");
      long proposal = council.open();
      assertThat(
              atOnce(
                  () -> deciding.agree(Council.WIM, proposal),
                  () -> deciding.agree(Council.WIM, proposal),
                  () -> deciding.agree(Council.WIM, proposal)))
          .isEqualTo(1);
      assertThat(council.floors()).isEqualTo(Floors.DEFAULT);
      deciding.withdraw(Council.LEAD, proposal);
    }
    assertThat(
            atOnce(
                () -> deciding.propose(Council.LEAD, LOWER, "Kleine ploegen"),
                () -> deciding.propose(Council.LEAD, LOWER, "Kleine ploegen")))
        .isEqualTo(1);
  }

  @Test
  void whoAgreesWhileAnotherRefusesEndsWithARefusalOrWithTheFloorsLowered() throws Exception {
    for (int again = 0; again < 10; again++) {
      deciding.propose(Council.LEAD, LOWER, "Kleine ploegen");
      long proposal = council.open();
      deciding.agree(Council.WIM, proposal);
      assertThat(
              atOnce(
                  () -> deciding.agree(Council.FATMA, proposal),
                  () -> deciding.refuse(Council.BOTH, proposal, "")))
          .as("one of the two was too late")
          .isEqualTo(1);
      String last = council.log().getLast();
      assertThat(council.floors()).isEqualTo(last.contains("REFUSED") ? Floors.DEFAULT : LOWER);
      if (!last.contains("REFUSED")) {
        deciding.raise(Council.LEAD, Floors.DEFAULT);
      }
    }
  }

  @Test
  void theLogCanOnlyBeAddedTo() {
    deciding.raise(Council.LEAD, new Floors(9, 12));
    for (String sql :
        List.of(
            "update floor_step set numbers = 7",
            "delete from floor_step",
            "truncate floor_step",
            "alter table floor_step add column x int")) {
      assertThatThrownBy(() -> council.people().sql().sql(sql).update()).as(sql).isNotNull();
      assertThatThrownBy(() -> council.nameless().sql().sql(sql).update()).as(sql).isNotNull();
    }
    assertThatThrownBy(
            () -> council.nameless().sql().sql("select name from floor_step").query().listOfRows())
        .isNotNull();
    assertThat(council.log()).hasSize(1);
  }

  @Test
  void underFiveIsNotEvenStored() {
    assertThatThrownBy(() -> new Floors(4, 10)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() ->
            council
                .people()
                .sql()
                .sql(
                    """
                    insert into floor_step (kind, taken_on, person_id, name, role,
                      numbers_before, distributions_before, numbers, distributions, reason)
                    values ('LOWERED', '2026-11-26', 1, 'wim', 'WORKS_COUNCIL', 7, 10, 4, 10, '')
                    """)
                .update())
        .isNotNull();
    assertThat(council.floors()).isEqualTo(Floors.DEFAULT);
  }

  /** How many of these, done at the same time, were not refused. */
  private static long atOnce(Runnable... steps) throws Exception {
    var calls = new ArrayList<Callable<Boolean>>();
    for (Runnable step : steps) {
      calls.add(() -> {
        try {
          step.run();
          return true;
        } catch (Refusal refused) {
          assertThat(refused.status().value()).isEqualTo(409);
          return false;
        }
      });
    }
    long done = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(steps.length)) {
      for (Future<Boolean> outcome : threads.invokeAll(calls)) {
        done += outcome.get() ? 1 : 0;
      }
    }
    return done;
  }

  private static void assertRefused(ThrowingCallable step, String key) {
    assertThatThrownBy(step).isInstanceOf(Refusal.class).hasMessage("409 " + key);
  }
}
