package nl.onderstroom.server.report;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.onderstroom.engine.measure.teams.IntraclassCorrelation;
import nl.onderstroom.engine.measure.teams.RandomIntercept;
import nl.onderstroom.engine.measure.teams.ShrunkenMean;
import nl.onderstroom.engine.measure.teams.TeamRefusal;
import nl.onderstroom.server.shell.Words;

/** What the figures of teams say, in words. */
record TeamTelling(Words words, WaveReport.OfScale scale) {
  /** A share of the differences below this is called little; .01 is small, .10 medium. */
  private static final double SMALL = 0.05;

  private static final double PROBABLE = 0.9;
  private static final double NEARLY_CERTAIN = 0.975;

  /** The finding, as a heading. */
  String title() {
    return scale
        .teamFigures()
        .found()
        .map(icc -> words.say("report.teams.title." + finding(icc)))
        .orElseGet(() -> words.say("report.teams.title"));
  }

  /** Whether a team's own score adds anything. */
  String sentence(IntraclassCorrelation icc) {
    double percent = 100 * Math.max(0, icc.icc1());
    return words.say(
        "report.teams.own-score." + finding(icc),
        percent < 1 ? words.say("report.teams.below-one") : words.number(percent, 0),
        words.number(Math.max(0, icc.icc2()), 2));
  }

  /** A share can be small and yet certain, in large teams. */
  private static String finding(IntraclassCorrelation icc) {
    boolean small = icc.ownScore() == IntraclassCorrelation.OwnScore.ADDS && icc.icc1() < SMALL;
    return small ? code(icc.ownScore()) + ".small" : code(icc.ownScore());
  }

  /** What cannot be said of teams, and what would be enough. */
  Optional<String> why() {
    TeamFigures teams = scale.teamFigures();
    var refusals = new Refusals(words);
    Stream<String> correlation =
        teams.correlation() instanceof TeamRefusal why
            ? Stream.of(refusals.say(why, "icc"))
            : Stream.empty();
    Stream<String> means = teams.whyNoMeans().stream().map(why -> refusals.say(why, "means"));
    String sentences =
        Stream.concat(correlation, means).distinct().collect(Collectors.joining(" "));
    return sentences.isEmpty() ? Optional.empty() : Optional.of(sentences);
  }

  /** The mean of all teams, where there are enough. */
  double mean() {
    return scale.teamFigures().model().map(RandomIntercept::mu).orElse(Double.NaN);
  }

  /** What the picture shows, for who cannot see it. */
  String picture(TeamPicture picture) {
    return words.say(
        "report.teams.picture",
        picture.marks().size(),
        words.number(picture.low(), 1),
        words.number(picture.high(), 1),
        words.number(mean(), 2));
  }

  /** The group's own mean, and of how many. */
  String own(WaveReport.OfGroup group) {
    return words.say(
        "report.teams.own", words.number(group.estimate().mean(), 2), group.estimate().n());
  }

  /** Whether the team probably lies above or below the mean of teams. */
  boolean isTold(ShrunkenMean mean) {
    return Math.max(mean.probabilityAbove(), mean.probabilityBelow()) >= PROBABLE;
  }

  /** Where the team lies, and how probable that is. */
  String standing(ShrunkenMean mean) {
    boolean above = mean.probabilityAbove() >= 0.5;
    double probability = above ? mean.probabilityAbove() : mean.probabilityBelow();
    String sure =
        probability >= NEARLY_CERTAIN ? "certain" : probability >= PROBABLE ? "probable" : "open";
    return words.say(
        "report.teams." + (above ? "above." : "below.") + sure,
        // Nothing is certain: 99.6% must not become 100%.
        words.number(Math.floor(Math.min(0.99, probability) * 100), 0));
  }

  static String code(IntraclassCorrelation.OwnScore own) {
    return own.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
