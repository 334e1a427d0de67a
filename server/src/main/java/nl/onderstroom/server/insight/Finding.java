package nl.onderstroom.server.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.onderstroom.engine.measure.Interval;
import nl.onderstroom.server.rounds.Construct;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.shell.Words;

/**
 * What the figures say, as sentences, and no more than that: nothing about causes, nobody ranked. A
 * share counts as most or as few only when its whole interval lies on that side of one half.
 */
final class Finding {
  private static final double HALF = 0.5;

  /** Wider than this, an interval around one half tells too little to say "about half". */
  private static final double WIDEST = 0.2;

  private static final int MOST_WORDS = 3;

  private final Words words;
  private final Iceberg iceberg;

  Finding(Words words, Iceberg iceberg) {
    this.words = words;
    this.iceberg = iceberg;
  }

  /** How many, as far as the interval tells. */
  enum HowMany {
    MOST,
    FEW,
    /** About half, as far as can be seen. */
    HALF,
    /** The interval holds one half and is too wide to say anything. */
    UNKNOWN;

    static HowMany of(Interval share) {
      if (share.low() > Finding.HALF) {
        return MOST;
      }
      if (share.high() < Finding.HALF) {
        return FEW;
      }
      return share.high() - share.low() > WIDEST ? UNKNOWN : HALF;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The title of the picture: hope beside the greatest worry, if both are known. */
  String title() {
    Optional<Share> hope = sides(Construct.EXPECTANCY).map(Reading.Sides::carries);
    Optional<Band> worry =
        iceberg.bands().stream()
            .filter(band -> isWorry(band.question()))
            .filter(band -> band.reading() instanceof Reading.Sides)
            .max(Comparator.comparingDouble(band -> band.left().value()));
    if (hope.isPresent() && worry.isPresent() && worry.get().reading() instanceof Reading.Sides w) {
      String subject =
          keyed(
              "insight.worry.",
              Iceberg.isAbout(worry.get().question(), Construct.JOB_THREAT)
                  ? "job-threat"
                  : "keeping-up");
      return keyed("insight.finding.", beside(hope.get(), w.weighs()), subject);
    }
    return levels();
  }

  /** Which sentence fits hope and worry. */
  static String beside(Share hope, Share worry) {
    HowMany hoping = HowMany.of(hope.interval());
    HowMany worried = HowMany.of(worry.interval());
    if (hoping == HowMany.UNKNOWN || worried == HowMany.UNKNOWN) {
      return "unknown";
    }
    if (hoping == HowMany.MOST && worried == HowMany.MOST && isAlike(hope, worry)) {
      return "even";
    }
    return hoping.code() + "." + worried.code();
  }

  /** Neither can be told from the other, and both are known well. */
  private static boolean isAlike(Share one, Share two) {
    return holds(one.interval(), two.value())
        && holds(two.interval(), one.value())
        && isNarrow(one.interval())
        && isNarrow(two.interval());
  }

  private static boolean holds(Interval interval, double value) {
    return interval.low() <= value && value <= interval.high();
  }

  private static boolean isNarrow(Interval interval) {
    return interval.high() - interval.low() <= WIDEST;
  }

  private static boolean isWorry(Question question) {
    return Iceberg.isAbout(question, Construct.JOB_THREAT, Construct.KEEPING_UP);
  }

  private Optional<Reading.Sides> sides(Construct construct) {
    return iceberg.bands().stream()
        .filter(band -> Iceberg.isAbout(band.question(), construct))
        .map(Band::reading)
        .filter(Reading.Sides.class::isInstance)
        .map(Reading.Sides.class::cast)
        .findFirst();
  }

  /** The title when there are means only: what lies above and what below the middle. */
  private String levels() {
    Optional<Band> high = farthest(level -> level.place().low() > HALF, 1);
    Optional<Band> low = farthest(level -> level.place().high() < HALF, -1);
    if (high.isPresent() && low.isPresent()) {
      return words.say("insight.finding.levels", name(high.get()), name(low.get()));
    }
    if (high.isPresent()) {
      return words.say("insight.finding.levels.high", name(high.get()));
    }
    return low.isPresent()
        ? words.say("insight.finding.levels.low", name(low.get()))
        : words.say("insight.finding.mixed");
  }

  private Optional<Band> farthest(Predicate<Reading.Level> where, int direction) {
    Band best = null;
    for (Band band : iceberg.bands()) {
      boolean further =
          band.reading() instanceof Reading.Level level
              && where.test(level)
              && (best == null || direction * (place(band) - place(best)) > 0);
      best = further ? band : best;
    }
    return Optional.ofNullable(best);
  }

  private static double place(Band band) {
    return band.reading() instanceof Reading.Level level ? level.place().value() : HALF;
  }

  private String name(Band band) {
    return new Phrases(words).name(band.question());
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
        boolean weighs = band.zone() == Zone.BELIEVED && isWorry(band.question());
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
