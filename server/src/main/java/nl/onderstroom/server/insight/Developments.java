package nl.onderstroom.server.insight;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.onderstroom.engine.disclosure.Change;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.engine.measure.Interval;
import nl.onderstroom.engine.measure.waves.WaveChange;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.shell.Figures;
import nl.onderstroom.server.shell.Words;

/**
 * What changed in one unit since the round before, in sentences: what did, what did not, and of
 * what it cannot be said. Up is not good and down is not bad.
 */
record Developments(String title, List<String> sentences, Optional<Figures> table) {
  Developments {
    sentences = List.copyOf(sentences);
  }

  /** There is no round to compare with. */
  static Developments none(Words words) {
    return new Developments(
        words.say("insight.trend.title"),
        List.of(words.say("insight.trend.nothing-before")),
        Optional.empty());
  }

  static Developments of(Words words, Round round, String unit, Since since, Floors floors) {
    return new Telling(words, round.questionnaire(), since, floors).of(unit);
  }

  /** The work of telling. */
  private record Telling(Words words, Questionnaire questions, Since since, Floors floors) {
    /** Of what nothing can be said, the reasons in the order in which they are told. */
    private enum Unsaid {
      TOO_FEW,
      MANY_OTHERS,
      UNCERTAIN,
      NOT_SHOWN,
      FEW_MOVED
    }

    Developments of(String unit) {
      List<String> changed = new ArrayList<>();
      List<String> same = new ArrayList<>();
      Map<Unsaid, List<String>> unsaid = new EnumMap<>(Unsaid.class);
      List<Figures.Row> rows = new ArrayList<>();
      since
          .trend()
          .unit(unit)
          .forEach((key, change) -> {
            var scale = Scale.of(questions.question(key));
            switch (change) {
              case Change.Told(WaveChange.Changed it) ->
                  changed.add(changed(scale, scale.turned(it.evidence().interval())));
              case Change.Told(WaveChange.NotChanged it) ->
                  same.add(same(scale, it.evidence().interval()));
              case Change.Told(WaveChange.CannotTell it) ->
                  add(unsaid, why(it.shortfall().reason()), scale);
              case Change.Untold(Change.Why why) -> add(unsaid, why(why), scale);
            }
            evidence(change).ifPresent(evidence -> rows.add(row(scale, change, evidence)));
          });
      List<String> sentences = new ArrayList<>(changed);
      sentences.addAll(same);
      int asked = since.trend().unit(unit).size();
      unsaid.forEach((why, names) -> sentences.add(unsaid(why, names, asked)));
      if (asked == 0) {
        sentences.add(words.say("insight.trend.asked-otherwise", since.earlier().name()));
      }
      return new Developments(
          words.say("insight.trend.title.since", since.earlier().name()),
          sentences,
          rows.isEmpty() ? Optional.empty() : Optional.of(table(rows)));
    }

    private void add(Map<Unsaid, List<String>> unsaid, Unsaid why, Scale scale) {
      unsaid.computeIfAbsent(why, each -> new ArrayList<>()).add(name(scale));
    }

    private static Unsaid why(Change.Why why) {
      return switch (why) {
        case NOT_SHOWN_BOTH_TIMES -> Unsaid.NOT_SHOWN;
        case FEW_CAME_OR_WENT -> Unsaid.FEW_MOVED;
      };
    }

    private static Unsaid why(WaveChange.Reason reason) {
      return switch (reason) {
        case A_WAVE_WITHOUT_ANSWERS, TOO_FEW_ANSWERS -> Unsaid.TOO_FEW;
        case TOO_MUCH_TURNOVER -> Unsaid.MANY_OTHERS;
        case ALL_ANSWERS_EQUAL, PEOPLE_AND_TEAMS_DISAGREE, TOO_UNCERTAIN -> Unsaid.UNCERTAIN;
      };
    }

