package nl.onderstroom.engine.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Mixtures of one, two, three … groups of the same people.
 *
 * @param fits in that order; at least one
 * @param messages of everybody
 * @param people who have votes enough to be put in a group
 */
record GroupSearch(List<MixtureFit.Fitted> fits, Messages messages, int[] people) {
  /** Stop when so many groups in a row were no better than the best before. */
  private static final int PATIENCE = 2;

  /**
   * @param least groups to try whatever comes out
   */
  static GroupSearch in(
      Votes votes, Places places, int leastVotes, int least, Effort effort, Workers workers) {
    int needed = Math.min(leastVotes, Math.max(1, votes.statements()));
    int[] people =
        IntStream.range(0, votes.people()).filter(who -> votes.size(who) >= needed).toArray();
    int dimensions = Messages.reliableDimensions(places);
    Messages messages = Messages.of(places, dimensions, workers);
    int[] sample = Arrays.copyOf(people, Math.min(people.length, effort.searchAmong(votes)));
    MixtureFit fit = new MixtureFit(messages, sample, effort.searchSteps(), workers);
    List<MixtureFit.Fitted> fits = new ArrayList<>();
    fits.add(fit.one());
    int best = 0;
    while (fits.size() < LandscapeOptions.MOST_GROUPS
        && fits.size() < Math.max(1, sample.length / 2)
        && (fits.size() < least || fits.size() - 1 - best < PATIENCE)) {
      fits.add(fit.more(fits.getLast()));
      best = fits.getLast().bic() < fits.get(best).bic() ? fits.size() - 1 : best;
    }
    return new GroupSearch(List.copyOf(fits), messages, people);
  }

  int most() {
    return fits.size();
  }

  Mixture mixture(int groups) {
    return fits.get(groups - 1).mixture();
  }

  /** BIC of one group minus that of so many. */
  double gain(int groups) {
    return fits.getFirst().bic() - fits.get(groups - 1).bic();
  }

  /** The likeliest group of each person, −1 for who has too few votes. */
  int[] labels(int groups, Workers workers) {
    return MixtureFit.groups(messages, mixture(groups), people, workers);
  }
}
