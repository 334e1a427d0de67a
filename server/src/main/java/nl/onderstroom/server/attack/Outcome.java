package nl.onderstroom.server.attack;

import java.util.stream.DoubleStream;
import nl.onderstroom.engine.measure.Interval;

/**
 * What a game came to.
 *
 * @param name of the game, and after a colon how the server was broken
 * @param people who were guessed at, or attempts
 * @param trials independent ones that the interval is of
 * @param advantage over guessing: share of people guessed right, less what guessing gives
 * @param low of the 95% interval of the advantage
 * @param high likewise
 */
record Outcome(
    String name,
    int people,
    int trials,
    double advantage,
    double low,
    double high,
    boolean broken) {
  /** Standard errors that 95% lie within. */
  private static final double NORMAL_95 = 1.959964;

  /** {@code holds} or {@code caught} when all is well. */
  enum Verdict {
    HOLDS,
    CAUGHT,
    FAILS
  }

  /** From the advantage in each trial, of which there are two or more; by Student's t. */
  static Outcome of(String name, boolean broken, int people, double[] advantages) {
    double mean = DoubleStream.of(advantages).average().orElse(0);
    double variance =
        DoubleStream.of(advantages).map(each -> (each - mean) * (each - mean)).sum()
            / Math.max(1, advantages.length - 1);
    Interval all = Interval.ofMean(advantages.length, mean, Math.sqrt(variance));
    return new Outcome(name, people, advantages.length, mean, all.low(), all.high(), broken);
  }

  /**
   * Of tries of which none may succeed: one that does puts the interval above 0, however many
   * failed. Wilson's interval.
   */
  static Outcome ofTries(String name, boolean broken, int tries, int succeeded) {
    double share = (double) succeeded / tries;
    double unseen = NORMAL_95 * NORMAL_95 / tries;
    double middle = (share + unseen / 2) / (1 + unseen);
    double reach = Math.sqrt(unseen * (share * (1 - share) + unseen / 4)) / (1 + unseen);
    double low = succeeded == 0 ? 0 : middle - reach;
    return new Outcome(
        name, tries, tries, share, low, Math.clamp(middle + reach, share, 1), broken);
  }

  Verdict verdict() {
    if (broken) {
      return low > 0 ? Verdict.CAUGHT : Verdict.FAILS;
    }
    return low <= 0 ? Verdict.HOLDS : Verdict.FAILS;
  }
}
