package nl.onderstroom.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Locale;
import java.util.SplittableRandom;
import nl.onderstroom.engine.measure.teams.ShrunkenMean;
import nl.onderstroom.engine.measure.teams.ShrunkenMeans;
import nl.onderstroom.engine.measure.teams.TeamMean;
import nl.onderstroom.engine.measure.teams.TeamMeans;
import nl.onderstroom.engine.measure.teams.TeamTally;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Companies of which the truth is known: teams of 7 to 40 people, a new truth each time. */
class SimulatedTeamsTest {
  private static final int COMPANIES = 1000;
  private static final int BINS = 10;
  private static final int DECIMALS = 6;
  private static final double UNIT = 1e6;
  private static final double MU = 3.4;
  private static final double SIGMA = 0.8;
  private static final long SEED = 20_260_102;

  /** Fewer forecasts than this are too few to judge a bin by. */
  private static final int LEAST_IN_BIN = 500;

  private static final double MISFIT = 0.05;

  /** Of the teams said to lie above with 70%, about 70% do. */
  @ParameterizedTest
  @CsvSource({
    "30, 0.02",
    "30, 0.05",
    "30, 0.10",
    "30, 0.20",
    "30, 0.40",
    "10, 0.05",
    "10, 0.10",
    "10, 0.20"
  })
  void intervalsAndProbabilitiesComeTrueAsOftenAsTheySay(int teams, double icc) {
    Judgement judgement = judge(teams, icc);
    judgement.print(teams, icc);
    judgement.printBins();
    assertThat(judgement.coverage()).isBetween(0.93, 0.97);
    assertThat(judgement.shrunken).isLessThan(judgement.raw);
    for (int bin = 0; bin < BINS; bin++) {
      if (judgement.forecasts[bin] >= LEAST_IN_BIN) {
        assertThat(judgement.observed(bin))
            .as("bin " + bin)
            .isCloseTo(judgement.said(bin), offset(MISFIT));
      }
    }
  }

  /** Where teams are equal, they are said to be: nearly nobody is said to stand out. */
  @ParameterizedTest
  @CsvSource({"30", "10"})
  void equalTeamsAreNotSaidToDiffer(int teams) {
    Judgement judgement = judge(teams, 0);
    judgement.print(teams, 0);
    double extreme = judgement.forecasts[0] + judgement.forecasts[BINS - 1];
    assertThat(judgement.coverage()).isGreaterThan(0.95);
    assertThat(extreme / (COMPANIES * teams)).isLessThan(0.05);
  }

  private static Judgement judge(int teams, double icc) {
    SplittableRandom random = new SplittableRandom(SEED);
    double tau = SIGMA * Math.sqrt(icc / (1 - icc));
    Judgement judgement = new Judgement();
    for (int company = 0; company < COMPANIES; company++) {
      double[] truth = new double[teams];
      TeamTally tally = new TeamTally(DECIMALS, teams);
      for (int team = 0; team < teams; team++) {
        truth[team] = MU + tau * random.nextGaussian();
        int people = random.nextInt(7, 41);
        for (int person = 0; person < people; person++) {
          tally.add(team, Math.round(UNIT * (truth[team] + SIGMA * random.nextGaussian())));
        }
      }
      ShrunkenMeans means = (ShrunkenMeans) TeamMeans.of(tally.sums());
      for (int team = 0; team < teams; team++) {
        TeamMean mean = means.mean(team);
        judgement.add((ShrunkenMean) mean, truth[team]);
      }
    }
    return judgement;
  }

  private static final class Judgement {
    private final long[] forecasts = new long[BINS];
    private final double[] said = new double[BINS];
    private final long[] above = new long[BINS];
    private long teams;
    private long covered;
    private double width;
    private double raw;
    private double shrunken;

    void add(ShrunkenMean ours, double truth) {
      teams++;
      covered += ours.interval().low() <= truth && truth <= ours.interval().high() ? 1 : 0;
      width += ours.interval().high() - ours.interval().low();
      raw += (ours.rawMean() - truth) * (ours.rawMean() - truth);
      shrunken += (ours.mean() - truth) * (ours.mean() - truth);
      int bin = Math.min(BINS - 1, (int) (BINS * ours.probabilityAbove()));
      forecasts[bin]++;
      said[bin] += ours.probabilityAbove();
      above[bin] += truth > MU ? 1 : 0;
    }

    double coverage() {
      return (double) covered / teams;
    }

    double said(int bin) {
      return said[bin] / forecasts[bin];
    }

    double observed(int bin) {
      return (double) above[bin] / forecasts[bin];
    }

    void print(int of, double icc) {
      System.out.println(
          String.format(
              Locale.ROOT,
              "%nsimulated: %d teams, ICC %.2f, %d companies: covered %.4f, width %.3f, RMSE raw"
                  + " %.4f, shrunken %.4f",
              of,
              icc,
              COMPANIES,
              coverage(),
              width / teams,
              Math.sqrt(raw / teams),
              Math.sqrt(shrunken / teams)));
    }

    void printBins() {
      System.out.println("said | lay above | teams");
      for (int bin = 0; bin < BINS; bin++) {
        System.out.println(
            String.format(
                Locale.ROOT, "%.3f | %.3f | %d", said(bin), observed(bin), forecasts[bin]));
      }
    }
  }
}
