package nl.onderstroom.server.report;

import nl.onderstroom.engine.measure.Interval;
import nl.onderstroom.server.shell.Words;

/** Says a difference with its sign, in two decimals. */
final class DifferenceTelling {
  private final Words words;

  DifferenceTelling(Words words) {
    this.words = words;
  }

  /** {@code +0.12}; without a sign where it is 0 in two decimals. */
  String signed(double value) {
    double rounded = Math.abs(value) < 0.005 ? 0 : value;
    return (rounded > 0 ? "+" : "") + words.number(rounded, 2);
  }

  /** {@code +0.12 (+0.02 to +0.22)}. */
  String estimate(double value, Interval interval) {
    return say("report.estimate", value, interval);
  }

  /** The sentence of that key about a difference and both ends of its interval. */
  String say(String key, double value, Interval interval) {
    return words.say(key, signed(value), signed(interval.low()), signed(interval.high()));
  }
}
