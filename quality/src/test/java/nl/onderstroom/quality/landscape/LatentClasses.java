package nl.onderstroom.quality.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Candidate A: people belong to one of a few classes, and within a class vote independently but for
 * how easily they say yes. Votes are foretold by the number of classes that has the most evidence.
 *
 * @param criterion what the groups are chosen on
 */
record LatentClasses(Criterion criterion) implements Method {
  private static final int MOST_CLASSES = 8;
  private static final int TRIAL_STEPS = 4;
  private static final int MOST_STEPS = 80;
  private static final double LEAST_GAIN = 1e-3;
  private static final int REPLICATES = 6;
  private static final int REPLICATE_STEPS = 8;
  private static final double KEPT = 0.9;

  /** So much evidence (−2 log) must speak against one class. */
  private static final double STRONG = 10;

  /** How the number of groups is chosen. */
  enum Criterion {
    /** The evidence, as Schwarz's criterion (1978) has it but with each parameter's own votes. */
    BIC,
    /** Biernacki, Celeux and Govaert 2000: classes that overlap cost too. */
    ICL,
    /** What is found again most surely when a tenth of the votes is dropped, given the evidence. */
    STABLE
  }

  @Override
  public String name() {
    return "A " + criterion;
  }

  @Override
  public Found find(Conversation votes) {
    return chosen(fits(votes), votes);
  }

  /** One class, two, three …, until two more classes bring no evidence. */
  static List<LatentClassFit> fits(Conversation votes) {
    List<LatentClassFit> fits = new ArrayList<>();
    LatentClassFit fit = LatentClassFit.one(votes).settle(MOST_STEPS, LEAST_GAIN);
    LatentClassFit best = fit;
    fits.add(fit);
    while (fit.classes < MOST_CLASSES && fit.classes < best.classes + 2) {
      fit = more(fit);
      fits.add(fit);
      best = cost(fit, votes) < cost(best, votes) ? fit : best;
    }
    return fits;
  }

  Found chosen(List<LatentClassFit> fits, Conversation votes) {
    LatentClassFit best = least(fits, fit -> cost(fit, votes));
    LatentClassFit groups =
        switch (criterion) {
          case BIC -> best;
          case ICL -> least(fits, fit -> icl(fit, votes));
          case STABLE -> stable(fits, votes);
        };
    return new Found(groups.classes, groups(groups, votes), best::agreement);
  }

  private static LatentClassFit least(
      List<LatentClassFit> fits, ToDoubleFunction<LatentClassFit> cost) {
    return fits.stream().min(Comparator.comparingDouble(cost)).orElseThrow();
  }

  /** The best of the fits that begin with one of the classes split in two. */
  private static LatentClassFit more(LatentClassFit fit) {
    return IntStream.range(0, fit.classes)
        .mapToObj(split -> fit.more(split).settle(TRIAL_STEPS, LEAST_GAIN))
        .max(Comparator.comparingDouble(trial -> trial.logLikelihood))
        .orElseThrow()
        .settle(MOST_STEPS, LEAST_GAIN);
  }

  private static double cost(LatentClassFit fit, Conversation votes) {
    return fit.cost((int) IntStream.range(0, votes.people()).filter(votes::placed).count());
  }

  private static double icl(LatentClassFit fit, Conversation votes) {
    double sum = cost(fit, votes);
    for (int person = 0; person < votes.people(); person++) {
      for (int c = 0; c < fit.classes; c++) {
        double chance = fit.inClass(person, c);
        sum -= chance > 0 ? 2 * chance * Math.log(chance) : 0;
      }
    }
    return sum;
  }

  private static LatentClassFit stable(List<LatentClassFit> fits, Conversation votes) {
    LatentClassFit best = fits.getFirst();
    double surest = 0;
    for (LatentClassFit fit : fits) {
      if (fit.classes > 1 && cost(fit, votes) < cost(fits.getFirst(), votes) - STRONG) {
        double sure = foundAgain(fit, votes);
        if (sure > surest) {
          surest = sure;
          best = fit;
        }
      }
    }
    return best;
  }

  private static double foundAgain(LatentClassFit fit, Conversation votes) {
    int[] all = groups(fit, votes);
    return IntStream.range(0, REPLICATES)
        .mapToDouble(seed -> {
          boolean[] kept = votes.keeping(KEPT, 2000 + seed);
          Conversation fewer = votes.where(entry -> kept[entry]);
          return RandIndex.adjusted(all, groups(fit.again(fewer, REPLICATE_STEPS), fewer));
        })
        .average()
        .orElse(0);
  }

  private static int[] groups(LatentClassFit fit, Conversation votes) {
    int[] groups = new int[votes.people()];
    Arrays.setAll(groups, person -> votes.placed(person) ? likeliest(fit, person) : -1);
    return groups;
  }

  private static int likeliest(LatentClassFit fit, int person) {
    return IntStream.range(0, fit.classes)
        .boxed()
        .max(Comparator.comparingDouble(c -> fit.inClass(person, c)))
        .orElseThrow();
  }
}
