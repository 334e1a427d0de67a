package nl.onderstroom.engine.landscape;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What is found again, for each number of groups, after a tenth of the votes was left out at
 * random: the opinion space is fitted anew from where it was, the groups from scratch. In the order
 * of all people, of whom it may be the first only.
 */
final class Replicates {
  /** The share of votes left out. */
  static final double LEFT_OUT = 0.1;

  /** Of a larger conversation, the first people with so many votes: as good as drawn at random. */
  private static final long VOTES = 4_000_000;

  private static final int SWEEPS = 3;

  private final int people;
  private final Labels found;
  private final List<One> all;

  private Replicates(int people, Labels found, List<One> all) {
    this.people = people;
    this.found = found;
    this.all = all;
  }

  /**
   * The group of each person, {@code [groups − 1][person]}.
   *
   * @param byVotesLeft which the look itself would show
   * @param byAllVotes which its groups are when they read all the votes
   */
  private record Labels(int[][] byVotesLeft, int[][] byAllVotes) {}

  private record One(double[] gains, double[] valleys, Labels labels) {}

  static Replicates of(
      Votes votes,
      SpaceFit.Fitted fitted,
      GroupSearch search,
      LandscapeOptions options,
      Workers workers) {
    int people = votes.peopleWithin(VOTES);
    Votes sample = votes.first(people);
    SpaceFit.Fitted start = new SpaceFit.Fitted(fitted.space(), fitted.places().first(people));
    int[][] found =
        IntStream.rangeClosed(1, options.replicates() == 0 ? 0 : search.most())
            .mapToObj(groups -> Arrays.copyOf(search.labels(groups, workers), people))
            .toArray(int[][]::new);
    try (Workers alone = new Workers(1)) {
      List<One> all =
          workers.all(
              options.replicates(),
              at -> one(sample, start, search, options, options.seed() + at, alone));
      return new Replicates(people, new Labels(found, found), all);
    }
  }

  private static One one(
      Votes votes,
      SpaceFit.Fitted fitted,
      GroupSearch search,
      LandscapeOptions options,
      long seed,
      Workers alone) {
    Votes fewer = votes.without(LEFT_OUT, seed);
    SpaceFit.Fitted again = SpaceFit.refit(fewer, Reading.OPINION, fitted, SWEEPS, alone);
    int most = search.most();
    GroupSearch groups =
        GroupSearch.in(
            fewer, again.places(), options.leastVotes(), most, most, Effort.SETTLED, alone);
    Places byAll = SpaceFit.places(votes, Reading.OPINION, again, alone);
    int[] people = Arrays.stream(search.people()).filter(who -> who < votes.people()).toArray();
    Messages messages = Messages.of(byAll, people, groups.messages().dimensions(), alone);
    return new One(
        groups.gains(),
        groups.valleys(),
        new Labels(
            each(groups, count -> groups.labels(count, alone)),
            each(
                groups,
                count ->
                    Membership.of(messages, groups.mixture(count), people, votes.people(), alone)
                        .groups())));
  }

  private static int[][] each(GroupSearch groups, Function<Integer, int[]> labels) {
    return IntStream.rangeClosed(1, groups.most()).mapToObj(labels::apply).toArray(int[][]::new);
  }

  /** What the look at all votes goes by. */
  GroupNumber number(GroupSearch search) {
    return new GroupNumber(
        search.gains(),
        search.valleys(),
        foundAgain(found.byVotesLeft, Labels::byVotesLeft, search.most()),
        foundAgain(found.byAllVotes, Labels::byAllVotes, search.most()));
  }

  private double[] foundAgain(int[][] found, Function<Labels, int[][]> labels, int most) {
    return IntStream.rangeClosed(1, most)
        .mapToDouble(groups ->
            all.isEmpty()
                ? GroupNumber.LEAST_STABILITY
                : median(
                    all.stream()
                        .mapToDouble(one -> index(found, labels.apply(one.labels), groups))
                        .toArray()))
        .toArray();
  }

  /**
   * What each look at the votes left would go by. How surely it would find its groups again is as
   * in the look at all votes, and differs from it as the replicates differ in how near the others
   * are.
   */
  List<GroupNumber> numbers(GroupNumber look) {
    if (all.isEmpty()) {
      return List.of();
    }
    double[][] stability = centred(Labels::byVotesLeft, look.stability());
    double[][] structure = centred(Labels::byAllVotes, look.structure());
    return IntStream.range(0, count())
        .mapToObj(at ->
            new GroupNumber(all.get(at).gains, all.get(at).valleys, stability[at], structure[at]))
        .toList();
  }

  private double[][] centred(Function<Labels, int[][]> labels, double[] centre) {
    double[][] near = new double[count()][centre.length];
    for (int column = 0; column < centre.length; column++) {
      double[] medians = nearOthers(labels, column + 1);
      double middle = median(medians);
      for (int at = 0; at < count(); at++) {
        near[at][column] = centre[column] + medians[at] - middle;
      }
    }
    return near;
  }

  /** Of each replicate the median index with the others; 1 when there are none. */
  private double[] nearOthers(Function<Labels, int[][]> labels, int groups) {
    double[][] indexes = new double[count()][Math.max(1, count() - 1)];
    indexes[0][0] = 1;
    for (int at = 0; at < count(); at++) {
      int[][] own = labels.apply(all.get(at).labels);
      for (int other = 0; other < at; other++) {
        double index = index(own, labels.apply(all.get(other).labels), groups);
        indexes[at][other] = index;
        indexes[other][at - 1] = index;
      }
    }
    return Arrays.stream(indexes).mapToDouble(Replicates::median).toArray();
  }

  /** 0 where one of them has not so many groups. */
  private static double index(int[][] one, int[][] other, int groups) {
    return Math.min(one.length, other.length) < groups
        ? 0
        : AdjustedRandIndex.of(one[groups - 1], other[groups - 1]);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** The group of each person in one replicate, if it has so many. */
  int[] labels(int at, int groups) {
    return all.get(at).labels.byVotesLeft[groups - 1];
  }

  /** How many people were looked at. */
  int people() {
    return people;
  }

  int count() {
    return all.size();
  }
}
