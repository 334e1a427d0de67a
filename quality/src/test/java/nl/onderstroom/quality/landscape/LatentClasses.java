package nl.onderstroom.quality.landscape;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Candidate A: people belong to one of a few classes, and within a class vote independently but for
 * how easily they say yes. The number of classes is chosen on the likelihood minus what the
 * parameters cost.
 *
 * @param criterion what they cost
 */
record LatentClasses(Criterion criterion) implements Method {
  private static final int MOST_CLASSES = 8;
  private static final int TRIAL_STEPS = 4;
  private static final int MOST_STEPS = 80;
  private static final double LEAST_GAIN = 1e-3;

  /** What a fit is judged by. */
  enum Criterion {
    /** Schwarz 1978. */
    BIC,
    /** Biernacki, Celeux and Govaert 2000: classes that overlap cost too. */
    ICL
  }

  @Override
  public String name() {
    return "A " + criterion;
  }

  @Override
  public Found find(Conversation votes) {
    LatentClassFit fit = LatentClassFit.one(votes).settle(MOST_STEPS, LEAST_GAIN);
    LatentClassFit best = fit;
    while (fit.classes < MOST_CLASSES && fit.classes < best.classes + 2) {
      fit = more(fit);
      best = cost(fit, votes) < cost(best, votes) ? fit : best;
    }
    return found(best, votes);
  }

  /** The best of the fits that begin with one of the classes split in two. */
  private static LatentClassFit more(LatentClassFit fit) {
    return IntStream.range(0, fit.classes)
        .mapToObj(split -> fit.more(split).settle(TRIAL_STEPS, LEAST_GAIN))
        .max(Comparator.comparingDouble(trial -> trial.logLikelihood))
        .orElseThrow()
        .settle(MOST_STEPS, LEAST_GAIN);
  }

  private double cost(LatentClassFit fit, Conversation votes) {
    int placed = (int) IntStream.range(0, votes.people()).filter(votes::placed).count();
    double parameters = fit.classes + 2.0 * fit.classes * votes.statements();
    double cost = parameters * Math.log(Math.max(2, placed)) - 2 * fit.logLikelihood;
    return criterion == Criterion.BIC ? cost : cost + 2 * entropy(fit, votes);
  }

  private static double entropy(LatentClassFit fit, Conversation votes) {
    double sum = 0;
    for (int person = 0; person < votes.people(); person++) {
      for (int c = 0; c < fit.classes; c++) {
        double chance = fit.inClass(person, c);
        sum -= chance > 0 ? chance * Math.log(chance) : 0;
      }
    }
    return sum;
  }

  private static Found found(LatentClassFit fit, Conversation votes) {
    int[] groups =
        IntStream.range(0, votes.people())
            .map(person -> votes.placed(person) ? likeliest(fit, person) : -1)
            .toArray();
    return new Found(fit.classes, groups, fit::agreement);
  }

  private static int likeliest(LatentClassFit fit, int person) {
    return IntStream.range(0, fit.classes)
        .boxed()
        .max(Comparator.comparingDouble(c -> fit.inClass(person, c)))
        .orElseThrow();
  }
}
