package nl.onderstroom.quality.landscape;

import java.util.Arrays;

/**
 * What is left of each opinion after how agreeable a statement is and how easily a person says yes
 * (Rasch 1960, drawn to zero): vote minus chance, and the variance of that. Passes leave nothing.
 */
final class Surprises {
  private static final int ROUNDS = 12;
  private static final double PRIOR_OPINIONS = 1;

  final double[] surprise;
  final double[] variance;

  /** How easily each person says yes, in logits. */
  final double[] yeaSaying;

  Surprises(Conversation votes) {
    surprise = new double[votes.votes()];
    variance = new double[votes.votes()];
    yeaSaying = new double[votes.people()];
    double[] logits = new double[votes.statements()];
    for (int round = 0; round < ROUNDS; round++) {
      look(votes, logits);
      double[] slope = new double[logits.length];
      double[] curve = new double[logits.length];
      Arrays.fill(curve, PRIOR_OPINIONS / 4);
      for (int person = 0; person < yeaSaying.length; person++) {
        double slopeHere = -yeaSaying[person];
        double curveHere = PRIOR_OPINIONS;
        for (int at = votes.start(person); at < votes.end(person); at++) {
          slopeHere += surprise[at];
          curveHere += variance[at];
          slope[votes.statement(at)] += surprise[at];
          curve[votes.statement(at)] += variance[at];
        }
        yeaSaying[person] += Math.clamp(slopeHere / curveHere, -1, 1) / 2;
      }
      for (int s = 0; s < logits.length; s++) {
        slope[s] -= PRIOR_OPINIONS / 4 * logits[s];
        logits[s] += Math.clamp(slope[s] / curve[s], -1, 1);
      }
    }
    look(votes, logits);
  }

  private void look(Conversation votes, double[] logits) {
    for (int person = 0; person < yeaSaying.length; person++) {
      for (int at = votes.start(person); at < votes.end(person); at++) {
        if (votes.vote(at) != Conversation.PASS) {
          double logit = logits[votes.statement(at)] + yeaSaying[person];
          double chance = Odds.chance(logit);
          surprise[at] = (votes.vote(at) == Conversation.AGREE ? 1 : 0) - chance;
          variance[at] = chance * (1 - chance);
        }
      }
    }
  }
}
