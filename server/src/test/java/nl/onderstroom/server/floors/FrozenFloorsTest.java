package nl.onderstroom.server.floors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.server.rounds.Cohort;
import nl.onderstroom.server.rounds.Organisation;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.rounds.Unit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A round has the floors that were in force when handing out began, or stricter ones; for good. */
@Tag("database")
class FrozenFloorsTest {
  private final Council council = new Council();
  private final Rounds rounds = council.rounds();

  @AfterEach
  void close() {
    council.close();
  }

  @Test
  void aRoundTakesTheFloorsInForce() {
    council.deciding().raise(Council.LEAD, new Floors(9, 14));
    assertThat(floors(draft(9))).isEqualTo(new Floors(9, 14));
  }

  @Test
  void aRoundMayBeStricterAndNeverMoreLenient() {
    assertThat(floors(draft(12))).isEqualTo(new Floors(12, 12));
    council.deciding().raise(Council.LEAD, new Floors(9, 14));
    assertThat(floors(draft(12))).isEqualTo(new Floors(12, 14));
    assertThat(floors(draft(5))).isEqualTo(new Floors(9, 14));
  }

  @Test
  void whatIsRaisedBeforeHandingOutBeginsHoldsForTheRound() {
    RoundId round = draft(7);
    council.deciding().raise(Council.LEAD, new Floors(9, 14));
    assertThat(floors(round)).as("as a draft").isEqualTo(new Floors(9, 14));
    begin(round, new Floors(9, 14));
    assertThat(floors(round)).isEqualTo(new Floors(9, 14));
  }

  @Test
  void whatIsRaisedAfterwardsIsForTheNextRound() {
    RoundId round = draft(7);
    begin(round, Floors.DEFAULT);
    council.deciding().raise(Council.LEAD, new Floors(9, 14));
    assertThat(floors(round)).isEqualTo(Floors.DEFAULT);
  }

  @Test
  void whatIsLoweredHoldsForRoundsMadeAfterwards() {
    RoundId draft = draft(7);
    RoundId running = draft(7);
    begin(running, Floors.DEFAULT);
    council.deciding().propose(Council.LEAD, new Floors(5, 8), "Kleine ploegen");
    council.deciding().agree(Council.WIM, council.open());
    council.deciding().agree(Council.FATMA, council.open());
    begin(draft, Floors.DEFAULT);
    assertThat(floors(draft)).isEqualTo(Floors.DEFAULT);
    assertThat(floors(running)).isEqualTo(Floors.DEFAULT);
    assertThat(floors(draft(5))).isEqualTo(new Floors(5, 8));
  }

  private RoundId draft(int floor) {
    return rounds.draft("Voorjaar", floor, Questionnaire.FIRST);
  }

  private Floors floors(RoundId round) {
    return rounds.get(round).floors();
  }

  private void begin(RoundId id, Floors expected) {
    rounds.beginIssuing(
        id,
        round -> {
          assertThat(round.floors()).as("for the cohorts").isEqualTo(expected);
          return new Organisation(
              List.of(new Unit("top", "Oever", null, 40)), List.of(new Cohort(1, "top", 40)));
        });
  }
}
