package nl.onderstroom.server.report;

import java.util.Optional;
import nl.onderstroom.engine.disclosure.Figure;
import nl.onderstroom.engine.measure.Interval;

/**
 * A mean that may be shown, and how sure it is.
 *
 * @param n people who answered
 * @param sd standard deviation, divisor n − 1
 * @param low end of the 95% interval of the mean
 * @param high likewise
 */
record Estimate(long n, double mean, double sd, double low, double high) {
  /** Empty when the figure is hidden or is no mean. */
  static Optional<Estimate> of(Figure figure) {
    return switch (figure) {
      case Figure.Distribution all -> Optional.of(of(all.n(), all.mean(), all.sd()));
      case Figure.Mean mean -> Optional.of(of(mean.n(), mean.mean(), mean.sd()));
      case Figure.TickShares ticks -> Optional.empty();
      case Figure.HiddenFigure hidden -> Optional.empty();
    };
  }

  private static Estimate of(long n, double mean, double sd) {
    Interval interval = Interval.ofMean(n, mean, sd);
    return new Estimate(n, mean, sd, interval.low(), interval.high());
  }
}
