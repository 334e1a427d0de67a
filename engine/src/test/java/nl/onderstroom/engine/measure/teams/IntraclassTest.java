package nl.onderstroom.engine.measure.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import nl.onderstroom.engine.measure.teams.IntraclassCorrelation.OwnScore;
import nl.onderstroom.engine.measure.teams.TeamRefusal.Reason;
import org.junit.jupiter.api.Test;

class IntraclassTest {
  /** Six targets, four judges. */
  private static final TeamSums SHROUT_AND_FLEISS =
      ExampleTeams.of(
          0,
          new long[] {9, 2, 5, 8},
          new long[] {6, 1, 3, 2},
          new long[] {8, 4, 6, 8},
          new long[] {7, 1, 2, 6},
          new long[] {10, 5, 6, 9},
          new long[] {6, 2, 4, 7});

  /** Shrout and Fleiss 1979, Psychological Bulletin 86, tables 2 to 4: mean squares, ICC(1, k). */
  @Test
  void theNumbersOfShroutAndFleissAppear() {
    IntraclassCorrelation icc = IntraclassCorrelation.of(SHROUT_AND_FLEISS);
    assertThat(icc.meanSquareBetween()).isCloseTo(11.24, offset(0.005));
    assertThat(icc.meanSquareWithin()).isCloseTo(6.26, offset(0.005));
    assertThat(icc.f()).isCloseTo(1.79, offset(0.006));
    assertThat(icc.icc1()).isEqualTo(icc.icc1AtMeanSize()).isCloseTo(0.17, offset(0.005));
    assertThat(icc.icc2()).isCloseTo(0.44, offset(0.005));
    assertThat(icc.icc1Interval().low()).isCloseTo(-0.13, offset(0.005));
    assertThat(icc.icc1Interval().high()).isCloseTo(0.72, offset(0.005));
    assertThat(icc.icc2Interval().low()).isCloseTo(-0.88, offset(0.005));
    assertThat(icc.icc2Interval().high()).isCloseTo(0.91, offset(0.005));
    assertThat(icc.pValue()).isCloseTo(0.165, offset(0.0005));
  }

  @Test
  void sizesOfUnequalTeamsCountAsTheFormulaSays() {
    IntraclassCorrelation icc =
        IntraclassCorrelation.of(
            ExampleTeams.of(
                0, new long[] {1, 2}, new long[] {2, 4, 5}, new long[] {3}, new long[0]));
    assertThat(icc.teams()).isEqualTo(3);
    assertThat(icc.people()).isEqualTo(6);
    assertThat(icc.meanSize()).isEqualTo(2);
    assertThat(icc.effectiveSize()).isCloseTo((6 - 14 / 6.0) / 2, offset(1e-15));
  }

  @Test
  void icc2IsIcc1SteppedUpToTheSize() {
    IntraclassCorrelation icc =
        IntraclassCorrelation.of(ExampleTeams.of(3, ExampleTeams.balanced(5, 40, 8, 0.5)));
    double stepped = 8 * icc.icc1() / (1 + 7 * icc.icc1());
    assertThat(icc.icc2()).isCloseTo(stepped, offset(1e-14));
  }

  @Test
  void anotherUnitOrOriginChangesNoCorrelation() {
    long[][] drawn = ExampleTeams.drawn(6, 40, 0.4);
    IntraclassCorrelation icc = IntraclassCorrelation.of(ExampleTeams.of(3, drawn));
    for (long[] team : drawn) {
      for (int person = 0; person < team.length; person++) {
        team[person] = 77_000 - 3 * team[person];
      }
    }
    IntraclassCorrelation other = IntraclassCorrelation.of(ExampleTeams.of(3, drawn));
    assertThat(other.f()).isCloseTo(icc.f(), offset(1e-10));
    assertThat(other.meanSquareWithin()).isCloseTo(9 * icc.meanSquareWithin(), offset(1e-10));
  }

  @Test
  void whetherATeamsOwnScoreAddsSomethingIsSaid() {
    assertThat(ownScore(ExampleTeams.balanced(1, 60, 10, 1))).isEqualTo(OwnScore.ADDS);
    assertThat(ownScore(ExampleTeams.balanced(1, 400, 4, 0.35))).isEqualTo(OwnScore.ADDS_LITTLE);
    assertThat(ownScore(ExampleTeams.balanced(1, 60, 10, 0)))
        .isEqualTo(OwnScore.NO_DIFFERENCES_SHOWN);
  }

  private static OwnScore ownScore(long[][] teams) {
    return ((IntraclassCorrelation) Intraclass.of(ExampleTeams.of(3, teams))).ownScore();
  }

  @Test
  void fourTeamsAreRefusedAndThirtyWouldBeEnough() {
    long[][] drawn = ExampleTeams.balanced(7, 30, 6, 0.5);
    long[][] four = Arrays.copyOf(drawn, 4);
    long[][] emptied = drawn.clone();
    emptied[11] = new long[0];
    assertThat(Intraclass.of(ExampleTeams.of(3, four)))
        .isEqualTo(new TeamRefusal(Reason.FEW_TEAMS, 4, 30));
    assertThat(Intraclass.of(ExampleTeams.of(3, emptied)))
        .isEqualTo(new TeamRefusal(Reason.FEW_TEAMS, 29, 30));
    assertThat(Intraclass.of(ExampleTeams.of(3, drawn))).isInstanceOf(IntraclassCorrelation.class);
    assertThat(Intraclass.of(new TeamTally(0, 50).sums()))
        .isEqualTo(new TeamRefusal(Reason.FEW_TEAMS, 0, 30));
  }

  @Test
  void teamsOfOneAreRefused() {
    assertThat(Intraclass.of(ExampleTeams.of(3, ExampleTeams.balanced(8, 40, 1, 0.5))))
        .isEqualTo(new TeamRefusal(Reason.TEAMS_OF_ONE, 40, 80));
  }

  @Test
  void anOutcomeThatIsTheSameForEverybodyIsRefused() {
    assertThat(Intraclass.of(constant(team -> 4)))
        .isEqualTo(new TeamRefusal(Reason.ALL_ALIKE, 120, 0));
    assertThat(Intraclass.of(constant(team -> team)))
        .isEqualTo(new TeamRefusal(Reason.ALIKE_WITHIN_TEAMS, 120, 0));
  }

  private static TeamSums constant(LongUnaryOperator level) {
    TeamTally tally = new TeamTally(1, 40);
    for (int person = 0; person < 120; person++) {
      tally.add(person % 40, level.applyAsLong(person % 40));
    }
    return tally.sums();
  }

  @Test
  void whatCannotBeAnAnalysisIsRefused() {
    assertThatThrownBy(() -> new IntraclassCorrelation(4, 4, 1, 1, 1))
        .hasMessageContaining("4 people in 4 teams");
    assertThatThrownBy(() -> new IntraclassCorrelation(4, 9, 2, 1, 0))
        .hasMessageContaining("0.0 within");
    assertThatThrownBy(() -> new TeamRefusal(Reason.FEW_TEAMS, -1, 30))
        .hasMessageContaining("given -1");
  }
}
