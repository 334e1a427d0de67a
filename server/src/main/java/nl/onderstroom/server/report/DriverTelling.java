package nl.onderstroom.server.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nl.onderstroom.engine.drivers.Refusal;
import nl.onderstroom.engine.drivers.RelativeImportance;
import nl.onderstroom.server.report.DriverReport.AboutFew;
import nl.onderstroom.server.report.DriverReport.Answer;
import nl.onderstroom.server.report.DriverReport.Found;
import nl.onderstroom.server.report.DriverReport.NoScore;
import nl.onderstroom.server.report.DriverReport.NoneLeft;
import nl.onderstroom.server.report.DriverReport.Part;
import nl.onderstroom.server.report.DriverReport.Refused;
import nl.onderstroom.server.shell.Words;

/** Says what goes together with an outcome. Never that it causes it. */
final class DriverTelling {
  private static final double SURE = 0.95;

  private final Words words;
  private final DriverReport report;
  private final UnaryOperator<String> labels;
  private final int floor;

  /**
   * @param labels what a scale or column is called
   */
  DriverTelling(Words words, DriverReport report, UnaryOperator<String> labels, int floor) {
    this.words = words;
    this.report = report;
    this.labels = labels;
    this.floor = floor;
  }

  String title() {
    String outcome = labels.apply(report.outcome());
    return find(Part.ALL)
        .map(found -> {
          RelativeImportance.Driver first = first(found);
          return first.rankProbabilities().getFirst() >= SURE
              ? words.say("report.drivers.title.first", outcome, labels.apply(first.key()))
              : words.say("report.drivers.title.open", outcome);
        })
        .orElseGet(() -> words.say("report.drivers.title.refused", outcome));
  }

  private static RelativeImportance.Driver first(RelativeImportance found) {
    return found.drivers().stream()
        .max(Comparator.comparingDouble(driver -> driver.rankProbabilities().getFirst()))
        .orElseThrow();
  }

  /** Whether there is anything to tell people's number of; a refusal tells its own. */
  boolean isSaid() {
    return find(Part.ALL).isPresent();
  }

  List<Part> parts() {
    return List.copyOf(report.parts().keySet());
  }

  Optional<RelativeImportance> find(Part part) {
    return report.parts().get(part) instanceof Found found
        ? Optional.of(found.importance())
        : Optional.empty();
  }

  String label(RelativeImportance.Driver driver) {
    return labels.apply(driver.key());
  }

  String name(Part part) {
    return words.say("report.drivers.part." + key(part));
  }

  /** How much of what, and of how many. */
  String about(Part part, RelativeImportance found) {
    return words.say(
        "report.drivers.about." + key(part),
        labels.apply(report.outcome()),
        words.number(100 * found.r2(), 0),
        found.n(),
        report.teams());
  }

  /** {@code 80%, with 95% certainty 76 to 84}. */
  String share(RelativeImportance.Driver driver) {
    return words.say(
        "report.drivers.share",
        label(driver),
        words.number(100 * driver.share(), 0),
        words.number(100 * driver.shareInterval().low(), 0),
        words.number(100 * driver.shareInterval().high(), 0));
  }

  /** That team mates being alike was not allowed for, where so. */
  Optional<String> caution(Part part, RelativeImportance found) {
    return part == Part.ALL && found.basis() == RelativeImportance.Basis.PEOPLE
        ? Optional.of(words.say("report.drivers.people-basis"))
        : Optional.empty();
  }

  String rows() {
    return report.wave().isEmpty()
        ? words.say("report.drivers.rows", report.n())
        : words.say("report.drivers.rows-of-wave", report.n(), report.wave());
  }

  /** For each scale that takes no part: why, and what would be enough. */
  List<String> leftOut() {
    return report.leftOut().stream().map(this::leftOut).toList();
  }

  String leftOut(NoScore scale) {
    return words.say("report.drivers.left-out", labels.apply(scale.name()), why(scale));
  }

  private String why(NoScore scale) {
    return new Refusals(words).say(scale.scale().reliability(), floor).orElse("");
  }

  /** Why a part is not said; empty when it is. */
  Optional<String> why(Part part) {
    Answer answer = report.get(part);
    return switch (answer) {
      case Found found -> Optional.empty();
      case AboutFew few ->
          Optional.of(
              words.say(
                  "report.drivers.why.about-few." + (part == Part.BETWEEN ? "teams" : "people"),
                  labels.apply(few.name()),
                  few.fewest(),
                  2 * few.fewest()));
      case NoScore outcome ->
          Optional.of(
              words.say("report.drivers.why.no-score", labels.apply(outcome.name()), why(outcome)));
      case NoneLeft none -> Optional.of(words.say("report.drivers.why.none-left"));
      case Refused refused -> Optional.of(why(part, refused.why()));
    };
  }

  private String why(Part part, Refusal refusal) {
    return switch (refusal) {
      case Refusal.NoDrivers none -> words.say("report.drivers.why.none");
      case Refusal.TooManyDrivers many ->
          words.say("report.drivers.why.many", many.given(), many.most());
      case Refusal.TooFew few when few.of() == Refusal.Of.TEAMS ->
          words.say("report.drivers.why.few-teams", few.given(), few.enough());
      case Refusal.TooFew few when few.given() < floor ->
          words.say("report.drivers.why.fewer-people", floor, few.enough());
      case Refusal.TooFew few ->
          words.say("report.drivers.why.few-people", few.given(), few.enough());
      case Refusal.Constant constant ->
          words.say(
              "report.drivers.why.constant." + key(part),
              listed(constant.names()),
              constant.names().size());
      case Refusal.Collinear collinear ->
          collinear.contained().stream()
              .map(each ->
                  words.say(
                      "report.drivers.why.collinear",
                      labels.apply(each.driver()),
                      listed(each.in())))
              .collect(Collectors.joining(" "));
      case Refusal.Incoherent none -> words.say("report.drivers.why.incoherent");
    };
  }

  private String listed(List<String> names) {
    return names.stream().map(labels).collect(Collectors.joining(", "));
  }

  private static String key(Part part) {
    return part.name().toLowerCase(java.util.Locale.ROOT);
  }
}
