package nl.onderstroom.engine.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.SplittableRandom;
import nl.onderstroom.engine.drivers.RelativeImportance.Basis;
import org.junit.jupiter.api.Test;

class WithinBetweenTest {
  /** Within teams the first driver goes together with the outcome, between teams the second. */
  private static DriverRecords made(int teams, int perTeam) {
    SplittableRandom random = new SplittableRandom(21);
    double[][] columns = new double[3][teams * perTeam];
    for (int team = 0; team < teams; team++) {
      double first = random.nextGaussian();
      double second = random.nextGaussian();
      for (int i = team * perTeam; i < (team + 1) * perTeam; i++) {
        double own = random.nextGaussian();
        columns[0][i] = first + own;
        columns[1][i] = second + random.nextGaussian();
        columns[2][i] = 2 * own - second + random.nextGaussian();
      }
    }
    return Made.records(columns, Made.teams(teams * perTeam, perTeam));
  }

  @Test
  void eachSideFindsItsOwnDriver() {
    WithinBetween split = WithinBetween.of(made(200, 30).teamSums(), Made.FEW_DRAWS);
    RelativeImportance within = (RelativeImportance) split.within();
    RelativeImportance between = (RelativeImportance) split.between();
    assertThat(split.teams()).isEqualTo(200);
    assertThat(within.n()).isEqualTo(6000);
    assertThat(within.r2()).isCloseTo(.8, offset(.02));
    assertThat(within.drivers().get(0).share()).isGreaterThan(.99);
    assertThat(within.drivers().get(0).coefficient()).isCloseTo(2, offset(.05));
    assertThat(within.basis()).isEqualTo(Basis.TEAMS);
    assertThat(between.n()).isEqualTo(200);
    assertThat(between.drivers().get(1).share()).isGreaterThan(.9);
    assertThat(between.drivers().get(1).coefficient()).isCloseTo(-1, offset(.1));
    assertThat(between.drivers().get(1).rankProbabilities().getFirst()).isEqualTo(1);
    assertThat(between.basis()).isEqualTo(Basis.TEAMS);
  }

  @Test
  void errorsWithinAreThoseOfCentredTeams() {
    List<DriverSums> teams = made(40, 12).teamSums();
    RelativeImportance within =
        (RelativeImportance) WithinBetween.of(teams, Made.FEW_DRAWS).within();
    List<DriverSums> centred = teams.stream().map(DriverSums::centred).toList();
    assertThat(within.drivers().get(1).standardError()).isEqualTo(RobustErrors.cr1(centred)[2]);
    assertThat(within.drivers().get(1).shareInterval())
        .isEqualTo(ImportanceBootstrap.ofTeams(centred, Made.FEW_DRAWS).share(1));
  }

  @Test
  void fewTeamsAreRefusedOnBothSides() {
    WithinBetween split = WithinBetween.of(made(29, 12).teamSums(), Made.FEW_DRAWS);
    assertThat(split.within()).isEqualTo(new Refusal.TooFew(Refusal.Of.TEAMS, 29, 30));
    assertThat(split.between()).isEqualTo(new Refusal.TooFew(Refusal.Of.TEAMS, 29, 30));
  }

  @Test
  void moreDriversNeedMoreTeams() {
    DriverRecords records = Made.records(Made.columns(5, 400, 1), Made.teams(400, 10));
    WithinBetween split = WithinBetween.of(records.teamSums(), Made.FEW_DRAWS);
    assertThat(split.within()).isInstanceOf(RelativeImportance.class);
    assertThat(split.between()).isEqualTo(new Refusal.TooFew(Refusal.Of.TEAMS, 40, 50));
  }

  @Test
  void aDriverThatTeamMatesShareIsConstantWithin() {
    double[][] columns = Made.columns(2, 400, 1);
    int[] teams = Made.teams(400, 10);
    for (int i = 0; i < 400; i++) {
      columns[1][i] = teams[i] / 7.0;
    }
    WithinBetween split = WithinBetween.of(Made.records(columns, teams).teamSums(), Made.FEW_DRAWS);
    assertThat(split.within()).isEqualTo(new Refusal.Constant(List.of("driver2")));
    assertThat(split.between()).isInstanceOf(RelativeImportance.class);
  }

  @Test
  void teamsOfNobodyDoNotCount() {
    List<DriverSums> nobody = List.of(DriverSums.empty("outcome", Made.names(2)));
    assertThatThrownBy(() -> WithinBetween.of(nobody, Made.FEW_DRAWS))
        .hasMessageContaining("no teams with people");
  }
}
