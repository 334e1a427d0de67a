package nl.onderstroom.engine.drivers;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import nl.onderstroom.engine.measure.Interval;

/**
 * How sure the parts of Lindeman, Merenda and Gold are: the same parts of many draws. Immutable.
 *
 * <p>Intervals are percentiles (2.5% and 97.5%, R's type 7). A part is never negative, so that of a
 * driver that goes together with nothing lies a little above 0 and so does its whole interval.
 */
public final class ImportanceBootstrap {
  private static final int TOGETHER = 16;

  private final double[][] parts;
  private final double[][] shares;
  private final int[][] ranks;
  private final int draws;

  private ImportanceBootstrap(List<double[]> drawn) {
    if (drawn.isEmpty()) {
      throw new IllegalArgumentException("the outcome varies in no draw; expected it to vary");
    }
    int p = drawn.getFirst().length;
    this.draws = drawn.size();
    this.parts = new double[p][draws];
    this.shares = new double[p][draws];
    this.ranks = new int[p][p];
    for (int draw = 0; draw < draws; draw++) {
      double[] part = drawn.get(draw);
      double[] share = LindemanMerendaGold.shares(part);
      for (int j = 0; j < p; j++) {
        parts[j][draw] = part[j];
        shares[j][draw] = share[j];
        ranks[j][rank(part, j)]++;
      }
    }
    Arrays.stream(parts).forEach(Arrays::sort);
    Arrays.stream(shares).forEach(Arrays::sort);
  }

  /** From 0; of equals the first driver ranks first. */
  private static int rank(double[] parts, int j) {
    int rank = 0;
    for (int k = 0; k < parts.length; k++) {
      if (parts[k] > parts[j] || (parts[k] == parts[j] && k < j)) {
        rank++;
      }
    }
    return rank;
  }

  /**
   * Draws people, pair of drivers and outcome by pair. O(draws · (n p² + 2<sup>p</sup>)).
   *
   * @throws IllegalArgumentException if there are no people, no drivers or more than 20
   */
  public static ImportanceBootstrap ofPeople(DriverRecords records, Resampling resampling) {
    requireSome(records.n());
    return of(new Draws.OfUnits(Units.of(records)), resampling);
  }

  /**
   * Draws whole teams, for people who are like their team mates. O(draws · (teams · p² +
   * 2<sup>p</sup>)).
   *
   * @param teams sums of each; {@linkplain DriverSums#centred centred} ones for what varies within
   * @throws IllegalArgumentException if there is nobody, or there are no drivers or more than 20
   */
  public static ImportanceBootstrap ofTeams(List<DriverSums> teams, Resampling resampling) {
    requireSome(teams.stream().mapToLong(DriverSums::n).sum());
    return of(new Draws.OfUnits(Units.of(teams)), resampling);
  }

  /**
   * Draws cross-products as those of independent people with normal variables. O(draws · (p³ +
   * 2<sup>p</sup>)).
   *
   * @throws IllegalArgumentException as {@link Regression#of}
   */
  public static ImportanceBootstrap ofNormal(DriverSums sums, Resampling resampling) {
    Regression.of(sums);
    return of(Draws.OfNormal.of(sums), resampling);
  }

  private static void requireSome(long people) {
    if (people == 0) {
      throw new IllegalArgumentException("nobody to draw from; expected 1 person or more");
    }
  }

  private static ImportanceBootstrap of(Draws draws, Resampling resampling) {
    new SubsetRegressions(draws.variables() - 1);
    long[] seeds = new SplittableRandom(resampling.seed()).longs(resampling.draws()).toArray();
    int batches = (seeds.length + TOGETHER - 1) / TOGETHER;
    try (ForkJoinPool pool = new ForkJoinPool(resampling.threads())) {
      List<double[]> drawn =
          pool.submit(() ->
                  IntStream.range(0, batches)
                      .parallel()
                      .mapToObj(batch -> batch(draws, seeds, batch))
                      .flatMap(Arrays::stream)
                      .filter(parts -> !Double.isNaN(parts[0]))
                      .toList())
              .join();
      return new ImportanceBootstrap(drawn);
    }
  }

  private static double[][] batch(Draws draws, long[] seeds, int batch) {
    int from = batch * TOGETHER;
    long[] own = Arrays.copyOfRange(seeds, from, Math.min(seeds.length, from + TOGETHER));
    SubsetRegressions regressions = new SubsetRegressions(draws.variables() - 1);
    return Arrays.stream(draws.correlations(own)).map(regressions::parts).toArray(double[][]::new);
  }

  /** Draws in which the outcome varied; those in which it did not are left out. */
  public int draws() {
    return draws;
  }

  /** Of driver j's part of R². */
  public Interval part(int j) {
    return interval(parts[j]);
  }

  /** Of driver j's share of the explained variance. */
  public Interval share(int j) {
    return interval(shares[j]);
  }

  /** How often driver j came first, second, … and last; {@code [p]}, adds up to 1. */
  public double[] rankProbabilities(int j) {
    return Arrays.stream(ranks[j]).mapToDouble(times -> (double) times / draws).toArray();
  }

  private static Interval interval(double[] sorted) {
    return new Interval(quantile(sorted, 0.025), quantile(sorted, 0.975));
  }

  private static double quantile(double[] sorted, double probability) {
    double place = probability * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