    private String changed(Scale scale, Interval by) {
      boolean up = by.low() > 0;
      double least = up ? by.low() : -by.high();
      double most = up ? by.high() : -by.low();
      return words.say(
          up ? "insight.trend.higher" : "insight.trend.lower",
          name(scale),
          amount(least),
          amount(most),
          words.number(scale.min(), 0),
          words.number(scale.max(), 0));
    }

    private String same(Scale scale, Interval by) {
      return words.say(
          "insight.trend.same",
          name(scale),
          amount(Math.max(-by.low(), by.high())),
          words.number(scale.min(), 0),
          words.number(scale.max(), 0));
    }

    private String unsaid(Unsaid why, List<String> names, int asked) {
      String key = "insight.trend." + why.name().toLowerCase(Locale.ROOT).replace('_', '-');
      String about =
          names.size() == asked
              ? words.say("insight.trend.of-all")
              : words.say(
                  "insight.trend.of-some",
                  names.stream()
                      .map(name -> words.say("insight.trend.quoted", name))
                      .collect(Collectors.joining(", ")));
      return words.say(
          key,
          about,
          since.earlier().name(),
          words.number(floors.numbers(), 0),
          words.number(WaveChange.LEAST_ANSWERS, 0));
    }

    private Figures table(List<Figures.Row> rows) {
      return new Figures(
          words.say("insight.trend.table", since.earlier().name()),
          words.say("insight.table.question"),
          List.of(
              words.say("insight.trend.before"),
              words.say("insight.trend.now"),
              words.say("insight.trend.between"),
              words.say("insight.trend.verdict")),
          rows);
    }

    private Figures.Row row(Scale scale, Change change, WaveChange.Evidence evidence) {
      Interval by = scale.turned(evidence.interval());
      return Figures.Row.of(
          name(scale),
          words.say(
              "insight.trend.people",
              words.number((double) evidence.people().before().n(), 0),
              words.number((double) evidence.people().after().n(), 0)),
          words.number(scale.turned(evidence.people().before().mean()), 2),
          words.number(scale.turned(evidence.people().after().mean()), 2),
          words.say("insight.trend.from-to", words.number(by.low(), 2), words.number(by.high(), 2)),
          words.say("insight.trend.verdict." + verdict(change)));
    }

    private static String verdict(Change change) {
      return switch (change) {
        case Change.Told(WaveChange.Changed it) -> "changed";
        case Change.Told(WaveChange.NotChanged it) -> "same";
        default -> "unknown";
      };
    }

    /** What there is to show: none where so few answered that it would only mislead. */
    private static Optional<WaveChange.Evidence> evidence(Change change) {
      return switch (change) {
        case Change.Told(WaveChange.Changed it) -> Optional.of(it.evidence());
        case Change.Told(WaveChange.NotChanged it) -> Optional.of(it.evidence());
        case Change.Told(WaveChange.CannotTell it)
            when it.shortfall().reason() == WaveChange.Reason.TOO_UNCERTAIN ->
            it.evidence();
        default -> Optional.empty();
      };
    }

    private String name(Scale scale) {
      return new Phrases(words).name(scale.question());
    }

    /** With as many decimals as it takes to be something. */
    private String amount(double value) {
      return words.number(value, value < 0.05 ? 2 : 1);
    }
  }

  /** A question's scale; of a reversed one, high is much of what it is about all the same. */
  private record Scale(Question question, double min, double max) {
    static Scale of(Question question) {
      return switch (question) {
        case Question.Asked it -> new Scale(it, 1, it.choiceKeys().size());
        case Question.Measured it -> new Scale(it, it.min(), it.max());
        case Question.Scored it -> new Scale(it, it.min(), it.max());
      };
    }

    double turned(double mean) {
      return Iceberg.isReversed(question) ? min + max - mean : mean;
    }

    Interval turned(Interval difference) {
      return Iceberg.isReversed(question)
          ? new Interval(-difference.high(), -difference.low())
          : difference;
    }
  }
}
