package nl.onderstroom.server.ballots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.onderstroom.engine.disclosure.Membership;
import nl.onderstroom.engine.measure.waves.Turnover;
import nl.onderstroom.server.answers.Closing;
import nl.onderstroom.server.rounds.Continuities;
import nl.onderstroom.server.rounds.Continuity;
import nl.onderstroom.server.rounds.Label;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.Rounds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a round keeps, when it begins, of who came and who went since the one before. */
@Tag("database")
class ContinuingTest {
  private static final Questionnaire STATEMENTS =
      Questionnaire.conversation(List.of(Label.of("Dit wil ik."), Label.of("Dit kan ik.")));

  private final Firm firm = new Firm();
  private final Continuities continuities = firm.room(Continuities.class);

  @AfterEach
  void close() {
    firm.close();
  }

  @Test
  void theFirstRoundHasNothingBeforeIt() {
    assertThat(continuities.find(firm.begun())).isEmpty();
  }

  @Test
  void whereTheSamePeopleTakePartEveryUnitMayBeCompared() {
    RoundId first = over(firm.begun());
    assertThat(continuities.find(firm.begun()))
        .contains(
            new Continuity(
                first,
                List.of(
                    new Membership("kantoor", "oever", Turnover.none(10)),
                    new Membership("oever", null, Turnover.none(20)),
                    new Membership("werkplaats", "oever", Turnover.none(10)))));
  }

  @Test
  void ofAUnitThatOnePersonJoinedOrLeftNothingIsKeptNorOfTheWhole() {
    over(firm.begun());
    firm.hire(99, "kantoor");
    assertThat(unitsOf(firm.begun())).containsExactly("werkplaats");
  }

  @Test
  void enoughWhoCameAndWentAreCountedWithoutNames() {
    over(firm.begun());
    firm.owner().sql("delete from person where number::int = 3").update();
    for (int number = 101; number < 100 + Firm.FLOOR; number++) {
      firm.hire(number, "kantoor");
    }
    assertThat(continuities.find(firm.begun()).orElseThrow().units())
        .containsExactly(
            new Membership("kantoor", "oever", new Turnover(10, 15, 9)),
            new Membership("oever", null, new Turnover(20, 25, 19)),
            new Membership("werkplaats", "oever", Turnover.none(10)));
  }

  /** The two teams of ten become one cohort of thirteen at the whole, and one team. */
  @Test
  void aTeamThatWasAskedTogetherWithOthersCountsWhereItsFiguresDid() {
    firm.owner().sql("delete from person where number::int between 3 and 9").update();
    over(firm.begun());
    for (int number = 100; number < 100 + Firm.FLOOR; number++) {
      firm.hire(number, "kantoor");
    }
    assertThat(unitsOf(firm.begun())).isNotEmpty().doesNotContain("kantoor");
  }

  @Test
  void aRoundThatStillRunsIsNotComparedWith() {
    firm.begun();
    assertThat(continuities.find(firm.begun())).isEmpty();
  }

  @Test
  void theNewestThatIsOverIsTheOneBeforeWhateverTheClockSaid() {
    RoundId first = firm.begun();
    RoundId second = firm.begun();
    Rounds.on(LocalDate.EPOCH, () -> over(second));
    Rounds.on(LocalDate.of(2999, 12, 31), () -> over(first));
    assertThat(continuities.find(firm.begun()).orElseThrow().earlier()).isEqualTo(second);
  }

  @Test
  void aConversationInBetweenIsComparedWithNothingAndKeepsThePulsesComparable() {
    RoundId first = over(firm.begun());
    RoundId conversation = firm.room(Rounds.class).draft("Gesprek", Firm.FLOOR, STATEMENTS);
    firm.room(Issuing.class).begin(conversation);
    assertThat(continuities.find(conversation)).isEmpty();
    over(conversation);
    assertThat(continuities.find(firm.begun()).orElseThrow().earlier()).isEqualTo(first);
  }

  private RoundId over(RoundId round) {
    firm.room(Closing.class).closeWith(round, Map.of(), List.of());
    return round;
  }

  private List<String> unitsOf(RoundId round) {
    return continuities.find(round).orElseThrow().units().stream().map(Membership::unit).toList();
  }
}
