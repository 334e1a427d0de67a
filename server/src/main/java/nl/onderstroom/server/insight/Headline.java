package nl.onderstroom.server.insight;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import nl.onderstroom.engine.measure.Interval;
import nl.onderstroom.server.rounds.Construct;
import nl.onderstroom.server.shell.Words;

/** The title of the picture: what matters most of what the figures say. */
record Headline(Words words, Iceberg iceberg) {
  private static final double HALF = 0.5;

  /** Hope beside the greatest worry, if both are known. */
  String text() {
    Optional<Share> hope = sides(Construct.EXPECTANCY).map(Reading.Sides::carries);
    Optional<Band> worry =
        iceberg.bands().stream()
            .filter(band -> Iceberg.isNamedWorry(band.question()))
            .filter(band -> band.reading() instanceof Reading.Sides)
            .max(Comparator.comparingDouble(band -> band.left().value()));
    if (hope.isPresent() && worry.isPresent() && worry.get().reading() instanceof Reading.Sides w) {
      boolean job = Iceberg.isAbout(worry.get().question(), Construct.JOB_THREAT);
      String subject = words.say("insight.worry." + (job ? "job-threat" : "keeping-up"));
      return words.say("insight.finding." + beside(hope.get(), w.weighs()), subject);
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
        && HowMany.isNarrow(one.interval())
        && HowMany.isNarrow(two.interval());
  }

  private static boolean holds(Interval interval, double value) {
    return interval.low() <= value && value <= interval.high();
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
}
