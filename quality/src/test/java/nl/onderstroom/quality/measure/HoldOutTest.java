package nl.onderstroom.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import nl.onderstroom.engine.measure.teams.RandomIntercept;
import nl.onderstroom.engine.measure.teams.ShrunkenMean;
import nl.onderstroom.engine.measure.teams.ShrunkenMeans;
import nl.onderstroom.engine.measure.teams.TeamMeans;
import nl.onderstroom.engine.measure.teams.TeamSums;
import nl.onderstroom.engine.measure.teams.TeamTally;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * bh1996: a few people of each company say how the company's other people answered. As R's
 * hold-outs: n people drawn, the mean of the rest foretold, its own sampling error (σ²/rest) in
 * every interval; companies with fewer than two others are left out. R drew 50 times from a seed of
 * its own, so that its figures carry the luck of those draws.
 */
class HoldOutTest {
  private static final int DRAWS = 400;
  private static final int DRAWS_OF_R = 50;
  private static final int LEAST_OTHERS = 2;
  private static final int[] SIZES = {3, 5, 8, 10, 15};
  private static final double UNIT = 1e-10;
  private static final double Z = 1.959963984540054;

  /** How many standard errors R's 50 draws may lie from many. */
  private static final double LUCK = 2;

  /** Beside the BLUP of the same draws. */
  private static final double NO_WORSE = 1.001;

  @ParameterizedTest
  @ValueSource(strings = {"LEAD", "COHES", "WBEING"})
  void shrunkenMeansForetellTheRestOfTheCompanyAsWellAsRAndKnowHowWell(String scale)
      throws IOException {
    JsonNode oracle = OracleTable.oracle("03b_shrinkage_holdout");
    List<List<Long>> companies = new ArrayList<>(Survey.bh1996(scale).teams().values());
    SplittableRandom random = new SplittableRandom(20_260_101);
    System.out.println(
        "\nbh1996 "
            + scale
            + ", "
            + DRAWS
            + " draws (seed 20260101); R's "
            + DRAWS_OF_R
            + " in ()");
    System.out.println("n | RMSE raw | shrunken | BLUP | shrunken/raw | its luck in R | covered");
    for (int n : SIZES) {
      JsonNode r = oracle.path(scale + "_n" + n);
      Score score = new Score();
      for (int draw = 0; draw < DRAWS; draw++) {
        score.add(companies, n, random.split());
      }
      print(n, score, r);
      double rawOfR = r.path("rmse_raw").doubleValue();
      double ratioOfR = r.path("rmse_morris").doubleValue() / rawOfR;
      double blupRatioOfR = r.path("rmse_shrunk").doubleValue() / rawOfR;
      assertThat(score.coverage()).as("covered, n = " + n).isBetween(0.93, 0.97);
      assertThat(score.shrunken.rmse()).isLessThan(NO_WORSE * score.blup.rmse());
      assertThat(score.ratio()).isLessThan(Math.min(ratioOfR, blupRatioOfR) + luck(score));
    }
  }

  private static double luck(Score score) {
    return LUCK * score.ratioError() * Math.sqrt(1.0 / DRAWS_OF_R + 1.0 / DRAWS);
  }

  private static void print(int n, Score score, JsonNode r) {
    double rawOfR = r.path("rmse_raw").doubleValue();
    System.out.println(
        String.format(
            Locale.ROOT,
            "%d | %.4f (%.4f) | %.4f (%.4f) | %.4f (%.4f) | %.4f (%.4f) | ±%.4f | %.4f (%.4f)",
            n,
            score.raw.rmse(),
            rawOfR,
            score.shrunken.rmse(),
            r.path("rmse_morris").doubleValue(),
            score.blup.rmse(),
            r.path("rmse_shrunk").doubleValue(),
            score.ratio(),
            r.path("rmse_morris").doubleValue() / rawOfR,
            score.ratioError() / Math.sqrt(DRAWS_OF_R),
            score.coverage(),
            r.path("cover_morris").doubleValue()));
  }

  /** Squared errors, draw by draw. */
  private static final class Errors {
    private final List<Double> meanSquares = new ArrayList<>();

    double rmse() {
      return Math.sqrt(meanSquares.stream().mapToDouble(d -> d).average().orElseThrow());
    }
  }

  private static final class Score {
    private final Errors raw = new Errors();
    private final Errors shrunken = new Errors();
    private final Errors blup = new Errors();
    private long covered;
    private long asked;

    void add(List<List<Long>> companies, int n, SplittableRandom random) {
      List<long[]> drawn =
          companies.stream()
              .filter(people -> people.size() >= n + LEAST_OTHERS)
              .map(people -> shuffled(people, random))
              .toList();
      TeamTally tally = new TeamTally(Survey.DECIMALS, drawn.size());
      for (int team = 0; team < drawn.size(); team++) {
        for (int person = 0; person < n; person++) {
          tally.add(team, drawn.get(team)[person]);
        }
      }
      judge(drawn, n, tally.sums());
    }

    private void judge(List<long[]> drawn, int n, TeamSums sums) {
      ShrunkenMeans means = (ShrunkenMeans) TeamMeans.of(sums);
      RandomIntercept model = RandomIntercept.reml(sums);
      double[] squares = new double[3];
      for (int team = 0; team < drawn.size(); team++) {
        long[] people = drawn.get(team);
        double rest = 0;
        for (int person = n; person < people.length; person++) {
          rest += people[person] * UNIT / (people.length - n);
        }
        ShrunkenMean ours = means.estimate(team);
        squares[0] += square(sums.mean(team) - rest);
        squares[1] += square(ours.mean() - rest);
        squares[2] += square(model.predict(team).mean() - rest);
        asked++;
        double error =
            Math.sqrt(square(ours.standardError()) + means.sigma2() / (people.length - n));
        covered += Math.abs(ours.mean() - rest) <= Z * error ? 1 : 0;
      }
      raw.meanSquares.add(squares[0] / drawn.size());
      shrunken.meanSquares.add(squares[1] / drawn.size());
      blup.meanSquares.add(squares[2] / drawn.size());
    }

    double coverage() {
      return (double) covered / asked;
    }

    double ratio() {
      return shrunken.rmse() / raw.rmse();
    }

    /** Of the ratio in one draw, linearised. */
    double ratioError() {
      double square = square(ratio());
      double variance = 0;
      for (int draw = 0; draw < raw.meanSquares.size(); draw++) {
        variance += square(shrunken.meanSquares.get(draw) - square * raw.meanSquares.get(draw));
      }
      double error = Math.sqrt(variance / raw.meanSquares.size()) / square(raw.rmse());
      return error / (2 * ratio());
    }
  }

  private static double square(double x) {
    return x * x;
  }

  /** Fisher and Yates. */
  private static long[] shuffled(List<Long> people, SplittableRandom random) {
    long[] shuffled = people.stream().mapToLong(Long::longValue).toArray();
    for (int i = shuffled.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      long held = shuffled[i];
      shuffled[i] = shuffled[j];
      shuffled[j] = held;
    }
    return shuffled;
  }
}
