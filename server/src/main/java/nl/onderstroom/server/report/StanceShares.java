package nl.onderstroom.server.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.onderstroom.engine.measure.Interval;
import nl.onderstroom.engine.measure.ShareIntervals;
import nl.onderstroom.engine.measure.stance.Stance;
import nl.onderstroom.engine.measure.stance.StanceTable;

/**
 * The shares that may be told: each of enough people, and the others of enough people too.
 *
 * <p>A stance of fewer people than the floor, or of none, counts as unclear. When that leaves too
 * few unclear, the first of {@link #ORDER} that is left goes with them. Who goes first is fixed and
 * nobody is a few too, so that how many went cannot be found from the sum, nor from the smallest
 * that is told.
 *
 * @param n people with both scores
 * @param together stances that count as unclear
 * @param parts shares are told as that many parts of a whole; 0 when they are exact
 * @param shares of the stances that are told, in the order of {@link Stance}: unclear last
 */
record StanceShares(long n, Set<Stance> together, int parts, List<Share> shares) {
  private static final List<Stance> ORDER =
      List.of(Stance.HOLDS_BACK, Stance.AMBIVALENT, Stance.SCARED, Stance.EMBRACES);

  // From fine to coarse.
  private static final List<Integer> PARTS = List.of(100, 50, 20, 10);

  StanceShares {
    together = Set.copyOf(together);
    shares = List.copyOf(shares);
  }

  /**
   * @param share 0 to 1
   * @param interval right for all five stances at once (Goodman)
   */
  record Share(Stance stance, double share, Interval interval) {}

  /**
   * @param parts 0 for exact shares
   */
  static StanceShares of(StanceTable table, int parts, int floor) {
    List<StanceTable.Share<Stance>> all = table.shares();
    Set<Stance> together = together(all, floor);
    long unclear = count(all, together) + count(all, Set.of(Stance.UNCLEAR));
    var told = new ArrayList<Share>();
    for (StanceTable.Share<Stance> each : all) {
      if (!together.contains(each.stance())) {
        long count = each.stance() == Stance.UNCLEAR ? unclear : each.count();
        told.add(share(each.stance(), count, table.people(), parts));
      }
    }
    return new StanceShares(table.people(), together, parts, told);
  }

  /** The finest parts that hold {@code floor} people each; empty when none does. */
  static Optional<Integer> coarse(long people, int floor) {
    return PARTS.stream().filter(parts -> people >= (long) parts * floor).findFirst();
  }

  /** So many people are enough for the coarsest parts. */
  static int leastForCoarse(int floor) {
    return PARTS.getLast() * floor;
  }

  private static Set<Stance> together(List<StanceTable.Share<Stance>> all, int floor) {
    Set<Stance> together = EnumSet.noneOf(Stance.class);
    for (StanceTable.Share<Stance> each : all) {
      if (each.stance() != Stance.UNCLEAR && each.count() < floor) {
        together.add(each.stance());
      }
    }
    if (count(all, together) + count(all, Set.of(Stance.UNCLEAR)) < floor) {
      ORDER.stream()
          .filter(stance -> !together.contains(stance))
          .findFirst()
          .ifPresent(together::add);
    }
    return together;
  }

  private static long count(List<StanceTable.Share<Stance>> all, Set<Stance> stances) {
    return all.stream()
        .filter(each -> stances.contains(each.stance()))
        .mapToLong(StanceTable.Share::count)
        .sum();
  }

  /** The interval is that of the share as it is told: it tells nothing more. */
  private static Share share(Stance stance, long count, long n, int parts) {
    double share = (double) count / n;
    double told = parts == 0 ? share : Math.rint(share * parts) / parts;
    long[] counts = new long[Stance.values().length];
    counts[0] = parts == 0 ? count : Math.round(told * n);
    counts[1] = n - counts[0];
    return new Share(stance, told, ShareIntervals.goodman(counts).getFirst());
  }

  boolean isCoarse() {
    return parts > 0;
  }

  /** Whether any stance is told apart from the unclear. */
  boolean tellsAny() {
    return shares.size() > 1;
  }

  /** People of that share; empty when it is told in parts. */
  Optional<Long> count(Share share) {
    return isCoarse() ? Optional.empty() : Optional.of(Math.round(share.share() * n));
  }
}
