package nl.onderstroom.engine.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import nl.onderstroom.engine.measure.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportanceBootstrapTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void threadsChangeNothing(int threads) {
    DriverRecords records = Made.records(4, 131, 2);
    Resampling resampling = new Resampling(150, 9, threads);
    Resampling alone = new Resampling(150, 9, 1);
    assertThat(ImportanceBootstrap.ofPeople(records, resampling))
        .usingRecursiveComparison()
        .isEqualTo(ImportanceBootstrap.ofPeople(records, alone));
    assertThat(ImportanceBootstrap.ofNormal(records.sums(), resampling))
        .usingRecursiveComparison()
        .isEqualTo(ImportanceBootstrap.ofNormal(records.sums(), alone));
  }

  @Test
  void anotherSeedDrawsOthers() {
    DriverRecords records = Made.records(4, 131, 2);
    assertThat(ImportanceBootstrap.ofPeople(records, new Resampling(150, 9, 2)).share(0))
        .isNotEqualTo(ImportanceBootstrap.ofPeople(records, new Resampling(150, 10, 2)).share(0));
  }

  /** Draws as the definition has it: the records of the people drawn, one after the other. */
  @Test
  void aDrawIsThePartsOfThePeopleDrawn() {
    double[][] columns = Made.columns(3, 131, 6);
    Resampling resampling = new Resampling(100, 5, 2);
    double[] seconds = new double[100];
    SplittableRandom seeds = new SplittableRandom(resampling.seed());
    for (int draw = 0; draw < seconds.length; draw++) {
      SplittableRandom random = new SplittableRandom(seeds.nextLong());
      int[] people = random.ints(131, 0, 131).toArray();
      double[][] drawn =
          Arrays.stream(columns)
              .map(column -> Arrays.stream(people).mapToDouble(i -> column[i]).toArray())
              .toArray(double[][]::new);
      seconds[draw] = LindemanMerendaGold.parts(Made.records(drawn).sums())[1];
    }
    Arrays.sort(seconds);
    Interval part = ImportanceBootstrap.ofPeople(Made.records(columns), resampling).part(1);
    assertThat(part.low()).isCloseTo(seconds[2] + .475 * (seconds[3] - seconds[2]), offset(1e-12));
    assertThat(part.high())
        .isCloseTo(seconds[96] + .525 * (seconds[97] - seconds[96]), offset(1e-12));
  }

  /** A 95% interval has what it is an interval of about 95 times in a hundred. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void intervalsCoverWhatIsTrueOfEverybody(boolean people) {
    double[] truth =
        LindemanMerendaGold.shares(LindemanMerendaGold.parts(Made.records(3, 400_000, 1).sums()));
    int[] covered = new int[3];
    for (int sample = 0; sample < 200; sample++) {
      DriverRecords records = Made.records(3, 300, 1000 + sample);
      Resampling resampling = new Resampling(300, sample, 2);
      ImportanceBootstrap draws =
          people
              ? ImportanceBootstrap.ofPeople(records, resampling)
              : ImportanceBootstrap.ofNormal(records.sums(), resampling);
      for (int j = 0; j < 3; j++) {
        Interval share = draws.share(j);
        covered[j] += share.low() <= truth[j] && truth[j] <= share.high() ? 1 : 0;
      }
    }
    assertThat(Arrays.stream(covered)).allMatch(times -> times >= 180 && times <= 199);
  }

  /** Where team mates are alike in everything, teams are what there is of independent evidence. */
  @Test
  void drawingTeamsIsLessSureWhenTeamMatesAreAlike() {
    int perTeam = 10;
    double[][] leaders = Made.columns(3, 60, 12);
    double[][] columns = new double[4][600];
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 4; i++) {
      int variable = i;
      Arrays.setAll(columns[i], p -> leaders[variable][p / perTeam] + .01 * random.nextGaussian());
    }
    DriverRecords alike = Made.records(columns, Made.teams(600, perTeam));
    double teams = length(ImportanceBootstrap.ofTeams(alike.teamSums(), Made.FEW_DRAWS).share(2));
    double people = length(ImportanceBootstrap.ofPeople(alike, Made.FEW_DRAWS).share(2));
    double leadersOnly =
        length(ImportanceBootstrap.ofPeople(Made.records(leaders), Made.FEW_DRAWS).share(2));
    assertThat(teams).isBetween(2.2 * people, 4.2 * people);
    assertThat(teams).isCloseTo(leadersOnly, offset(.1 * leadersOnly));
  }

  @Test
  void teamsOfOnePersonAreTheirPeople() {
    double[][] columns = Made.columns(3, 131, 6);
    List<DriverSums> each = Made.records(columns, Made.teams(131, 1)).teamSums();
    ImportanceBootstrap people =
        ImportanceBootstrap.ofPeople(Made.records(columns), Made.FEW_DRAWS);
    ImportanceBootstrap teams = ImportanceBootstrap.ofTeams(each, Made.FEW_DRAWS);
    for (int j = 0; j < 3; j++) {
      assertThat(teams.part(j).low()).isCloseTo(people.part(j).low(), offset(1e-12));
      assertThat(teams.share(j).high()).isCloseTo(people.share(j).high(), offset(1e-12));
      assertThat(teams.rankProbabilities(j)).isEqualTo(people.rankProbabilities(j));
    }
  }

  @Test
  void everyDriverHasARankAndEveryRankADriver() {
    ImportanceBootstrap draws =
        ImportanceBootstrap.ofPeople(Made.records(5, 150, 8), Made.FEW_DRAWS);
    double[] ofRank = new double[5];
    for (int j = 0; j < 5; j++) {
      assertThat(Arrays.stream(draws.rankProbabilities(j)).sum()).isCloseTo(1, offset(1e-12));
      for (int rank = 0; rank < 5; rank++) {
        ofRank[rank] += draws.rankProbabilities(j)[rank];
      }
    }
    assertThat(ofRank).containsExactly(new double[] {1, 1, 1, 1, 1}, offset(1e-12));
    assertThat(draws.rankProbabilities(4)[0]).isGreaterThan(draws.rankProbabilities(0)[0]);
  }

  @Test
  void aDriverThatVariesInFewDrawsAddsNothingInTheOthers() {
    double[][] columns = Made.columns(2, 120, 3);
    Arrays.fill(columns[0], 4);
    columns[0][17] = 5;
    ImportanceBootstrap draws = ImportanceBootstrap.ofPeople(Made.records(columns), Made.FEW_DRAWS);
    assertThat(draws.draws()).isEqualTo(200);
    assertThat(draws.part(0).low()).isZero();
    assertThat(draws.share(1).high()).isEqualTo(1);
  }

  @Test
  void drawsWhereTheOutcomeDoesNotVaryAreLeftOut() {
    double[][] columns = Made.columns(2, 120, 3);
    Arrays.fill(columns[2], 4);
    columns[2][17] = 5;
    ImportanceBootstrap draws = ImportanceBootstrap.ofPeople(Made.records(columns), Made.FEW_DRAWS);
    assertThat(draws.draws()).isBetween(100, 150);
    assertThat(draws.share(0).low()).isNotNaN();
  }

  @Test
  void nobodyCannotBeDrawn() {
    assertThatThrownBy(() -> ImportanceBootstrap.ofPeople(Made.records(2, 0, 1), Made.FEW_DRAWS))
        .hasMessageContaining("nobody");
    assertThatThrownBy(() -> new Resampling(10, 1, 1)).hasMessageContaining("10 draws");
  }

  private static double length(Interval interval) {
    return interval.high() - interval.low();
  }
}
