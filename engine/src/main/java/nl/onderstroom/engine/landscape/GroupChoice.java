package nl.onderstroom.engine.landscape;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import nl.onderstroom.engine.landscape.GroupEvidence.Verdict;

/**
 * How many groups are shown, and how sure that is.
 *
 * @param groups chosen
 * @param confidence mean adjusted Rand index with what the replicates, each choosing for itself,
 *     would show; NaN without replicates
 */
record GroupChoice(int groups, double confidence, List<GroupEvidence> evidence) {
  /** By evidence and replicates. */
  static GroupChoice of(GroupSearch search, Replicates replicates, LandscapeOptions options) {
    GroupNumber number = replicates.number(search);
    int taken = Math.min(options.groups().orElseGet(number::choose), search.most());
    boolean looked = replicates.count() > 0;
    List<GroupEvidence> evidence =
        IntStream.rangeClosed(1, search.most())
            .mapToObj(groups ->
                new GroupEvidence(
                    groups,
                    number.gains()[groups - 1],
                    looked ? number.stability()[groups - 1] : Double.NaN,
                    looked ? number.structure()[groups - 1] : Double.NaN,
                    number.valleys()[groups - 1],
                    verdict(number, groups, taken)))
            .toList();
    return new GroupChoice(taken, confidence(taken, number, search, replicates, options), evidence);
  }

  private static Verdict verdict(GroupNumber number, int groups, int taken) {
    boolean supported = number.better(groups) && number.stable(groups);
    if (groups == taken) {
      return supported ? Verdict.CHOSEN : Verdict.ASKED_FOR;
    }
    if (!number.better(groups)) {
      return Verdict.NO_BETTER_THAN_ONE;
    }
    return supported ? Verdict.ANOTHER_IS_BETTER : Verdict.NOT_STABLE;
  }

  private static double confidence(
      int taken,
      GroupNumber look,
      GroupSearch search,
      Replicates replicates,
      LandscapeOptions options) {
    List<GroupNumber> numbers = replicates.numbers(look);
    try (Workers alone = new Workers(1)) {
      int[] labels = Arrays.copyOf(search.labels(taken, alone), replicates.people());
      return IntStream.range(0, replicates.count())
          .mapToDouble(at -> {
            GroupNumber own = numbers.get(at);
            int again = Math.min(options.groups().orElseGet(own::choose), own.most());
            return AdjustedRandIndex.of(labels, replicates.labels(at, again));
          })
          .average()
          .orElse(Double.NaN);
    }
  }

  /** Whether there is enough for these groups to say what sets them apart. */
  boolean supported() {
    return evidence.get(groups - 1).verdict() != Verdict.ASKED_FOR;
  }
}
