package nl.onderstroom.server.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.onderstroom.engine.measure.reliability.ReliabilityRefusal;
import nl.onderstroom.engine.measure.teams.TeamRefusal;
import nl.onderstroom.server.shell.Words;

/** Says why something is not claimed, and what would be enough. */
final class Refusals {
  private final Words words;

  Refusals(Words words) {
    this.words = words;
  }

  /** Why the scale's items are not one score, in one text; empty when they are. */
  Optional<String> say(Optional<ScaleReliability> reliability, int floor) {
    List<String> why = list(reliability, floor);
    return why.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", why));
  }

  /**
   * The same, a text for each reason.
   *
   * @param floor fewest people behind a number, which too few reach where {@code reliability} is
   *     empty
   */
  List<String> list(Optional<ScaleReliability> reliability, int floor) {
    return reliability
        .map(each ->
            each.found().why().stream()
                .filter(why -> !isSaid(why, each.found().why()))
                .map(this::say)
                .toList())
        .orElseGet(() -> List.of(words.say("report.refusal.few-complete", floor)));
  }

  /** Items against the rest are named already, with the same advice, when they look reversed. */
  private static boolean isSaid(ReliabilityRefusal why, List<ReliabilityRefusal> all) {
    return why instanceof ReliabilityRefusal.LookReversed reversed
        && reversed.items().stream()
            .allMatch(item ->
                all.stream()
                    .anyMatch(other ->
                        other instanceof ReliabilityRefusal.AgainstTheRest against
                            && against.item().equals(item)));
  }

  private String say(ReliabilityRefusal why) {
    return switch (why) {
      case ReliabilityRefusal.TooFewPeople few ->
          words.say("report.refusal.few-people", few.n(), few.enough());
      case ReliabilityRefusal.TooFewItems few ->
          words.say("report.refusal.few-items", few.enough());
      case ReliabilityRefusal.Constant constant ->
          words.say("report.refusal.constant", constant.item());
      case ReliabilityRefusal.NeverTogether never ->
          words.say("report.refusal.never-together", never.item(), never.other());
      case ReliabilityRefusal.AgainstTheRest against ->
          words.say(
              "report.refusal.against-the-rest",
              against.item(),
              words.number(against.itemRest(), 2));
      case ReliabilityRefusal.LookReversed reversed ->
          words.say(
              "report.refusal.look-reversed",
              reversed.items().size(),
              String.join(", ", reversed.items()));
      case ReliabilityRefusal.TooUnreliable chance -> tooUnreliable(chance);
      case ReliabilityRefusal.HeywoodCase heywood ->
          words.say("report.refusal.heywood", heywood.item());
      case ReliabilityRefusal.NotConverged none -> words.say("report.refusal.not-converged");
      case ReliabilityRefusal.NotPositiveDefinite none ->
          words.say("report.refusal.not-positive-definite");
    };
  }

  private String tooUnreliable(ReliabilityRefusal.TooUnreliable chance) {
    return words.say(
        "report.refusal.too-unreliable",
        words.number(chance.coefficient(), 2),
        words.number(chance.enough(), 2),
        chance.itemsEnough());
  }

  /**
   * @param what is refused: {@code icc} or {@code means}
   */
  String say(TeamRefusal why, String what) {
    String reason = why.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
    String key = "report.refusal." + reason;
    return why.reason() == TeamRefusal.Reason.FEW_TEAMS
        ? words.say(key + "." + what, why.given(), why.needed())
        : words.say(key, why.given(), why.needed());
  }
}
