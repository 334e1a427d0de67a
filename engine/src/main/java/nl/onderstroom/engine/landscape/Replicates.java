package nl.onderstroom.engine.landscape;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is found again, for each number of groups, after a tenth of the votes was left out at
 * random: the opinion space is fitted anew from where it was, the groups from scratch. In the order
 * of all people, of whom it may be the first only.
 *
 * @param labels of each replicate and number of groups: the group of each person by the votes left
 * @param gains of each replicate and number of groups
 * @param stability of each number of groups: median adjusted Rand index with the groups by all
 *     votes
 * @param structure the same, when the replicate's groups read all the votes
 */
record Replicates(int[][][] labels, double[][] gains, double[] stability, double[] structure) {
  /** The share of votes left out. */
  static final double LEFT_OUT = 0.1;

  /**
   * Of a larger conversation, the first people with so many votes: as good as drawn at random.
   * Fewer people are found again less surely, so that errs on the safe side.
   */
  private static final long VOTES = 4_000_000;

  private static final int SWEEPS = 3;

  private record One(int[][] labels, double[] gains, double[] stability, double[] structure) {}

  static Replicates of(
      Votes votes,
      SpaceFit.Fitted fitted,
      GroupSearch search,
      LandscapeOptions options,
      Workers workers) {
    int people = votes.peopleWithin(VOTES);
    Votes sample = votes.first(people);
    SpaceFit.Fitted start = new SpaceFit.Fitted(fitted.space(), fitted.places().first(people));
    int[][] found = new int[search.most()][];
    for (int groups = 1; groups <= search.most(); groups++) {
      found[groups - 1] = Arrays.copyOf(search.labels(groups, workers), people);
    }
    List<One> all;
    try (Workers alone = new Workers(1)) {
      all =
          workers.all(
              options.replicates(),
              at -> one(sample, start, search, found, options, options.seed() + at, alone));
    }
    return new Replicates(
        all.stream().map(One::labels).toArray(int[][][]::new),
        all.stream().map(One::gains).toArray(double[][]::new),
        medians(all.stream().map(One::stability).toList(), search.most()),
        medians(all.stream().map(One::structure).toList(), search.most()));
  }

  private static One one(
      Votes votes,
      SpaceFit.Fitted fitted,
      GroupSearch search,
      int[][] found,
      LandscapeOptions options,
      long seed,
      Workers alone) {
    Votes fewer = votes.without(LEFT_OUT, seed);
    SpaceFit.Fitted again = SpaceFit.refit(fewer, Reading.OPINION, fitted, SWEEPS, alone);
    GroupSearch groups =
        GroupSearch.in(
            fewer,
            again.places(),
            options.leastVotes(),
            search.most(),
            search.most(),
            Effort.SETTLED,
            alone);
    Places byAll = SpaceFit.places(votes, Reading.OPINION, again, alone);
    int[] people = Arrays.stream(search.people()).filter(who -> who < votes.people()).toArray();
    Messages messages = Messages.of(byAll, people, groups.messages().dimensions(), alone);
    int most = Math.min(search.most(), groups.most());
    One one =
        new One(
            new int[search.most()][], new double[most], ones(search.most()), ones(search.most()));
    for (int count = 1; count <= most; count++) {
      one.labels[count - 1] = groups.labels(count, alone);
      one.gains[count - 1] = groups.gain(count);
      one.stability[count - 1] = AdjustedRandIndex.of(found[count - 1], one.labels[count - 1]);
      one.structure[count - 1] =
          AdjustedRandIndex.of(
              found[count - 1],
              Membership.of(messages, groups.mixture(count), people, votes.people(), alone)
                  .groups());
    }
    return one;
  }

  /** 1 for one group; nothing found yet for more. */
  private static double[] ones(int length) {
    double[] values = new double[length];
    values[0] = 1;
    return values;
  }

  private static double[] medians(List<double[]> all, int length) {
    return IntStream.range(0, length)
        .mapToDouble(at -> median(all.stream().mapToDouble(values -> values[at]).toArray()))
        .toArray();
  }

  static double median(double[] values) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** How many people were looked at. */
  int people() {
    return count() == 0 ? 0 : labels[0][0].length;
  }

  int count() {
    return labels.length;
  }
}
