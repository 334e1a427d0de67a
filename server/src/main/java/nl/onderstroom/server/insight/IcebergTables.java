package nl.onderstroom.server.insight;

import java.util.ArrayList;
import java.util.List;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.engine.disclosure.Reason;
import nl.onderstroom.engine.measure.Interval;
import nl.onderstroom.server.shell.Figures;
import nl.onderstroom.server.shell.Words;

/** The figures of an iceberg as tables: all that the drawing shows, and what lies in between. */
record IcebergTables(Words words, Floors floors, String ofWhom, HeadCount heads) {

  List<Figures> all(Iceberg iceberg) {
    var tables = new ArrayList<Figures>();
    List<Band> levels =
        iceberg.bands().stream().filter(band -> band.reading() instanceof Reading.Level).toList();
    List<Band> sides = iceberg.bands().stream().filter(band -> !levels.contains(band)).toList();
    if (!sides.isEmpty()) {
      tables.add(sides(sides));
    }
    if (!levels.isEmpty()) {
      tables.add(levels(levels));
    }
    iceberg.words().forEach(choices -> tables.add(choices(choices)));
    iceberg.stances().forEach(choices -> tables.add(choices(choices)));
    return tables;
  }

  private Figures sides(List<Band> bands) {
    return new Figures(
        words.say("insight.table.sides", ofWhom),
        words.say("insight.table.question"),
        List.of(
            words.say("insight.table.weighs"),
            words.say("insight.table.between"),
            words.say("insight.table.carries"),
            words.say("insight.table.carries.interval")),
        bands.stream().map(this::side).toList());
  }

  private Figures.Row side(Band band) {
    var phrases = new Phrases(words);
    String asked = phrases.asked(band.question());
    return switch (band.reading()) {
      case Reading.Sides sides ->
          Figures.Row.of(
              Iceberg.lean(band.question()) == Reading.Lean.WEIGHS
                  ? words.say("insight.table.turned", asked)
                  : asked,
              heads.of(sides.carries().n()),
              percent(sides.weighs().value()),
              percent(sides.between().value()),
              percent(sides.carries().value()),
              percents(sides.carries().interval()));
      case Reading.Fog(Reason reason) -> Figures.Row.fog(asked, reason(reason));
      case Reading.Level level -> throw new IllegalArgumentException("A mean has no sides");
    };
  }

  private Figures levels(List<Band> bands) {
    return new Figures(
        words.say("insight.table.levels", ofWhom),
        words.say("insight.table.question"),
        List.of(
            words.say("insight.table.mean"),
            words.say("insight.table.interval"),
            words.say("insight.table.range")),
        bands.stream().map(this::level).toList());
  }

  private Figures.Row level(Band band) {
    if (!(band.reading() instanceof Reading.Level level)) {
      throw new IllegalArgumentException("Question %s has no mean".formatted(band.key()));
    }
    var phrases = new Phrases(words);
    String asked = phrases.asked(band.question());
    return Figures.Row.of(
        Iceberg.isReversed(band.question())
            ? words.say("insight.table.reversed", asked, phrases.name(band.question()))
            : asked,
        heads.of(level.n()),
        words.number(level.mean(), 2),
        words.say(
            "insight.table.from-to",
            words.number(level.interval().low(), 2),
            words.number(level.interval().high(), 2)),
        words.say(
            "insight.table.from-to", words.number(level.min(), 0), words.number(level.max(), 0)));
  }

  private Figures choices(Choices choices) {
    String asked = new Phrases(words).asked(choices.question());
    Reason hidden = choices.hidden();
    List<Figures.Row> rows =
        hidden == null
            ? choices.options().stream().map(this::option).toList()
            : List.of(Figures.Row.fog(asked, reason(hidden)));
    return new Figures(
        asked,
        words.say("insight.table.chosen"),
        List.of(words.say("insight.table.share"), words.say("insight.table.interval")),
        rows);
  }

  private Figures.Row option(Choices.Option option) {
    return Figures.Row.of(
        words.say(option.wordsKey()),
        heads.of(option.share().n()),
        percent(option.share().value()),
        percents(option.share().interval()));
  }

  private String reason(Reason reason) {
    return new Reasons(words, floors).ofFigure(reason);
  }

  private String percent(double share) {
    return Phrases.percent(words, share);
  }

  private String percents(Interval interval) {
    return words.say("insight.table.from-to", percent(interval.low()), percent(interval.high()));
  }
}
