package nl.onderstroom.engine.measure.teams;

import nl.onderstroom.engine.summary.Quantity;
import nl.onderstroom.engine.summary.Tally;

/** Adds people's values to the {@link TeamSums} of their teams. Not for several threads at once. */
public final class TeamTally {
  private final int decimals;
  private final long[] n;
  private final long[] sum;
  private final long[] high;
  private final long[] low;

  /**
   * @param decimals digits after the point, 0 to 10
   * @param teams at least 0
   */
  public TeamTally(int decimals, int teams) {
    this.decimals = decimals;
    this.n = new long[teams];
    this.sum = new long[teams];
    this.high = new long[teams];
    this.low = new long[teams];
  }

  /**
   * @param team from 0
   * @param value in units of 10<sup>-decimals</sup>; {@link Tally#MISSING} is left out
   * @throws IllegalArgumentException if the value is beyond {@link Quantity.Decimal#GREATEST}
   */
  public void add(int team, long value) {
    if (value == Tally.MISSING) {
      return;
    }
    if (value < -Quantity.Decimal.GREATEST || value > Quantity.Decimal.GREATEST) {
      throw new IllegalArgumentException(
          "team %d: a value of %d units; expected −%d to %d"
              .formatted(team, value, Quantity.Decimal.GREATEST, Quantity.Decimal.GREATEST));
    }
    n[team]++;
    sum[team] = Math.addExact(sum[team], value);
    long before = low[team];
    low[team] = before + value * value;
    long carry = Long.compareUnsigned(low[team], before) < 0 ? 1 : 0;
    high[team] += Math.multiplyHigh(value, value) + carry;
  }

  /** Of the people so far. */
  public TeamSums sums() {
    return new TeamSums(decimals, n.clone(), sum.clone(), high.clone(), low.clone());
  }
}
