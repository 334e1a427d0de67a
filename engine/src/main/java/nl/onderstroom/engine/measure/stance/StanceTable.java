package nl.onderstroom.engine.measure.stance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.onderstroom.engine.measure.Interval;
import nl.onderstroom.engine.measure.ShareIntervals;
import nl.onderstroom.engine.summary.Histogram;
import nl.onderstroom.engine.summary.Quantity;

/**
 * How many people stand where by their scores, and what they call it themselves. Immutable; it is
 * counted as one quantity of a summary ({@link #quantity}, {@link #level}), so it merges as
 * histograms do.
 */
public final class StanceTable {
  private static final int STANCES = Stance.values().length;
  private static final int NAMES = NamedStance.values().length;

  private final long[][] counts;

  private StanceTable(long[][] counts) {
    this.counts = counts;
  }

  /** What to ask a {@code Tally} to count. */
  public static Quantity.Levels quantity(String key) {
    return new Quantity.Levels(key, 0, STANCES * NAMES - 1);
  }

  /** A person's level of {@link #quantity}. */
  public static int level(Stance stance, NamedStance named) {
    return stance.ordinal() * NAMES + named.ordinal();
  }

  /**
   * @param counted answers to {@link #quantity}
   * @throws IllegalArgumentException if it has other levels
   */
  public static StanceTable of(Histogram counted) {
    if (counted.min() != 0 || counted.max() != STANCES * NAMES - 1) {
      throw new IllegalArgumentException(
          "levels %d to %d; expected 0 to %d"
              .formatted(counted.min(), counted.max(), STANCES * NAMES - 1));
    }
    long[][] counts = new long[STANCES][NAMES];
    for (Stance stance : Stance.values()) {
      for (NamedStance named : NamedStance.values()) {
        counts[stance.ordinal()][named.ordinal()] = counted.count(level(stance, named));
      }
    }
    return new StanceTable(counts);
  }

  /** People with this stance by their scores who call it so. */
  public long count(Stance stance, NamedStance named) {
    return counts[stance.ordinal()][named.ordinal()];
  }

  /** People with both scores. */
  public long people() {
    return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
  }

  /** Of each stance by the scores, in the order of {@link Stance}; {@link Stance#UNCLEAR} too. */
  public List<Share<Stance>> shares() {
    return shares(
        Stance.values(),
        Arrays.stream(counts).mapToLong(row -> Arrays.stream(row).sum()).toArray());
  }

  /** Of each stance that people named, among those who did. */
  public List<Share<NamedStance>> namedShares() {
    NamedStance[] names = Arrays.copyOf(NamedStance.values(), NAMES - 1);
    long[] sums = new long[names.length];
    for (long[] row : counts) {
      Arrays.setAll(sums, at -> sums[at] + row[at]);
    }
    return shares(names, sums);
  }

  /**
   * A share of the people, and an interval that is right for all shares at once (Goodman).
   *
   * @param share 0 to 1; NaN of nobody
   */
  public record Share<T>(T stance, long count, double share, Interval interval) {}

  /**
   * Whether scores and names agree, over those of whom both say one of three: towards AI (embraces;
   * embrace or curious), afraid of it (scared; find it scary), away from it (holds back). Nobody
   * can name ambivalence and the unclear say nothing, so they are left out, and {@code leftOut}
   * tells how many that are. Empty when nobody is left, or all are in one and the same.
   */
  public Optional<Agreement> agreement() {
    long[][] table = {
      {
        count(Stance.EMBRACES, NamedStance.EMBRACE) + count(Stance.EMBRACES, NamedStance.CURIOUS),
        count(Stance.EMBRACES, NamedStance.SCARY),
        count(Stance.EMBRACES, NamedStance.HOLD_BACK)
      },
      {
        count(Stance.SCARED, NamedStance.EMBRACE) + count(Stance.SCARED, NamedStance.CURIOUS),
        count(Stance.SCARED, NamedStance.SCARY),
        count(Stance.SCARED, NamedStance.HOLD_BACK)
      },
      {
        count(Stance.HOLDS_BACK, NamedStance.EMBRACE)
            + count(Stance.HOLDS_BACK, NamedStance.CURIOUS),
        count(Stance.HOLDS_BACK, NamedStance.SCARY),
        count(Stance.HOLDS_BACK, NamedStance.HOLD_BACK)
      }
    };
    long classed = Arrays.stream(table).flatMapToLong(Arrays::stream).sum();
    long rows = Arrays.stream(table).filter(row -> Arrays.stream(row).sum() > 0).count();
    long alike = table[0][0] + table[1][1] + table[2][2];
    if (classed == 0 || (rows == 1 && alike == classed)) {
      return Optional.empty();
    }
    return Optional.of(new Agreement(Kappa.of(table), people() - classed));
  }

  /**
   * @param leftOut people who are ambivalent or unclear by their scores, or named nothing
   */
  public record Agreement(Kappa kappa, long leftOut) {}

  private static <T> List<Share<T>> shares(T[] stances, long[] counts) {
    long n = Arrays.stream(counts).sum();
    List<Interval> intervals = ShareIntervals.goodman(counts);
    List<Share<T>> shares = new ArrayList<>();
    for (int at = 0; at < counts.length; at++) {
      shares.add(
          new Share<>(
              stances[at],
              counts[at],
              n == 0 ? Double.NaN : (double) counts[at] / n,
              intervals.get(at)));
    }
    return List.copyOf(shares);
  }
}
