package nl.onderstroom.server.report;

import java.util.List;
import nl.onderstroom.engine.effect.EffectEstimate;
import nl.onderstroom.engine.effect.InterruptedTimeSeries;
import nl.onderstroom.server.shell.Words;

/** Says how it went where all teams acted at once, and that this is no proof. */
final class SeriesTelling {
  private final Words words;
  private final DifferenceTelling differences;
  private final List<String> waves;

  SeriesTelling(Words words, List<String> waves) {
    this.words = words;
    this.differences = new DifferenceTelling(words);
    this.waves = waves;
  }

  String tooShort(ActionSeries.TooShort series) {
    int least = InterruptedTimeSeries.LEAST_WAVES;
    return series.before() < least || series.after() < least
        ? words.say("report.series.too-short", series.before(), series.after(), least)
        : words.say("report.series.too-few-teams", series.teams(), least);
  }

  /** Nobody to compare with, and what the figures can be then. */
  String lead(ActionSeries.Told series) {
    return words.say("report.series.lead", waves.get(series.wave()), series.fit().teams());
  }

  /** Before; at once; from then on. */
  List<String> sentences(ActionSeries.Told series) {
    InterruptedTimeSeries.Segments parts = series.fit().within();
    return List.of(
        words.say("report.series.slope", estimate(series, parts.slope())),
        words.say("report.series.step", waves.get(series.wave()), estimate(series, parts.step())),
        words.say("report.series.bend", estimate(series, parts.bend())));
  }

  /** What a reader who cannot see the drawing hears instead. */
  String drawing(ActionSeries.Told series) {
    return words.say("report.series.drawing") + " " + String.join(" ", sentences(series));
  }

  String wave(int wave) {
    return waves.get(wave);
  }

  String number(double value) {
    return words.number(value, 2);
  }

  String point(SeriesPicture picture, SeriesPicture.Dot dot) {
    return wave(dot.wave()) + ": " + number(picture.series().points().get(dot.wave()));
  }

  private String estimate(ActionSeries.Told series, EffectEstimate estimate) {
    return differences.estimate(estimate.value(), series.interval(estimate));
  }
}
