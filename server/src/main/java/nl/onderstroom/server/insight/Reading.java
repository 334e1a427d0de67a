package nl.onderstroom.server.insight;

import nl.onderstroom.engine.disclosure.Reason;
import nl.onderstroom.engine.measure.Interval;

/** What is known of one question in one unit. */
sealed interface Reading {
  /**
   * Which way the answers lean, in shares of the same people that add up to all of them.
   *
   * @param weighs whose answer weighs: worried, not daring, not getting …
   * @param carries whose answer carries: hopeful, daring, getting …
   */
  record Sides(Share weighs, Share between, Share carries) implements Reading {
    public Sides {
      if (weighs.count() + between.count() + carries.count() != weighs.n()) {
        throw new IllegalArgumentException(
            "Sides %s, %s and %s do not add up to all".formatted(weighs, between, carries));
      }
    }
  }

  /**
   * A mean alone.
   *
   * @param n people
   * @param interval 95%, by Student's t, cut off at the ends of the scale
   * @param min lowest possible answer
   * @param max highest possible answer, above {@code min}
   */
  record Level(long n, double mean, Interval interval, double min, double max, Lean lean)
      implements Reading {
    static Level of(long n, double mean, double sd, double min, double max, Lean lean) {
      Interval all = Interval.ofMean(n, mean, sd);
      var cut = new Interval(Math.max(min, all.low()), Math.min(max, all.high()));
      return new Level(n, mean, cut, min, max, lean);
    }

    /** Where the mean lies between the lowest (0) and the highest (1) possible answer. */
    Span place() {
      return new Span(part(interval.low()), part(mean), part(interval.high()));
    }

    private double part(double value) {
      return Math.clamp((value - min) / (max - min), 0, 1);
    }
  }

  /** Not shown, and why. */
  record Fog(Reason reason) implements Reading {}

  /** What a high answer does. */
  enum Lean {
    CARRIES,
    WEIGHS,
    /** Nobody said whether high is good: the questions of an earlier survey. */
    NEITHER
  }
}
