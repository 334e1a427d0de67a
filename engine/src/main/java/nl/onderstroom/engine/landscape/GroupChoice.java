package nl.onderstroom.engine.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import nl.onderstroom.engine.landscape.GroupEvidence.Verdict;

/**
 * How many groups there are.
 *
 * <p>Groups with deep valleys between them, much better than one group and found again when some
 * votes are left out, are there: of those the number with the best evidence is taken. Where people
 * stand in a continuum, groups are a way to cut it: then the smallest number is taken whose cut is
 * about as stable as the most stable one, if that is stable enough. Else there is one group.
 *
 * @param groups chosen
 * @param confidence mean adjusted Rand index with what the replicates, each choosing for itself,
 *     would show; NaN without replicates
 */
record GroupChoice(int groups, double confidence, List<GroupEvidence> evidence) {
  /** Very strong evidence on Kass and Raftery's scale. */
  static final double LEAST_GAIN = 10;

  private static final double LEAST_STABILITY = 0.85;

  private static final double DEEP_VALLEY = 0.1;
  private static final double LEAST_GAIN_OF_DISTINCT = 50;

  private static final double LEAST_STRUCTURE = 0.85;

  /** Differences in stability below this are not made much of. */
  private static final double ABOUT_EQUAL = 0.05;

  /** By evidence and replicates. */
  static GroupChoice of(GroupSearch search, Replicates replicates, LandscapeOptions options) {
    double[] valleys =
        IntStream.rangeClosed(1, search.most())
            .mapToDouble(groups -> search.mixture(groups).shallowestValley())
            .toArray();
    Rule rule = new Rule(search, replicates, valleys);
    int chosen = options.groups().orElseGet(() -> rule.choose(search.most(), search::gain));
    int taken = Math.min(chosen, search.most());
    List<GroupEvidence> evidence = new ArrayList<>();
    for (int groups = 1; groups <= search.most(); groups++) {
      evidence.add(rule.evidence(groups, taken));
    }
    return new GroupChoice(taken, rule.confidence(taken, options, search), List.copyOf(evidence));
  }

  /** Whether there is enough for these groups to say what sets them apart. */
  boolean supported() {
    return evidence.get(groups - 1).verdict() != Verdict.ASKED_FOR;
  }

  private record Rule(GroupSearch search, Replicates replicates, double[] valleys) {
    private boolean distinct(int groups, double gain) {
      return gain >= LEAST_GAIN_OF_DISTINCT
          && valley(groups) < DEEP_VALLEY
          && (replicates.count() == 0 || replicates.structure()[groups - 1] >= LEAST_STRUCTURE);
    }

    private double valley(int groups) {
      return valleys[groups - 1];
    }

    private double stability(int groups) {
      return replicates.count() == 0 ? LEAST_STABILITY : replicates.stability()[groups - 1];
    }

    private boolean stable(int groups) {
      return distinct(groups, search.gain(groups)) || stability(groups) >= LEAST_STABILITY;
    }

    int choose(int most, IntToDoubleFunction gain) {
      int distinct = 1;
      double best = 0;
      for (int groups = 2; groups <= most; groups++) {
        if (gain.applyAsDouble(groups) >= LEAST_GAIN) {
          boolean better =
              distinct == 1 || gain.applyAsDouble(groups) > gain.applyAsDouble(distinct);
          distinct = distinct(groups, gain.applyAsDouble(groups)) && better ? groups : distinct;
          best = Math.max(best, stability(groups));
        }
      }
      return distinct > 1
          ? distinct
          : coarsest(most, gain, Math.max(LEAST_STABILITY, best - ABOUT_EQUAL));
    }

    private int coarsest(int most, IntToDoubleFunction gain, double leastStability) {
      for (int groups = 2; groups <= most; groups++) {
        if (gain.applyAsDouble(groups) >= LEAST_GAIN && stability(groups) >= leastStability) {
          return groups;
        }
      }
      return 1;
    }

    double confidence(int chosen, LandscapeOptions options, GroupSearch found) {
      try (Workers alone = new Workers(1)) {
        int[] labels = Arrays.copyOf(found.labels(chosen, alone), replicates.people());
        double[] indexes = new double[replicates.count()];
        for (int at = 0; at < indexes.length; at++) {
          double[] gains = replicates.gains()[at];
          int again =
              options.groups().isPresent()
                  ? Math.min(chosen, gains.length)
                  : choose(gains.length, groups -> gains[groups - 1]);
          indexes[at] = AdjustedRandIndex.of(labels, replicates.labels()[at][again - 1]);
        }
        return Arrays.stream(indexes).average().orElse(Double.NaN);
      }
    }

    GroupEvidence evidence(int groups, int chosen) {
      boolean none = replicates.count() == 0;
      return new GroupEvidence(
          groups,
          search.gain(groups),
          none ? Double.NaN : replicates.stability()[groups - 1],
          none ? Double.NaN : replicates.structure()[groups - 1],
          valley(groups),
          verdict(groups, chosen));
    }

    private Verdict verdict(int groups, int chosen) {
      boolean better = groups == 1 || search.gain(groups) >= LEAST_GAIN;
      boolean supported = better && (groups == 1 || stable(groups));
      if (groups == chosen) {
        return supported ? Verdict.CHOSEN : Verdict.ASKED_FOR;
      }
      if (!better) {
        return Verdict.NO_BETTER_THAN_ONE;
      }
      return supported ? Verdict.ANOTHER_IS_BETTER : Verdict.NOT_STABLE;
    }
  }
}
