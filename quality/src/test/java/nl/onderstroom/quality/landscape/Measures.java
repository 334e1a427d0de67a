package nl.onderstroom.quality.landscape;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What every method is measured by. */
final class Measures {
  private static final double KEPT = 0.9;
  private static final int LEAST_OTHER_VOTES = 7;
  private static final double SUREST = 1e-6;

  private Measures() {}

  /** The lowest adjusted Rand index between the order that came and other ones. */
  static double inOtherOrders(Method method, Conversation conversation, int orders) {
    int[] first = method.find(conversation).groups();
    return IntStream.range(0, orders)
        .mapToDouble(seed -> {
          Conversation.Reordered other = conversation.shuffled(seed);
          int[] found = method.find(other.conversation()).groups();
          int[] back = new int[found.length];
          for (int at = 0; at < found.length; at++) {
            back[other.people()[at]] = found[at];
          }
          return RandIndex.adjusted(first, back);
        })
        .min()
        .orElse(1);
  }

  /**
   * What is left after dropping a tenth of the votes.
   *
   * @param k found with all votes
   * @param median adjusted Rand index between the groups by all votes and those by fewer
   * @param sameK in how many of the replicates the number of groups was the same
   */
  record Dropped(int k, double median, double lowest, int sameK, int replicates) {}

  static Dropped dropped(Method method, Conversation conversation, int replicates) {
    Method.Found all = method.find(conversation);
    double[] index = new double[replicates];
    int same = 0;
    for (int seed = 0; seed < replicates; seed++) {
      boolean[] kept = conversation.keeping(KEPT, 7 + seed);
      Method.Found fewer = method.find(conversation.where(entry -> kept[entry]));
      index[seed] = RandIndex.adjusted(all.groups(), fewer.groups());
      same += fewer.k() == all.k() ? 1 : 0;
    }
    Arrays.sort(index);
    double median = (index[(replicates - 1) / 2] + index[replicates / 2]) / 2;
    return new Dropped(all.k(), median, index[0], same, replicates);
  }

  /**
   * The log-loss of "agrees" on hidden votes, divided by that of the statement means; under 1 is
   * better than knowing nothing of the person.
   */
  static double foretold(Method method, Conversation conversation, int splits) {
    double loss = 0;
    double usual = 0;
    for (int split = 0; split < splits; split++) {
      boolean[] kept = conversation.keeping(KEPT, 100 + split);
      Conversation seen = conversation.where(entry -> kept[entry]);
      double[] means = seen.smoothedMeans();
      Method.Agreement agreement = method.find(seen).agreement();
      for (int person = 0; person < seen.people(); person++) {
        for (int at = conversation.start(person); at < conversation.end(person); at++) {
          if (!kept[at] && seen.votes(person) >= LEAST_OTHER_VOTES) {
            boolean agrees = conversation.vote(at) == Conversation.AGREE;
            loss += logLoss(agreement.of(person, conversation.statement(at)), agrees);
            usual += logLoss(means[conversation.statement(at)], agrees);
          }
        }
      }
    }
    return loss / usual;
  }

  private static double logLoss(double chance, boolean happened) {
    double bounded = Math.clamp(chance, SUREST, 1 - SUREST);
    return -Math.log(happened ? bounded : 1 - bounded);
  }
}
