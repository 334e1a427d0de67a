package nl.onderstroom.server.conversation;

import java.util.List;
import java.util.Objects;
import nl.onderstroom.engine.disclosure.Figure;
import nl.onderstroom.engine.disclosure.Reason;
import nl.onderstroom.engine.measure.Interval;
import nl.onderstroom.server.rounds.Question;
import org.jspecify.annotations.Nullable;

/**
 * How people voted on one statement.
 *
 * @param counts of those who agree, neither agree nor disagree, and disagree; empty when hidden
 * @param hidden why nothing is shown; null when it is
 */
record Voted(Question.Vote statement, List<Long> counts, @Nullable Reason hidden) {
  private static final int CHOICES = 3;

  Voted {
    counts = List.copyOf(counts);
    if (counts.size() != (hidden == null ? CHOICES : 0)) {
      throw new IllegalArgumentException(
          "%s: give three counts or a reason, one of both".formatted(statement.key()));
    }
  }

  static Voted of(Question.Vote statement, Figure figure) {
    return switch (figure) {
      case Figure.Distribution votes -> new Voted(statement, votes.counts(), null);
      case Figure.HiddenFigure hidden -> new Voted(statement, List.of(), hidden.reason());
      // Where no distribution may be shown; the mean of votes is not shown instead.
      case Figure.Mean mean -> new Voted(statement, List.of(), Reason.TOO_FEW_RESPONDENTS);
      case Figure.TickShares ticks ->
          throw new IllegalArgumentException(statement.key() + " is no question of words");
    };
  }

  boolean isShown() {
    return hidden == null;
  }

  Reason reason() {
    return Objects.requireNonNull(hidden);
  }

  long agree() {
    return counts.get(0);
  }

  long neither() {
    return counts.get(1);
  }

  long disagree() {
    return counts.get(2);
  }

  long voters() {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  /** 0 to 1, of everybody who voted. */
  double share(long count) {
    return (double) count / voters();
  }

  /** Of a bar of 100: whole, so that it tells no more than the percentages beside it. */
  int width(long count) {
    return Math.toIntExact(Math.round(100 * share(count)));
  }

  /** 95% of the share that agrees, by Wilson. */
  Interval agreeing() {
    return Interval.ofShare(agree(), voters());
  }

  /** 95% of the share that disagrees, by Wilson. */
  Interval disagreeing() {
    return Interval.ofShare(disagree(), voters());
  }
}
