package nl.onderstroom.engine.effect;

import nl.onderstroom.engine.measure.Interval;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * An effect in the outcome's unit, and how sure it is when there are many teams.
 *
 * @param standardError at least 0; NaN when it cannot be known
 */
public record EffectEstimate(double value, double standardError) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Two-sided and normal, so for many teams (20 on each side or more); 1 when nothing varies. */
  public double p() {
    double z = value / standardError;
    return Double.isNaN(z) ? 1 : 2 * NORMAL.survivalProbability(Math.abs(z));
  }

  /** The value ± {@code point} errors, as 1.96 or that of a test of few teams. */
  public Interval interval(double point) {
    return new Interval(value - point * standardError, value + point * standardError);
  }
}
