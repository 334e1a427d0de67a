package nl.onderstroom.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Where all teams acted at once the report describes how it went, and does not judge. */
class AnalyseSeriesTest {
  private static final String MAP =
      """
      team: T
      wave: W
      scales:
        joy: {items: [J], min: 0, max: 10, label: {nl: Plezier, en: Joy}}
      treated: {column: ACTED}
      """;

  @TempDir Path folder;

  @Test
  void whatWasPutInIsDescribed() throws Exception {
    var analysis = new Analysis(folder);
    assertThat(analysis.run(new Company(12, 8).answers(5, .1, 1, -.2, 0), MAP)).isZero();
    JsonNode joy = analysis.json().get("effects").get("joy");
    JsonNode series = joy.get("series");
    assertThat(series.get("acted").asString()).isEqualTo("5");
    assertThat(series.get("teams").asInt()).isEqualTo(12);
    assertThat(series.get("rows").asInt()).isEqualTo(12 * 8);
    assertThat(series.get("slope").get("value").asDouble()).isCloseTo(.1, within(1e-9));
    assertThat(series.get("step").get("value").asDouble()).isCloseTo(1, within(1e-9));
    assertThat(series.get("bend").get("value").asDouble()).isCloseTo(-.2, within(1e-9));
    for (JsonNode point : series.get("points")) {
      assertThat(point.get("line").asDouble())
          .isCloseTo(point.get("mean").asDouble(), within(1e-9));
    }
    JsonNode last = series.get("points").get(7);
    assertThat(last.get("line").asDouble() - last.get("lineWithout").asDouble())
        .as("a step of 1, and three times a bend of -.2")
        .isCloseTo(.4, within(1e-9));
    assertThat(analysis.html())
        .contains("niemand om mee te vergelijken", "Een bewijs is het niet")
        .contains("Ervoor veranderde het elke keer +0,10 (+0,10 tot +0,10).")
        .contains("Bij 5 ging het in één keer +1,00")
        .contains("elke volgende keer anders dan ervoor: −0,20");
  }

  @Test
  void howeverLargeTheStepItIsNeverAVerdict() throws Exception {
    var analysis = new Analysis(folder);
    assertThat(analysis.run(new Company(20, 10).answers(6, 0, 3, 0, .5), MAP)).isZero();
    JsonNode joy = analysis.json().get("effects").get("joy");
    assertThat(joy.get("series").get("step").get("low").asDouble()).isGreaterThan(2);
    assertThat(joy.get("verdict").asString()).isEqualTo("cannot-tell");
    assertThat(joy.get("why").asString()).contains("geen team dat nog niets deed");
    assertThat(joy.has("overall")).isFalse();
    assertThat(joy.has("low")).isFalse();
    assertThat(analysis.html()).contains("Of het hielp wat teams deden, is niet gebleken");
  }

  @Test
  void whereNothingHappenedTheIntervalOfTheStepHoldsNothing() throws Exception {
    int held = 0;
    int companies = 40;
    for (int company = 0; company < companies; company++) {
      var analysis = new Analysis(folder);
      assertThat(analysis.run(new Company(10, 6, company).answers(4, .1, 0, 0, .5), MAP)).isZero();
      JsonNode step = analysis.json().get("effects").get("joy").get("series").get("step");
      held += step.get("low").asDouble() <= 0 && step.get("high").asDouble() >= 0 ? 1 : 0;
    }
    // Of 40 at 95%, 33 or fewer come once in 2,000 times.
    assertThat(held).isGreaterThan(33);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12|2|2|één keer met cijfers ervoor, en één vanaf toen. Van elk zijn er minstens 2",
        "12|5|5|zijn 4 keer met cijfers ervoor, en één vanaf toen",
        "1|6|4|één team is minstens twee keer ervoor en twee keer vanaf toen te zien",
      })
  void aSeriesTooShortSaysWhatWouldBeEnough(int teams, int waves, int start, String why)
      throws Exception {
    var analysis = new Analysis(folder);
    assertThat(analysis.run(new Company(teams, waves).answers(start, 0, 1, 0, .5), MAP)).isZero();
    JsonNode series = analysis.json().get("effects").get("joy").get("series");
    assertThat(series.get("why").asString()).contains(why);
    assertThat(series.has("step")).isFalse();
    assertThat(analysis.html()).contains(series.get("why").asString());
  }

  @Test
  void aTeamThatIsNotShownOnBothSidesTakesNoPart() throws Exception {
    var analysis = new Analysis(folder);
    String late = "late,6,9.0,4\nlate,6,8.0,4\nlate,5,9.0,4\nlate,5,8.0,4\n".repeat(5);
    assertThat(analysis.run(new Company(8, 6).answers(4, 0, 1, 0, 0) + late, MAP)).isZero();
    JsonNode series = analysis.json().get("effects").get("joy").get("series");
    assertThat(series.get("teams").asInt()).isEqualTo(8);
    assertThat(series.get("step").get("value").asDouble()).isCloseTo(1, within(1e-9));
  }

  @Test
  void whatNeverMovesIsAFlatLine() throws Exception {
    var analysis = new Analysis(folder);
    assertThat(analysis.run(new Company(6, 6).answers(4, 0, 0, 0, 0), MAP)).isZero();
    JsonNode step = analysis.json().get("effects").get("joy").get("series").get("step");
    assertThat(step.get("value").asDouble()).isCloseTo(0, within(1e-9));
    assertThat(analysis.html()).contains("Bij 4 ging het in één keer 0,00");
  }

  @Test
  void whoHasSomebodyToCompareWithGetsAComparison() throws Exception {
    var analysis = new Analysis(folder);
    String others = new Company(12, 8).answers(5, 0, 0, 0, .5).replaceAll("(?m),5$", ",NA");
    String acted = new Company(12, 8).answers(5, 0, 1, 0, .5).replaceAll("(?m)^t", "s");
    assertThat(analysis.run(others + acted.substring(acted.indexOf('\n') + 1), MAP)).isZero();
    JsonNode joy = analysis.json().get("effects").get("joy");
    assertThat(joy.has("series")).isFalse();
    assertThat(joy.get("verdict").asString()).isEqualTo("helped");
  }

  /** Teams of ten that all have their own level. */
  private record Company(int teams, int waves, long seed) {
    Company(int teams, int waves) {
      this(teams, waves, 5);
    }

    /** All act from wave {@code start}: a slope, a step, a bend, and what chance does to a team. */
    String answers(int start, double slope, double step, double bend, double chance) {
      var random = new SplittableRandom(seed);
      var rows = new StringBuilder("T,W,J,ACTED\n");
      for (int team = 1; team <= teams; team++) {
        double level = 4 + random.nextInt(100) / 100.0;
        for (int wave = 1; wave <= waves; wave++) {
          double since = wave - start;
          double moved = slope * since + (since >= 0 ? step + bend * since : 0);
          double luck = chance == 0 ? 0 : random.nextGaussian(0, chance);
          for (int person = 0; person < 10; person++) {
            // People of a team differ, and cancel out.
            double own = level + moved + luck + (person % 2 == 0 ? .7 : -.7);
            rows.append(String.format(Locale.ROOT, "t%d,%d,%.6f,%s\n", team, wave, own, start));
          }
        }
      }
      return rows.toString();
    }
  }
}
