package nl.onderstroom.server.conversation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.onderstroom.engine.disclosure.Release;
import nl.onderstroom.engine.disclosure.UnitRelease;
import nl.onderstroom.engine.measure.Interval;
import nl.onderstroom.server.insight.Reasons;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.Unit;
import nl.onderstroom.server.shell.Figures;
import nl.onderstroom.server.shell.Words;

/**
 * The page of how people voted in one conversation.
 *
 * @param entitled how many people could vote
 * @param voted most agreed with first, what is not shown last; none when nothing may be shown
 * @param people who took part; empty where that is not told
 * @param withheld why nothing may be shown, in words; empty when something is
 */
record VotesView(
    Words words,
    Round round,
    Unit whole,
    int entitled,
    List<Voted> voted,
    OptionalLong people,
    Optional<String> withheld,
    Reasons reasons) {
  private static final double HALF = 0.5;

  static VotesView of(Words words, Round round, Unit whole, int entitled, Release release) {
    var reasons = new Reasons(words, release.floors());
    return switch (release.unit(whole.code())) {
      case UnitRelease.Withheld(var reason) ->
          new VotesView(
              words,
              round,
              whole,
              entitled,
              List.of(),
              OptionalLong.empty(),
              Optional.of(reasons.ofUnit(reason)),
              reasons);
      case UnitRelease.Shown shown ->
          new VotesView(
              words,
              round,
              whole,
              entitled,
              voted(round, shown),
              shown.respondents(),
              Optional.empty(),
              reasons);
    };
  }

  private static List<Voted> voted(Round round, UnitRelease.Shown shown) {
    return round.questionnaire().questions().stream()
        .map(Question.Vote.class::cast)
        .map(statement -> Voted.of(statement, shown.figure(statement.key())))
        .sorted(
            Comparator.comparing(Voted::isShown)
                .thenComparingDouble(each -> each.isShown() ? each.share(each.agree()) : 0)
                .reversed())
        .toList();
  }

  /** With how many statements a majority of those who may vote agrees, as far as is sure. */
  long agreed() {
    return voted.stream().filter(each -> each.isShown() && isMajority(each.agreeing())).count();
  }

  long disagreed() {
    return voted.stream().filter(each -> each.isShown() && isMajority(each.disagreeing())).count();
  }

  private static boolean isMajority(Interval share) {
    return share.low() > HALF;
  }

  String text(Voted each) {
    return each.statement().text(words);
  }

  String why(Voted each) {
    return reasons.ofFigure(each.reason());
  }

  /** The same figures. */
  Figures table() {
    return new Figures(
        words.say("conversation.votes.table", whole.name()),
        words.say("conversation.votes.statement"),
        List.of(
            words.say("rounds.vote.agree"),
            words.say("rounds.vote.neither"),
            words.say("rounds.vote.disagree"),
            words.say("conversation.votes.agree.interval")),
        voted.stream().map(this::row).toList());
  }

  private Figures.Row row(Voted each) {
    return each.isShown()
        ? Figures.Row.of(
            text(each),
            words.number((double) each.voters(), 0),
            percent(each.share(each.agree())),
            percent(each.share(each.neither())),
            percent(each.share(each.disagree())),
            words.say(
                "conversation.votes.from-to",
                percent(each.agreeing().low()),
                percent(each.agreeing().high())))
        : Figures.Row.fog(text(each), why(each));
  }

  private String percent(double share) {
    return words.number(share * 100, 0) + "%";
  }
}
