package nl.onderstroom.engine.measure.teams;

import java.util.Arrays;
import java.util.List;
import nl.onderstroom.engine.summary.Histogram;
import nl.onderstroom.engine.summary.Moments;

/**
 * Of one quantity in many teams: how many people answered, Σx and Σx². Immutable. Exact integers,
 * 32 bytes a team; teams are numbered from 0. A team where nobody answered counts as no team.
 */
public final class TeamSums {
  /** Twice a sum and a centre's product with it must stay within the range of their type. */
  private static final long GREATEST_SUM = Long.MAX_VALUE / 4;

  private static final int MOST_DECIMALS = 10;
  private static final double TWO_TO_64 = 0x1p64;

  private final int decimals;
  private final long[] n;
  private final long[] sum;
  // Σx² has 128 bits, in two halves.
  private final long[] high;
  private final long[] low;

  /** Keeps the arrays: callers hand over ones that nobody else holds. */
  TeamSums(int decimals, long[] n, long[] sum, long[] high, long[] low) {
    if (decimals < 0 || decimals > MOST_DECIMALS) {
      throw new IllegalArgumentException(decimals + " decimals; expected 0 to " + MOST_DECIMALS);
    }
    for (int team = 0; team < n.length; team++) {
      if (Math.abs(sum[team]) > GREATEST_SUM) {
        throw new IllegalArgumentException(
            "team %d: Σx = %d units; expected at most %d".formatted(team, sum[team], GREATEST_SUM));
      }
    }
    this.decimals = decimals;
    this.n = n;
    this.sum = sum;
    this.high = high;
    this.low = low;
  }

  /**
   * Of a score: one summary a team.
   *
   * @throws IllegalArgumentException if the teams have unlike decimals
   * @throws ArithmeticException if a team's Σx is above 2<sup>61</sup> units
   */
  public static TeamSums ofMoments(List<Moments> teams) {
    int decimals = teams.isEmpty() ? 0 : teams.getFirst().decimals();
    int size = teams.size();
    long[] n = new long[size];
    long[] sum = new long[size];
    long[] high = new long[size];
    long[] low = new long[size];
    for (int team = 0; team < size; team++) {
      Moments moments = teams.get(team);
      if (moments.decimals() != decimals) {
        throw new IllegalArgumentException(
            "team %d has %d decimals, team 0 has %d; expected one quantity"
                .formatted(team, moments.decimals(), decimals));
      }
      n[team] = moments.n();
      sum[team] = moments.sum().longValueExact();
      high[team] = moments.squares().shiftRight(Long.SIZE).longValueExact();
      low[team] = moments.squares().longValue();
    }
    return new TeamSums(decimals, n, sum, high, low);
  }

  /** Of an item: one summary a team. */
  public static TeamSums ofLevels(List<Histogram> teams) {
    return new TeamSums(
        0,
        teams.stream().mapToLong(Histogram::n).toArray(),
        teams.stream().mapToLong(Histogram::sum).toArray(),
        new long[teams.size()],
        teams.stream().mapToLong(Histogram::sumOfSquares).toArray());
  }

  /**
   * The same teams, more people. Pure, associative and commutative. The sums must have nobody in
   * common.
   *
   * @throws IllegalArgumentException if the teams or the decimals differ in number
   */
  public TeamSums merge(TeamSums other) {
    if (other.n.length != n.length || other.decimals != decimals) {
      throw new IllegalArgumentException(
          "%d teams with %d decimals and %d teams with %d; expected the same teams and quantity"
              .formatted(n.length, decimals, other.n.length, other.decimals));
    }
    long[] bothLow = new long[n.length];
    long[] bothHigh = new long[n.length];
    for (int team = 0; team < n.length; team++) {
      bothLow[team] = low[team] + other.low[team];
      long carry = Long.compareUnsigned(bothLow[team], low[team]) < 0 ? 1 : 0;
      bothHigh[team] = high[team] + other.high[team] + carry;
    }
    return new TeamSums(decimals, plus(n, other.n), plus(sum, other.sum), bothHigh, bothLow);
  }

  /** Teams, also those where nobody answered. */
  public int teams() {
    return n.length;
  }

  /** People who answered. */
  public long n(int team) {
    return n[team];
  }

  /** NaN where nobody answered. */
  public double mean(int team) {
    return n[team] == 0 ? Double.NaN : (double) sum[team] / ((double) n[team] * unit());
  }

  /** With divisor n − 1; NaN where fewer than two answered. */
  public double variance(int team) {
    return n[team] < 2 ? Double.NaN : deviation(team) / (n[team] - 1.0);
  }

  /**
   * Σ(x − mean)²; 0 where nobody answered. As Σ(x − c)² − (Σ(x − c))²/n about the integer c nearest
   * the mean, of which the first is exact and at most about twice the result.
   */
  double deviation(int team) {
    if (n[team] == 0) {
      return 0;
    }
    long centre = Math.floorDiv(2 * sum[team] + n[team], 2 * n[team]);
    long rest = sum[team] - centre * n[team];
    // Σ(x − c)² = Σx² − c·(Σx + rest)
    long factor = sum[team] + rest;
    long about = low[team] - centre * factor;
    long borrow = Long.compareUnsigned(low[team], centre * factor) < 0 ? 1 : 0;
    long aboutHigh = high[team] - Math.multiplyHigh(centre, factor) - borrow;
    double unsigned = (about >>> 1) * 2.0 + (about & 1);
    double squares = aboutHigh * TWO_TO_64 + unsigned;
    return Math.max(0, squares - (double) rest * rest / n[team]) / (unit() * unit());
  }

  private double unit() {
    return Math.pow(10, decimals);
  }

  private static long[] plus(long[] left, long[] right) {
    long[] both = left.clone();
    Arrays.setAll(both, team -> Math.addExact(left[team], right[team]));
    return both;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TeamSums that
        && decimals == that.decimals
        && Arrays.equals(n, that.n)
        && Arrays.equals(sum, that.sum)
        && Arrays.equals(high, that.high)
        && Arrays.equals(low, that.low);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(sum) + Arrays.hashCode(low) + decimals;
  }

  @Override
  public String toString() {
    return "TeamSums of " + n.length + " teams, " + Arrays.stream(n).sum() + " people";
  }
}
