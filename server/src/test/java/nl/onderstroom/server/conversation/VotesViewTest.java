package nl.onderstroom.server.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import nl.onderstroom.engine.disclosure.Family;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.engine.disclosure.Gate;
import nl.onderstroom.engine.summary.Tally;
import nl.onderstroom.server.rounds.Label;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Unit;
import nl.onderstroom.server.shell.Figures;
import nl.onderstroom.server.shell.Spoken;
import org.junit.jupiter.api.Test;

/** What is told of a conversation, and no more. */
class VotesViewTest {
  private static final int ENTITLED = 30;
  private static final Questionnaire STATEMENTS =
      Questionnaire.conversation(List.of(Label.of("Dit wil ik."), Label.of("Dit kan ik.")));

  /** Who did not take part is known by name to colleagues: of them nothing may follow. */
  @Test
  void whereAllOrAllButOneTookPartNoNumberOfPeopleIsTold() {
    for (int voters : new int[] {ENTITLED, ENTITLED - 1}) {
      VotesView view = view(voters);
      assertThat(view.heads().all()).isEqualTo("Ten minste 10");
      assertThat(view.table().rows()).extracting(Figures.Row::n).containsOnly("≥ 10");
    }
    VotesView view = view(ENTITLED - 12);
    assertThat(view.heads().all()).isEqualTo("18");
    assertThat(view.table().rows()).extracting(Figures.Row::n).containsOnly("18");
  }

  @Test
  void aMajorityIsOneOfThoseWhoVotedAndWhatIsHiddenIsSaid() {
    assertThat(view(ENTITLED).lead())
        .isEqualTo(
            "Van de 2 stellingen waarvan iets te zien is, is een meerderheid van wie stemde het"
                + " met één eens en met geen enkele oneens.");
    assertThat(view(9).voted()).isEmpty();
    assertThat(view(9).withheld()).isPresent();
  }

  @Test
  void theWidthOfABarTellsNoMoreThanThePercentageBesideIt() {
    Voted voted = view(ENTITLED - 12).voted().getFirst();
    assertThat(voted.width(voted.agree())).isEqualTo(67);
  }

  @Test
  void ofAStatementThatFewVotedOnNoMeanIsPromised() {
    VotesView view = view(ENTITLED - 12, 9);
    Voted few = view.voted().getLast();
    assertThat(view.text(few)).isEqualTo("Dit kan ik.");
    assertThat(view.why(few))
        .isEqualTo(
            "Te weinig mensen stemden op deze stelling. Vanaf 10 is te zien hoe er is gestemd.");
  }

  private static VotesView view(int voters) {
    return view(voters, voters);
  }

  /**
   * Two of three agree with the first; a third each on the second.
   *
   * @param onSecond who vote on the second; the others skip it
   */
  private static VotesView view(int voters, int onSecond) {
    var tally = new Tally(STATEMENTS.shape());
    for (int voter = 0; voter < voters; voter++) {
      long second = voter < onSecond ? 1 + voter % 3 : Tally.MISSING;
      tally.add(new long[] {voter % 3 == 0 ? 3 : 1, second});
    }
    var group = new Family.Group("top", null, List.of(tally.summary()), OptionalLong.of(ENTITLED));
    var floors = new Floors(10, 10);
    var round =
        new Round(
            new RoundId(7),
            "Gesprek",
            Round.Origin.ASKED,
            RoundState.PUBLISHED,
            floors,
            STATEMENTS,
            Set.of(),
            LocalDate.of(2026, 11, 27));
    return VotesView.of(
        Spoken.in("nl"),
        round,
        new Unit("top", "Oever", null, 0),
        ENTITLED,
        Gate.decide(new Family(STATEMENTS.shape(), List.of(group)), floors));
  }
}
