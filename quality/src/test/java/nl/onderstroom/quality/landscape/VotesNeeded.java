package nl.onderstroom.quality.landscape;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import nl.onderstroom.quality.landscape.Asking.Moment;

/**
 * How many votes it took, run by run, until the landscape was good enough and stayed so; infinite
 * where it never was.
 */
@SuppressWarnings("ArrayRecordComponent") // read here only
record VotesNeeded(double[] votes) {
  static VotesNeeded until(List<List<Moment>> runs, Predicate<Moment> good) {
    return new VotesNeeded(runs.stream().mapToDouble(run -> until(good, run)).sorted().toArray());
  }

  private static double until(Predicate<Moment> good, List<Moment> run) {
    double since = Double.POSITIVE_INFINITY;
    for (Moment moment : run) {
      if (!good.test(moment)) {
        since = Double.POSITIVE_INFINITY;
      } else if (Double.isInfinite(since)) {
        since = moment.votes();
      }
    }
    return since;
  }

  /** In how many runs it took fewer votes, of those in which it did not take as many. */
  static String sooner(List<List<Moment>> ours, List<List<Moment>> theirs, Predicate<Moment> good) {
    int sooner = 0;
    int differing = 0;
    for (int run = 0; run < ours.size(); run++) {
      int order = Double.compare(until(good, ours.get(run)), until(good, theirs.get(run)));
      sooner += order < 0 ? 1 : 0;
      differing += order != 0 ? 1 : 0;
    }
    return sooner + " of " + differing;
  }

  double median() {
    return votes[(votes.length - 1) / 2] / 2 + votes[votes.length / 2] / 2;
  }

  /** Median and the 95% interval of it, by order statistics: of twenty runs the 6th and 15th. */
  @Override
  public String toString() {
    double reach = 0.98 * Math.sqrt(votes.length);
    int low = (int) Math.max(0, Math.floor(votes.length / 2.0 - reach));
    return "%s (%s–%s)"
        .formatted(text(median()), text(votes[low]), text(votes[votes.length - 1 - low]));
  }

  static String text(double votes) {
    return Double.isInfinite(votes) ? "never" : String.format(Locale.ROOT, "%,.0f", votes);
  }

  static double median(double[] values) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    return sorted[(sorted.length - 1) / 2] / 2 + sorted[sorted.length / 2] / 2;
  }
}
