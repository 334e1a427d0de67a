package nl.onderstroom.server.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.onderstroom.engine.effect.EffectEstimate;
import nl.onderstroom.engine.effect.InterruptedTimeSeries;
import nl.onderstroom.engine.effect.Panel;
import nl.onderstroom.engine.measure.Interval;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How it went where all teams acted at once: nobody is left to compare with, so it is described and
 * not judged. Made of the teams' shown figures, as every effect is; waves count one by one.
 */
sealed interface ActionSeries {
  /**
   * Too short a series for its slope to be known.
   *
   * @param before waves with a figure before teams acted
   * @param after waves with a figure from then on
   * @param teams seen at least twice on each side
   */
  record TooShort(int before, int after, int teams) implements ActionSeries {}

  /**
   * @param wave the first after teams acted, from 0
   * @param fit of teams seen at least twice on each side; its fixed part is what is told
   * @param points of each wave the mean over teams, each taken from its own level; NaN where no
   *     team is shown
   * @param constant what puts the fitted line on the level of the points
   */
  record Told(int wave, InterruptedTimeSeries fit, List<Double> points, double constant)
      implements ActionSeries {
    public Told {
      points = List.copyOf(points);
    }

    /** Had the slope of before gone on. */
    double without(double at) {
      return constant + fit.within().slope().value() * (at - wave + 1);
    }

    /** From the wave of acting on. */
    double with(double at) {
      InterruptedTimeSeries.Segments parts = fit.within();
      return without(at) + parts.step().value() + parts.bend().value() * (at - wave);
    }

    /** 95%, with as many degrees of freedom as there are teams, less one. */
    Interval interval(EffectEstimate estimate) {
      double point = TDistribution.of(fit.teams() - 1.0).inverseSurvivalProbability(0.025);
      return estimate.interval(point);
    }
  }

  /** Empty unless all teams acted, all at the same wave, and not at the first. */
  static Optional<ActionSeries> of(Panel panel) {
    int[] starts = IntStream.range(0, panel.teams()).map(panel::firstWave).distinct().toArray();
    return starts.length == 1 && starts[0] > 0 && starts[0] != Panel.NEVER
        ? Optional.of(of(panel, starts[0]))
        : Optional.empty();
  }

  private static ActionSeries of(Panel panel, int start) {
    int[] teams =
        IntStream.range(0, panel.teams())
            .filter(team ->
                seen(panel, team, 0, start) >= InterruptedTimeSeries.LEAST_WAVES
                    && seen(panel, team, start, panel.waves()) >= InterruptedTimeSeries.LEAST_WAVES)
            .toArray();
    if (teams.length < 2) {
      return new TooShort(shown(panel, 0, start), shown(panel, start, panel.waves()), teams.length);
    }
    List<Integer> numbers = new ArrayList<>();
    List<Integer> waves = new ArrayList<>();
    List<Double> outcomes = new ArrayList<>();
    for (int number = 0; number < teams.length; number++) {
      for (int wave = 0; wave < panel.waves(); wave++) {
        if (!Double.isNaN(panel.outcome(teams[number], wave))) {
          numbers.add(number);
          waves.add(wave);
          outcomes.add(panel.outcome(teams[number], wave));
        }
      }
    }
    InterruptedTimeSeries fit =
        InterruptedTimeSeries.fit(
            numbers.stream().mapToInt(Integer::intValue).toArray(),
            waves.stream().mapToDouble(Integer::doubleValue).toArray(),
            outcomes.stream().mapToDouble(Double::doubleValue).toArray(),
            start);
    List<Double> points = points(panel, teams);
    return new Told(start, fit, points, constant(new Told(start, fit, points, 0), waves, outcomes));
  }

  private static int seen(Panel panel, int team, int from, int to) {
    return (int)
        IntStream.range(from, to).filter(wave -> !Double.isNaN(panel.outcome(team, wave))).count();
  }

  private static int shown(Panel panel, int from, int to) {
    return (int)
        IntStream.range(from, to)
            .filter(wave ->
                IntStream.range(0, panel.teams())
                    .anyMatch(team -> !Double.isNaN(panel.outcome(team, wave))))
            .count();
  }

  /** A team that is missing at a wave does not pull it: what counts is how far teams moved. */
  private static List<Double> points(Panel panel, int[] teams) {
    double[] levels =
        Arrays.stream(teams)
            .mapToDouble(team ->
                IntStream.range(0, panel.waves())
                    .mapToDouble(wave -> panel.outcome(team, wave))
                    .filter(each -> !Double.isNaN(each))
                    .average()
                    .orElseThrow())
            .toArray();
    double level = Arrays.stream(levels).average().orElseThrow();
    return IntStream.range(0, panel.waves())
        .mapToObj(wave ->
            level
                + IntStream.range(0, teams.length)
                    .mapToDouble(team -> panel.outcome(teams[team], wave) - levels[team])
                    .filter(each -> !Double.isNaN(each))
                    .average()
                    .orElse(Double.NaN))
        .toList();
  }

  /** Residuals of all rows are 0 on average. */
  private static double constant(Told line, List<Integer> waves, List<Double> outcomes) {
    return IntStream.range(0, waves.size())
        .mapToDouble(row -> {
          int wave = waves.get(row);
          return outcomes.get(row) - (wave < line.wave() ? line.without(wave) : line.with(wave));
        })
        .average()
        .orElseThrow();
  }
}
