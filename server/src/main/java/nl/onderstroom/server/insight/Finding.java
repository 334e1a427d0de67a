package nl.onderstroom.server.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.onderstroom.engine.measure.Interval;
import nl.onderstroom.server.shell.Words;

/**
 * What the figures say, as sentences, and no more than that: nothing about causes, nobody ranked.
 */
record Finding(Words words, Iceberg iceberg) {
  private static final double HALF = 0.5;
  private static final int MOST_WORDS = 3;

  String title() {
    return new Headline(words, iceberg).text();
  }

  /** A sentence for each band of the depth, in its order. */
  List<String> sentences(Zone zone) {
    var sentences = new ArrayList<String>();
    iceberg.in(zone).forEach(band -> sentences.add(sentence(band)));
    return sentences;
  }

  private String sentence(Band band) {
    var phrases = new Phrases(words);
    return switch (band.reading()) {
      case Reading.Fog fog -> words.say("insight.says.fog", phrases.name(band.question()));
      case Reading.Level level -> levelSentence(phrases.name(band.question()), level);
      case Reading.Sides sides -> {
        boolean weighs = band.zone() == Zone.BELIEVED && Iceberg.isNamedWorry(band.question());
        Interval share = (weighs ? sides.weighs() : sides.carries()).interval();
        yield keyed(
            "insight.says.",
            HowMany.of(share).code(),
            weighs ? phrases.weighs(band.question()) : phrases.carries(band.question()),
            Phrases.percent(words, share.low()),
            Phrases.percent(words, share.high()));
      }
    };
  }

  /** Which words were chosen most, and of whom. */
  String words(Choices choices) {
    if (choices.hidden() != null) {
      return words.say("insight.says.fog", new Phrases(words).asked(choices.question()));
    }
    String most =
        choices.commonestFirst().stream()
            .limit(MOST_WORDS)
            .map(this::withShare)
            .collect(Collectors.joining(", "));
    return words.say("insight.says.words", most);
  }

  /** How many named each stance, in the order asked. */
  String stances(Choices choices) {
    if (choices.hidden() != null) {
      return words.say("insight.says.fog", new Phrases(words).asked(choices.question()));
    }
    String all = choices.options().stream().map(this::withShare).collect(Collectors.joining("; "));
    return words.say("insight.says.stances", all);
  }

  private String withShare(Choices.Option option) {
    return words.say(
        "insight.says.chosen",
        words.say(option.wordsKey()),
        Phrases.percent(words, option.share().value()));
  }

  private String levelSentence(String name, Reading.Level level) {
    Span place = level.place();
    String where = place.low() > HALF ? "high" : place.high() < HALF ? "low" : "middle";
    return keyed(
        "insight.says.level.",
        where,
        name,
        words.number(level.mean(), 1),
        words.number(level.min(), 0),
        words.number(level.max(), 0));
  }

  private String keyed(String prefix, String code, Object... arguments) {
    return words.say(prefix + code, arguments);
  }
}
