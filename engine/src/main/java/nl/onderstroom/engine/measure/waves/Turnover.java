package nl.onderstroom.engine.measure.waves;

/**
 * Who came and who went between two waves, by the roster: of whom answered nothing is known.
 *
 * @param before people on the roster at the first wave
 * @param after people on the roster at the second
 * @param both people on both
 */
public record Turnover(long before, long after, long both) {
  /**
   * Above this a change is not claimed. A mean moves by the share replaced times how far newcomers
   * differ from leavers; with .30 replaced they need to differ only ⅔ standard deviation to feign
   * {@link WaveChange#LEAST_EFFECT}, which different people often do.
   */
  public static final double GREATEST = 0.30;

  public Turnover {
    if (both < 0 || both > Math.min(before, after)) {
      throw new IllegalArgumentException(
          "%d people at both waves, of %d and %d; expected 0 to the lower of the two"
              .formatted(both, before, after));
    }
  }

  /** The same people both times. */
  public static Turnover none(long people) {
    return new Turnover(people, people, people);
  }

  /** The larger of the share that left and the share that joined, 0 to 1; 1 when nobody stayed. */
  public double share() {
    long most = Math.max(before, after);
    return both == 0 ? 1 : (double) (most - both) / most;
  }
}
