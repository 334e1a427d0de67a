package nl.onderstroom.server.conversation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.onderstroom.engine.disclosure.Reason;
import nl.onderstroom.engine.disclosure.Release;
import nl.onderstroom.engine.disclosure.UnitRelease;
import nl.onderstroom.engine.measure.Interval;
import nl.onderstroom.server.insight.HeadCount;
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
 * @param heads how many took part, as far as that is told
 * @param withheld why nothing may be shown, in words; empty when something is
 */
record VotesView(
    Words words,
    Round round,
    Unit whole,
    int entitled,
    List<Voted> voted,
    HeadCount heads,
    Optional<String> withheld) {
  private static final double HALF = 0.5;

  static VotesView of(Words words, Round round, Unit whole, int entitled, Release release) {
    UnitRelease told = release.unit(whole.code());
    Optional<String> withheld =
        told instanceof UnitRelease.Withheld(var reason)
            ? Optional.of(new Reasons(words, release.floors()).ofUnit(reason))
            : Optional.empty();
    OptionalLong people =
        told instanceof UnitRelease.Shown shown ? shown.respondents() : OptionalLong.empty();
    return new VotesView(
        words,
        round,
        whole,
        entitled,
        told instanceof UnitRelease.Shown shown ? voted(round, shown) : List.of(),
        new HeadCount(words, release.floors(), people),
        withheld);
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

  /** In a sentence, of how many statements a majority of those who voted thinks what. */
  String lead() {
    List<Voted> shown = voted.stream().filter(Voted::isShown).toList();
    return words.say(
        "conversation.votes.lead",
        shown.size(),
        shown.stream().filter(each -> each.share(each.agree()) > HALF).count(),
        shown.stream().filter(each -> each.share(each.disagree()) > HALF).count(),
        voted.size() - shown.size());
  }

  String text(Voted each) {
    return each.statement().text(words);
  }

  /** Of too few in words of its own: of votes no mean is ever shown. */
  String why(Voted each) {
    if (each.reason() == Reason.TOO_FEW_RESPONDENTS) {
      return words.say("conversation.votes.too-few", heads.floors().distributions());
    }
    return new Reasons(words, heads.floors()).ofFigure(each.reason());
  }

  String shares(Voted each) {
    return words.say(
        "conversation.votes.shares",
        percent(each.share(each.agree())),
        percent(each.share(each.neither())),
        percent(each.share(each.disagree())));
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
            words.say("conversation.votes.agree.interval"),
            words.say("conversation.votes.disagree.interval")),
        voted.stream().map(this::row).toList());
  }

  private Figures.Row row(Voted each) {
    return each.isShown()
        ? Figures.Row.of(
            text(each),
            heads.of(each.voters()),
            percent(each.share(each.agree())),
            percent(each.share(each.neither())),
            percent(each.share(each.disagree())),
            fromTo(each.agreeing()),
            fromTo(each.disagreeing()))
        : Figures.Row.fog(text(each), why(each));
  }

  private String fromTo(Interval share) {
    return words.say("conversation.votes.from-to", percent(share.low()), percent(share.high()));
  }

  private String percent(double share) {
    return words.number(share * 100, 0) + "%";
  }
}
