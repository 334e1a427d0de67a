package nl.onderstroom.quality.landscape;

import java.util.Arrays;

/**
 * In which direction the people of one class differ most: the first principal direction of what the
 * class and their own yea-saying leave of their votes, by power iteration.
 */
record ClassDirection(LatentClassFit fit, int inClass) {
  private static final int ROUNDS = 6;

  /** Where everybody stands on it. */
  double[] places() {
    Conversation votes = fit.votes;
    double[] place = new double[votes.people()];
    double[] loading = new double[votes.statements()];
    Arrays.setAll(loading, s -> Math.sin(12.9898 * (s + 1)));
    for (int round = 0; round < ROUNDS; round++) {
      double[] next = new double[loading.length];
      for (int person = 0; person < place.length; person++) {
        double weight = fit.inClass(person, inClass);
        double yeaSaying = fit.yeaSaying(person, inClass);
        place[person] = 0;
        for (int at = votes.start(person); at < votes.end(person); at++) {
          place[person] += left(at, yeaSaying) * loading[votes.statement(at)];
        }
        place[person] /= Math.sqrt(1 + votes.votes(person));
        for (int at = votes.start(person); at < votes.end(person); at++) {
          next[votes.statement(at)] += weight * left(at, yeaSaying) * place[person];
        }
      }
      double size = Math.sqrt(Arrays.stream(next).map(x -> x * x).sum()) + 1e-12;
      Arrays.setAll(loading, s -> next[s] / size);
    }
    return place;
  }

  private double left(int entry, double yeaSaying) {
    int vote = fit.votes.vote(entry);
    double chance = fit.shareAgreeing(fit.votes.statement(entry), inClass, yeaSaying);
    return vote == Conversation.PASS ? 0 : (vote == Conversation.AGREE ? 1 : 0) - chance;
  }
}
