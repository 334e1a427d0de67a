package nl.onderstroom.server.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.onderstroom.engine.measure.stance.Stance;
import nl.onderstroom.server.report.StanceReport.AboutFew;
import nl.onderstroom.server.report.StanceReport.Agreed;
import nl.onderstroom.server.report.StanceReport.Found;
import nl.onderstroom.server.report.StanceReport.Hidden;
import nl.onderstroom.server.report.StanceReport.NoScore;
import nl.onderstroom.server.report.StanceReport.NotCompared;
import nl.onderstroom.server.report.StanceReport.NothingApart;
import nl.onderstroom.server.report.StanceReport.TooFew;
import nl.onderstroom.server.report.StanceReport.TooFewToRound;
import nl.onderstroom.server.shell.Words;

/** Says where people stand together: what they answered, added up. Never what anybody feels. */
record StanceTelling(Words words, StanceReport report, UnaryOperator<String> labels) {
  /** From here on agreement is called good, and below the other poor (Landis and Koch 1977). */
  private static final double GOOD = 0.6;

  private static final double POOR = 0.2;

  String title() {
    String title =
        find()
            .flatMap(StanceTelling::commonest)
            .map(share -> words.say("report.stance.title.first", name(share.stance())))
            .orElseGet(
                () -> words.say("report.stance.title." + (why().isPresent() ? "refused" : "open")));
    return report.wave().isEmpty()
        ? title
        : words.say("report.stance.title.of-wave", report.wave(), title);
  }

  /** The stance that surely has more people than every other that is told. */
  private static Optional<StanceShares.Share> commonest(Found found) {
    List<StanceShares.Share> shares = found.shares().shares();
    return shares.stream()
        .max(Comparator.comparingDouble(StanceShares.Share::share))
        .filter(most -> most.stance() != Stance.UNCLEAR)
        .filter(most ->
            shares.stream()
                .filter(other -> other.stance() != most.stance())
                .allMatch(other -> other.interval().high() < most.interval().low()));
  }

  Optional<Found> find() {
    return report.answer() instanceof Found found ? Optional.of(found) : Optional.empty();
  }

  String about(Found found) {
    return words.say(
        "report.stance.about",
        found.shares().n(),
        labels.apply(report.scales().expectancy()),
        labels.apply(report.scales().threat()));
  }

  String name(StanceShares.Share share) {
    boolean isMore =
        share.stance() == Stance.UNCLEAR
            && find().filter(found -> !found.shares().together().isEmpty()).isPresent();
    return isMore ? words.say("report.stance.unclear-and-few") : name(share.stance());
  }

  private String name(Stance stance) {
    return words.say("report.stance." + stance.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** {@code Expects much, fears little: 40%, with 95% certainty between 35 and 45%}. */
  String share(StanceShares.Share share) {
    return words.say(
        "report.stance.share", name(share), percent(share.share()), low(share), high(share));
  }

  String percent(double share) {
    return words.number(100 * share, 0);
  }

  String low(StanceShares.Share share) {
    return percent(share.interval().low());
  }

  String high(StanceShares.Share share) {
    return percent(share.interval().high());
  }

  /** How many people; a dash where that is not told. */
  String count(Found found, StanceShares.Share share) {
    return words.number(found.shares().count(share).map(Long::doubleValue).orElse(Double.NaN), 0);
  }

  /** Which stances are not told apart, and that shares are rounded, where so. */
  List<String> cautions(Found found) {
    StanceShares shares = found.shares();
    Optional<String> together =
        shares.together().isEmpty()
            ? Optional.empty()
            : Optional.of(
                words.say(
                    "report.stance.together",
                    report.floor(),
                    shares.together().stream()
                        .sorted()
                        .map(stance -> "“" + name(stance) + "”")
                        .collect(Collectors.joining(", "))));
    Optional<String> rounded =
        shares.isCoarse()
            ? Optional.of(words.say("report.stance.rounded", 100 / shares.parts()))
            : Optional.empty();
    return Stream.of(together, rounded).flatMap(Optional::stream).toList();
  }

  /** The cut-offs, and what lies between. */
  String cutOffs() {
    return words.say(
        "report.stance.cut-offs", words.number(Stance.HIGH, 1), words.number(Stance.LOW, 1));
  }

  /** Whether people name it as their scores have it, or why that is not said. */
  Optional<String> agreement() {
    return find()
        .flatMap(Found::agreement)
        .map(agreement ->
            agreement instanceof Agreed agreed
                ? agreement(agreed)
                : whyNotCompared().orElseThrow());
  }

  private String agreement(Agreed agreed) {
    String key = agreed.low() >= GOOD ? "good" : agreed.high() < POOR ? "poor" : "some";
    return words.say(
        "report.stance.agreement." + key,
        words.number(agreed.kappa(), 2),
        words.number(agreed.low(), 2),
        words.number(agreed.high(), 2));
  }

  Optional<String> whyNotCompared() {
    return find()
        .flatMap(Found::agreement)
        .flatMap(agreement ->
            switch (agreement) {
              case Agreed agreed -> Optional.empty();
              case NotCompared few ->
                  Optional.of(
                      words.say(
                          "report.stance.agreement.why.not-compared",
                          report.floor(),
                          few.enough()));
              case AboutFew few ->
                  Optional.of(words.say("report.stance.agreement.why.about-few", report.floor()));
            });
  }

  /** Why nothing is said; empty when something is. */
  Optional<String> why() {
    return switch (report.answer()) {
      case Found found -> Optional.empty();
      case NoScore no ->
          Optional.of(
              words.say(
                  "report.stance.why.no-score",
                  label(no.scale()),
                  new Refusals(words).say(no.scale().reliability(), report.floor()).orElse("")));
      case Hidden hidden ->
          Optional.of(words.say("report.stance.why.hidden", label(hidden.scale()), report.floor()));
      case TooFew few -> Optional.of(words.say("report.stance.why.few", few.enough()));
      case TooFewToRound few ->
          Optional.of(words.say("report.stance.why.few-to-round", few.enough()));
      case NothingApart none ->
          Optional.of(words.say("report.stance.why.nothing-apart", report.floor()));
    };
  }

  private String label(WaveReport.OfScale scale) {
    return labels.apply(scale.question().key());
  }
}
