package nl.onderstroom.server.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.server.rounds.Cohort;
import nl.onderstroom.server.rounds.Cut;
import nl.onderstroom.server.rounds.CutKind;
import nl.onderstroom.server.rounds.Organisation;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Unit;
import org.junit.jupiter.api.Test;

/** What somebody reads of the group in which they answer. */
class TakingTest {
  private static final Round ROUND =
      new Round(
          new RoundId(1),
          "Voorjaar",
          Round.Origin.ASKED,
          RoundState.OPEN,
          Floors.DEFAULT,
          Questionnaire.FIRST,
          Set.of(CutKind.SITE),
          null);

  /** The office is split by site; the night shift of three joins the seven who sit at the top. */
  private static final Organisation ORGANISATION =
      new Organisation(
          List.of(
              new Unit("oever", "Oever", null, 7),
              new Unit("kantoor", "Kantoor", "oever", 20),
              new Unit("nacht", "Nacht", "oever", 3)),
          List.of(
              new Cohort(1, "oever", 10),
              new Cohort(2, "kantoor", 12, List.of(new Cut(CutKind.SITE, "Zwolle"))),
              new Cohort(3, "kantoor", 8, List.of(new Cut(CutKind.SITE, "Kampen")))));

  @Test
  void aGroupOfTwoTeamsNamesBothAndSaysThatItCountsInNoSite() {
    Taking taking = taking(1);
    assertThat(taking.people()).isEqualTo(10);
    assertThat(taking.together()).containsExactly("Oever", "Nacht");
    assertThat(taking.mixed()).containsExactly(CutKind.SITE);
  }

  @Test
  void eachPartOfATeamThatIsSplitBySiteNamesThatTeamAndItsSite() {
    for (int number : List.of(2, 3)) {
      Taking taking = taking(number);
      assertThat(taking.together()).containsExactly("Kantoor");
      assertThat(taking.cuts()).hasSize(1);
      assertThat(taking.mixed()).isEmpty();
    }
  }

  @Test
  void whereThePlanIsNoLongerTheOneThatMadeTheGroupNoTeamsAreNamed() {
    Organisation other =
        new Organisation(ORGANISATION.units(), List.of(new Cohort(1, "oever", 30)));
    assertThat(Taking.of(ROUND, other, 1, false).orElseThrow().together()).isEmpty();
  }

  private static Taking taking(int number) {
    return Taking.of(ROUND, ORGANISATION, number, false).orElseThrow();
  }
}
