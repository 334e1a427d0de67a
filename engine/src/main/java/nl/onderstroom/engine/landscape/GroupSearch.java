package nl.onderstroom.engine.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Mixtures of one, two, three … groups of the same people, up to the last number that is clearly
 * better than fewer, two at least.
 *
 * @param fits in that order; at least one
 * @param messages of {@code people}
 * @param people who have votes enough to be put in a group
 * @param everybody how many people there are
 */
record GroupSearch(List<MixtureFit.Fitted> fits, Messages messages, int[] people, int everybody) {
  /**
   * @param leastVotes of somebody who is put in a group
   * @param least groups to try whatever comes out
   * @param most groups to try
   */
  static GroupSearch in(
      Votes votes,
      Places places,
      int leastVotes,
      int least,
      int most,
      Effort effort,
      Workers workers) {
    int needed = Math.min(leastVotes, Math.max(1, votes.statements()));
    int[] people =
        IntStream.range(0, votes.people()).filter(who -> votes.size(who) >= needed).toArray();
    int dimensions = Messages.reliableDimensions(places);
    Messages messages = Messages.of(places, people, dimensions, workers);
    int sample = Math.min(people.length, effort.searchAmong(votes));
    MixtureFit fit = new MixtureFit(messages, sample, effort.searchSteps(), workers);
    List<MixtureFit.Fitted> fits = new ArrayList<>();
    fits.add(fit.one());
    int best = 0;
    while (fits.size() < most
        && fits.size() < Math.max(1, sample / 2)
        && (fits.size() < least || fits.size() - 1 - best < effort.patience())) {
      fits.add(fit.more(fits.getLast()));
      boolean better = fits.getLast().bic() < fits.get(best).bic() - GroupNumber.LEAST_GAIN;
      best = better ? fits.size() - 1 : best;
    }
    int kept = Math.max(best + 1, Math.max(2, least));
    return new GroupSearch(
        List.copyOf(fits.subList(0, Math.min(fits.size(), kept))),
        messages,
        people,
        votes.people());
  }

  int most() {
    return fits.size();
  }

  Mixture mixture(int groups) {
    return fits.get(groups - 1).mixture();
  }

  /** Of each number of groups, BIC of one group minus that of so many. */
  double[] gains() {
    return fits.stream().mapToDouble(fit -> fits.getFirst().bic() - fit.bic()).toArray();
  }

  /** Of each number of groups, how shallow the shallowest valley between two of them is. */
  double[] valleys() {
    return fits.stream().mapToDouble(fit -> fit.mixture().shallowestValley()).toArray();
  }

  /** The likeliest group of each person, −1 for who has too few votes. */
  int[] labels(int groups, Workers workers) {
    return Membership.of(messages, mixture(groups), people, everybody, workers).groups();
  }
}
