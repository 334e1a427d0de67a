package nl.onderstroom.engine.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.onderstroom.engine.drivers.RelativeImportance.Basis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriversTest {
  @Test
  void everyFigureOfADriverIsThere() {
    DriverRecords records = Made.records(3, 240, 1);
    RelativeImportance found = importance(Drivers.ofRecords(records, Made.FEW_DRAWS));
    Regression fit = Regression.of(records.sums());
    double[] parts = LindemanMerendaGold.parts(records.sums());
    ImportanceBootstrap draws = ImportanceBootstrap.ofPeople(records, Made.FEW_DRAWS);
    assertThat(found.n()).isEqualTo(240);
    assertThat(found.outcome()).isEqualTo("outcome");
    assertThat(found.r2()).isEqualTo(fit.r2());
    assertThat(found.adjustedR2()).isEqualTo(fit.adjustedR2());
    assertThat(found.basis()).isEqualTo(Basis.PEOPLE);
    for (int j = 0; j < 3; j++) {
      RelativeImportance.Driver driver = found.drivers().get(j);
      assertThat(driver.key()).isEqualTo("driver" + (j + 1));
      assertThat(driver.lmg()).isEqualTo(parts[j]);
      assertThat(driver.share()).isCloseTo(parts[j] / fit.r2(), offset(1e-12));
      assertThat(driver.shareInterval()).isEqualTo(draws.share(j));
      assertThat(driver.rankProbabilities())
          .hasSize(3)
          .first()
          .isEqualTo(draws.rankProbabilities(j)[0]);
      assertThat(driver.coefficient()).isEqualTo(fit.coefficients()[j + 1]);
      assertThat(driver.standardError()).isEqualTo(RobustErrors.hc3(records)[j + 1]);
      assertThat(driver.beta()).isEqualTo(fit.standardised()[j]);
      assertThat(driver.varianceInflation()).isEqualTo(fit.varianceInflation()[j]);
    }
  }

  @Test
  void teamsAreWhatTheErrorsRestOnWhenThereAreTeams() {
    DriverRecords records = Made.records(Made.columns(3, 240, 1), Made.teams(240, 8));
    RelativeImportance found = importance(Drivers.ofRecords(records, Made.FEW_DRAWS));
    assertThat(found.basis()).isEqualTo(Basis.TEAMS);
    assertThat(found.drivers().get(1).standardError())
        .isEqualTo(RobustErrors.cr1(records.teamSums())[2]);
    assertThat(found.drivers().get(1).shareInterval())
        .isEqualTo(ImportanceBootstrap.ofTeams(records.teamSums(), Made.FEW_DRAWS).share(1));
  }

  @Test
  void sumsAloneAreEnough() {
    DriverSums sums = Made.records(3, 240, 1).sums();
    RelativeImportance found = importance(Drivers.ofSums(sums, Made.FEW_DRAWS));
    assertThat(found.basis()).isEqualTo(Basis.NORMAL);
    assertThat(found.drivers().get(2).standardError())
        .isEqualTo(Regression.of(sums).standardErrors()[3]);
  }

  @ParameterizedTest
  @CsvSource({"1, 40, 100", "3, 99, 100", "12, 119, 120", "20, 199, 200"})
  void fewPeopleAreRefusedAndToldHowManyWouldBeEnough(int p, int people, int enough) {
    DriverRecords few = Made.records(p, people, 1);
    assertThat(Drivers.ofRecords(few, Made.FEW_DRAWS))
        .isEqualTo(new Refusal.TooFew(Refusal.Of.PEOPLE, people, enough));
    assertThat(Drivers.ofSums(few.sums(), Made.FEW_DRAWS))
        .isEqualTo(new Refusal.TooFew(Refusal.Of.PEOPLE, people, enough));
    assertThat(Drivers.ofSums(Made.records(p, enough, 1).sums(), Made.FEW_DRAWS))
        .isInstanceOf(RelativeImportance.class);
  }

  @Test
  void fewTeamsAreRefusedAndToldHowManyWouldBeEnough() {
    double[][] columns = Made.columns(2, 240, 1);
    assertThat(Drivers.ofRecords(Made.records(columns, Made.teams(240, 9)), Made.FEW_DRAWS))
        .isEqualTo(new Refusal.TooFew(Refusal.Of.TEAMS, 27, 30));
    assertThat(Drivers.ofRecords(Made.records(columns, Made.teams(240, 8)), Made.FEW_DRAWS))
        .isInstanceOf(RelativeImportance.class);
  }

  @Test
  void withoutDriversThereIsNothingToTell() {
    assertThat(Drivers.ofSums(DriverSums.empty("outcome", List.of()), Made.FEW_DRAWS))
        .isEqualTo(new Refusal.NoDrivers());
  }

  @Test
  void twentyDriversAreTheMost() {
    assertThat(Drivers.ofRecords(Made.records(21, 300, 1), Made.FEW_DRAWS))
        .isEqualTo(new Refusal.TooManyDrivers(21, 20));
  }

  @Test
  void whatDoesNotVaryIsNamed() {
    double[][] columns = Made.columns(3, 150, 1);
    Arrays.fill(columns[1], .1);
    assertThat(Drivers.ofRecords(Made.records(columns), Made.FEW_DRAWS))
        .isEqualTo(new Refusal.Constant(List.of("driver2")));
    Arrays.fill(columns[3], 1e6 / 3);
    assertThat(Drivers.ofRecords(Made.records(columns, Made.teams(150, 3)), Made.FEW_DRAWS))
        .isEqualTo(new Refusal.Constant(List.of("driver2", "outcome")));
  }

  @Test
  void aDriverThatOthersContainWhollyIsNamedWithThem() {
    double[][] columns = Made.columns(4, 150, 1);
    Arrays.setAll(columns[1], i -> 2 * columns[0][i] - columns[3][i] / 2 + 3);
    List<Refusal.Contained> contained = contained(columns);
    assertThat(contained).hasSize(1);
    assertThat(contained.getFirst().varianceInflation()).isInfinite();
    List<String> all = new ArrayList<>(contained.getFirst().in());
    all.add(contained.getFirst().driver());
    assertThat(all).containsExactlyInAnyOrder("driver1", "driver2", "driver4");
  }

  @Test
  void driversThatAreNearlyTheSameAreNamedWithEachOther() {
    double[][] columns = Made.columns(4, 150, 1);
    double[] noise = Made.columns(1, 150, 77)[0];
    Arrays.setAll(columns[2], i -> columns[0][i] + .03 * noise[i]);
    List<Refusal.Contained> contained = contained(columns);
    assertThat(contained)
        .extracting(Refusal.Contained::driver)
        .containsExactly("driver1", "driver3");
    assertThat(contained.get(0).in()).containsExactly("driver3");
    assertThat(contained.get(1).in()).containsExactly("driver1");
    assertThat(contained).allMatch(each -> each.varianceInflation() > 100);
  }

  @Test
  void sumsThatContradictEachOtherAreRefused() {
    double[][] impossible = {{1, .9, -.9, .1}, {.9, 1, .9, .1}, {-.9, .9, 1, .1}, {.1, .1, .1, 1}};
    assertThat(Drivers.ofSums(Made.ofCorrelations(200, impossible), Made.FEW_DRAWS))
        .isEqualTo(new Refusal.Incoherent());
    double[][] tooGood = {{1, 0, .8}, {0, 1, .8}, {.8, .8, 1}};
    assertThat(Drivers.ofSums(Made.ofCorrelations(200, tooGood), Made.FEW_DRAWS))
        .isEqualTo(new Refusal.Incoherent());
  }

  @Test
  void anOutcomeThatTheDriversGiveAwayIsNoReasonToRefuse() {
    double[][] columns = Made.columns(2, 150, 1);
    Arrays.setAll(columns[2], i -> columns[0][i] + columns[1][i]);
    DriverRecords records = Made.records(columns);
    assertThat(importance(Drivers.ofRecords(records, Made.FEW_DRAWS)).r2())
        .isCloseTo(1, offset(1e-12));
    assertThat(importance(Drivers.ofSums(records.sums(), Made.FEW_DRAWS)).r2())
        .isCloseTo(1, offset(1e-12));
  }

  @Test
  void noTeamsAtAllIsAMistakeOfTheCaller() {
    assertThatThrownBy(() -> Drivers.ofTeams(List.of(), Made.FEW_DRAWS))
        .hasMessageContaining("no teams");
  }

  private static List<Refusal.Contained> contained(double[][] columns) {
    Finding finding = Drivers.ofRecords(Made.records(columns), Made.FEW_DRAWS);
    assertThat(finding).isInstanceOf(Refusal.Collinear.class);
    return ((Refusal.Collinear) finding).contained();
  }

  private static RelativeImportance importance(Finding finding) {
    assertThat(finding).isInstanceOf(RelativeImportance.class);
    return (RelativeImportance) finding;
  }
}
