package nl.onderstroom.server.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import nl.onderstroom.engine.disclosure.Figure;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.engine.disclosure.Reason;
import nl.onderstroom.engine.disclosure.UnitRelease;
import nl.onderstroom.server.rounds.Construct;
import nl.onderstroom.server.rounds.Layer;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Questionnaire;

/**
 * What one unit said in one round, by depth.
 *
 * @param respondents people who handed in answers; empty where that is not told
 * @param bands from the top down, within a depth in the order asked
 * @param words what people chose for what they feel
 * @param stances how people name where they stand
 */
record Iceberg(
    OptionalLong respondents, List<Band> bands, List<Choices> words, List<Choices> stances) {
  /** Of five steps of agreement the lowest two disagree and the highest two agree. */
  private static final int STEPS_A_SIDE = 2;

  Iceberg {
    bands = List.copyOf(bands);
    words = List.copyOf(words);
    stances = List.copyOf(stances);
  }

  boolean hasSides() {
    return bands.stream().anyMatch(band -> band.reading() instanceof Reading.Sides);
  }

  boolean hasLevels() {
    return bands.stream().anyMatch(band -> band.reading() instanceof Reading.Level);
  }

  static Iceberg of(Questionnaire questionnaire, UnitRelease.Shown shown) {
    var bands = new ArrayList<Band>();
    var words = new ArrayList<Choices>();
    var stances = new ArrayList<Choices>();
    for (Question question : questionnaire.questions()) {
      Figure figure = shown.figures().get(question.key());
      if (figure == null) {
        continue;
      }
      if (question instanceof Question.Words asked) {
        words.add(choices(asked, figure));
      } else if (question instanceof Question.OneOf asked && asked.layer() != Layer.ABOVE) {
        stances.add(choices(asked, figure));
      } else {
        // How often people do something is one of a few as well, but has an order: a band.
        bands.add(new Band(question, zone(question), reading(question, figure)));
      }
    }
    bands.sort((one, two) -> one.zone().compareTo(two.zone()));
    return new Iceberg(shown.respondents(), bands, words, stances);
  }

  List<Band> in(Zone zone) {
    return bands.stream().filter(band -> band.zone() == zone).toList();
  }

  static Zone zone(Question question) {
    return Zone.of(question.layer());
  }

  private static Reading reading(Question question, Figure figure) {
    return switch (figure) {
      case Figure.Distribution levels when question instanceof Question.Asked ->
          sides(levels, lean(question));
      case Figure.Distribution levels -> level(question, levels.n(), levels.mean(), levels.sd());
      case Figure.Mean mean -> level(question, mean.n(), mean.mean(), mean.sd());
      case Figure.HiddenFigure hidden -> new Reading.Fog(hidden.reason());
      case Figure.TickShares ticks ->
          throw new IllegalArgumentException(
              "Question %s is about one step; the release has words".formatted(question.key()));
    };
  }

  private static Reading sides(Figure.Distribution levels, Reading.Lean lean) {
    List<Long> counts = levels.counts();
    int side = Math.min(STEPS_A_SIDE, counts.size() / 2);
    long low = sum(counts.subList(0, side));
    long high = sum(counts.subList(counts.size() - side, counts.size()));
    boolean highWeighs = lean == Reading.Lean.WEIGHS;
    return new Reading.Sides(
        new Share(highWeighs ? high : low, levels.n()),
        new Share(levels.n() - low - high, levels.n()),
        new Share(highWeighs ? low : high, levels.n()));
  }

  private static long sum(List<Long> counts) {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  /** The mean of what the question is about: of a reversed one, high is much of it all the same. */
  private static Reading level(Question question, long n, double mean, double sd) {
    return switch (question) {
      case Question.Asked asked -> {
        int max = asked.choiceKeys().size();
        double turned = isReversed(asked) ? 1 + max - mean : mean;
        Reading.Lean lean = isWorry(asked) ? Reading.Lean.WEIGHS : Reading.Lean.CARRIES;
        yield Reading.Level.of(n, turned, sd, 1, max, lean);
      }
      case Question.Measured it ->
          Reading.Level.of(n, mean, sd, it.min(), it.max(), Reading.Lean.NEITHER);
      case Question.Scored it ->
          Reading.Level.of(n, mean, sd, it.min(), it.max(), Reading.Lean.NEITHER);
    };
  }

  /** Whether agreeing weighs: with a worry, or with the opposite of something that carries. */
  static Reading.Lean lean(Question question) {
    return isWorry(question) == isReversed(question) ? Reading.Lean.CARRIES : Reading.Lean.WEIGHS;
  }

  static boolean isReversed(Question question) {
    return question instanceof Question.Statement statement && statement.reversed();
  }

  /** Of a worry, much is heavy. */
  private static boolean isWorry(Question question) {
    return isAbout(question, Construct.JOB_THREAT, Construct.THREAT);
  }

  /** A worry that the product names: about the job, or about keeping up. */
  static boolean isNamedWorry(Question question) {
    return isAbout(question, Construct.JOB_THREAT, Construct.KEEPING_UP);
  }

  /** Whether it asks about one of these; what an earlier survey measured never does. */
  static boolean isAbout(Question question, Construct... constructs) {
    return question instanceof Question.Asked asked
        && List.of(constructs).contains(asked.construct());
  }

  private static Choices choices(Question.Asked question, Figure figure) {
    return switch (figure) {
      case Figure.Distribution levels ->
          new Choices(question, options(question, levels.counts(), levels.n()), null);
      case Figure.TickShares ticks ->
          new Choices(question, options(question, ticks.counts(), ticks.n()), null);
      case Figure.HiddenFigure hidden -> new Choices(question, List.of(), hidden.reason());
      // The mean of sentences means nothing. Where enough people answered, a remainder is why.
      case Figure.Mean mean ->
          new Choices(
              question,
              List.of(),
              mean.n() < Floors.DEFAULT.distributions()
                  ? Reason.TOO_FEW_RESPONDENTS
                  : Reason.WOULD_REVEAL_REMAINDER);
    };
  }

  private static List<Choices.Option> options(Question.Asked question, List<Long> counts, long n) {
    List<String> keys = question.choiceKeys();
    return IntStream.range(0, keys.size())
        .mapToObj(i -> new Choices.Option(keys.get(i), new Share(counts.get(i), n)))
        .toList();
  }
}
