package nl.onderstroom.server.report;

import java.util.List;
import nl.onderstroom.engine.measure.Interval;

/**
 * Differences with their intervals beside nothing at all, all on one scale. Coordinates are for a
 * drawing of {@value #WIDTH} wide with nothing in the middle.
 *
 * @param reach the largest end of an interval, above 0
 */
record ChangePicture(double reach) {
  static final int WIDTH = 640;
  private static final double ROOM = WIDTH / 2.0 - 8;

  static ChangePicture of(List<Interval> intervals) {
    double reach =
        intervals.stream()
            .mapToDouble(each -> Math.max(Math.abs(each.low()), Math.abs(each.high())))
            .filter(Double::isFinite)
            .max()
            .orElse(1);
    return new ChangePicture(reach > 0 ? reach : 1);
  }

  double x(double difference) {
    return WIDTH / 2.0 + ROOM * Math.clamp(difference / reach, -1, 1);
  }

  /** At least as wide as can be seen. */
  double width(Interval interval) {
    return Math.max(4, x(interval.high()) - x(interval.low()));
  }
}
