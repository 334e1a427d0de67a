package nl.onderstroom.quality.landscape;

import nl.onderstroom.quality.landscape.Method.Agreement;

/** Foretells a vote by the share that agrees in somebody's group, drawn to that of everybody. */
final class GroupMeans {
  /** So many votes weighs the share of everybody. */
  private static final double WEIGHT = 2;

  private GroupMeans() {}

  static Agreement of(Conversation conversation, int[] groups, int k) {
    double[] means = conversation.smoothedMeans();
    double[][] agree = new double[k][means.length];
    double[][] all = new double[k][means.length];
    for (int person = 0; person < groups.length; person++) {
      if (groups[person] >= 0) {
        for (int at = conversation.start(person); at < conversation.end(person); at++) {
          int statement = conversation.statement(at);
          all[groups[person]][statement]++;
          agree[groups[person]][statement] += conversation.vote(at) == Conversation.AGREE ? 1 : 0;
        }
      }
    }
    return (person, statement) -> {
      int group = groups[person];
      return group < 0
          ? means[statement]
          : (agree[group][statement] + WEIGHT * means[statement])
              / (all[group][statement] + WEIGHT);
    };
  }
}
