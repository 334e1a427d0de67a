package nl.onderstroom.server.landscape;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import nl.onderstroom.engine.landscape.GroupEvidence;
import nl.onderstroom.engine.landscape.OpinionGroup;
import nl.onderstroom.engine.landscape.StatementResult;
import nl.onderstroom.engine.landscape.StatementResult.Role;
import nl.onderstroom.engine.measure.Interval;
import nl.onderstroom.server.shell.Words;

/**
 * What the page tells, in words.
 *
 * @param source where the votes came from
 */
record LandscapeView(Words words, Outcome outcome, String source) {
  static final int MOST_ROWS = 2000;
  private static final int MOST_SHOWN = 8;
  private static final int MOST_MARKS = 5;
  private static final int MOST_LETTERS = 400;
  private static final double HUNDRED = 100;

  private static final Map<Role, String> ROLES =
      Map.of(
          Role.UNITES_FOR, "landscape.role.unites-for",
          Role.UNITES_AGAINST, "landscape.role.unites-against",
          Role.DIVIDES, "landscape.role.divides",
          Role.DIFFERS, "landscape.role.differs",
          Role.OPEN, "landscape.role.open",
          Role.TOO_FEW, "landscape.role.too-few");

  String say(String key, Object... arguments) {
    return words.say(key, arguments);
  }

  String number(double value, int decimals) {
    return words.number(value, decimals);
  }

  String percent(double share) {
    return words.number(HUNDRED * share, 0) + "%";
  }

  String range(Interval interval) {
    return words.number(HUNDRED * interval.low(), 0) + "–" + percent(interval.high());
  }

  int k() {
    return outcome.landscape().groups().size();
  }

  LandscapeMap map() {
    return LandscapeMap.of(outcome);
  }

  String title() {
    return outcome.hasGroups() ? say("landscape.title.groups", k()) : say("landscape.title.one");
  }

  int unplaced() {
    return outcome.people().size() - outcome.placed();
  }

  /** How sure we are, as a sentence. */
  String sure() {
    double confidence = outcome.landscape().confidence();
    if (!Double.isFinite(confidence)) {
      return say("landscape.sure.unknown");
    }
    if (!outcome.hasGroups()) {
      return say("landscape.sure.one");
    }
    return confidence >= 0.9
        ? say("landscape.sure.very")
        : confidence >= 0.75
            ? say("landscape.sure.fairly")
            : confidence >= 0.5 ? say("landscape.sure.hardly") : say("landscape.sure.not");
  }

  boolean isSureKnown() {
    return Double.isFinite(outcome.landscape().confidence());
  }

  /** A statement as it is read: its words, or its number when there is no text. */
  String text(String statement) {
    String text = outcome.comments().text(statement);
    return text.isEmpty()
        ? say("landscape.statement.by-id", statement)
        : GroupNames.cut(text, MOST_LETTERS);
  }

  List<OpinionGroup.Mark> marks(OpinionGroup group) {
    return group.marks().stream().limit(MOST_MARKS).toList();
  }

  String mark(OpinionGroup.Mark mark) {
    return say(
        "landscape.mark",
        percent(mark.share()),
        say(GroupNames.voteKey(mark.vote())).toLowerCase(words.locale()),
        percent(mark.elsewhere()),
        number(mark.n(), 0));
  }

  /** Those on which all groups agree, for or against. */
  List<StatementResult> unites() {
    return most(
        LandscapeView::shared,
        each -> each.role() == Role.UNITES_FOR || each.role() == Role.UNITES_AGAINST);
  }

  /** The share that says the same in the group that says it least. */
  private static double shared(StatementResult statement) {
    return statement.role() == Role.UNITES_FOR
        ? statement.consensus()
        : statement.byGroup().stream()
            .mapToDouble(StatementResult.GroupAgreement::disagree)
            .min()
            .orElse(0);
  }

  /** Those that people of groups far apart share, and that are not named as uniting already. */
  List<StatementResult> bridges() {
    List<StatementResult> united = unites();
    return most(
        StatementResult::bridging,
        each -> each.bridging() > 0.25 && answered(each) && !united.contains(each));
  }

  List<StatementResult> divides() {
    return most(StatementResult::divisiveness, each -> each.role() == Role.DIVIDES);
  }

  List<StatementResult> tooFew() {
    return outcome.statements().stream().filter(each -> !answered(each)).toList();
  }

  private static boolean answered(StatementResult statement) {
    return statement.role() != Role.TOO_FEW;
  }

  private List<StatementResult> most(
      ToDoubleFunction<StatementResult> of, Predicate<StatementResult> which) {
    return outcome.statements().stream()
        .filter(which)
        .sorted(Comparator.comparingDouble(of).reversed())
        .limit(MOST_SHOWN)
        .toList();
  }

  List<StatementResult> tabled() {
    return outcome.statements().stream().limit(MOST_ROWS).toList();
  }

  static int n(StatementResult statement) {
    return statement.agree() + statement.disagree() + statement.pass();
  }

  /** All votes on a statement in a line. */
  String votes(StatementResult statement) {
    double n = Math.max(1, n(statement));
    return say(
        "landscape.statement.votes",
        number(n(statement), 0),
        percent(statement.agree() / n),
        percent(statement.disagree() / n),
        percent(statement.pass() / n));
  }

  /** What the plot of a statement shows, for who hears it. */
  String aloud(StatementResult statement) {
    var aloud = new StringBuilder();
    for (StatementResult.GroupAgreement group : statement.byGroup()) {
      aloud
          .append(aloud.isEmpty() ? "" : "; ")
          .append(
              say(
                  "landscape.plot.group",
                  Outcome.letter(group.group()),
                  percent(group.agree()),
                  range(group.interval()),
                  number(group.n(), 0)));
    }
    return aloud.toString();
  }

  String role(StatementResult statement) {
    return say(ROLES.getOrDefault(statement.role(), ""));
  }

  boolean isAgainst(StatementResult statement) {
    return statement.role() == Role.UNITES_AGAINST;
  }

  String verdict(GroupEvidence evidence) {
    return say(
        "landscape.verdict."
            + evidence.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** A coordinate with one decimal, as SVG has it. */
  static String at(double coordinate) {
    return String.format(Locale.ROOT, "%.1f", coordinate);
  }
}
