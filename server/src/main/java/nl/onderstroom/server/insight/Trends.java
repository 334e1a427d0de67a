package nl.onderstroom.server.insight;

import java.util.List;
import java.util.Optional;
import nl.onderstroom.engine.disclosure.Gate;
import nl.onderstroom.engine.disclosure.Release;
import nl.onderstroom.server.rounds.Continuities;
import nl.onderstroom.server.rounds.Layer;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Rounds;
import org.springframework.stereotype.Component;

/**
 * What changed between a round and the one before it. Both releases and who came and went are kept
 * for good, so that this is the same each time it is asked for: nothing is decided again.
 */
@Component
class Trends {
  private final Rounds rounds;
  private final Continuities continuities;
  private final Releases releases;

  Trends(Rounds rounds, Continuities continuities, Releases releases) {
    this.rounds = rounds;
    this.continuities = continuities;
    this.releases = releases;
  }

  /**
   * Empty when there was no round to compare with, or its outcome is not shared.
   *
   * @param release of the round
   */
  Optional<Since> find(Round round, Release release) {
    return continuities
        .find(round.id())
        .flatMap(continuity ->
            rounds
                .find(continuity.earlier())
                .filter(earlier -> earlier.isAt(RoundState.PUBLISHED))
                .flatMap(earlier ->
                    releases
                        .find(earlier.id())
                        .map(before ->
                            new Since(
                                earlier,
                                Gate.compare(
                                    before,
                                    release,
                                    continuity.units(),
                                    keys(earlier.questionnaire(), round.questionnaire()))))));
  }

  /** What was asked alike both times, and has a mean that says something. */
  static List<String> keys(Questionnaire before, Questionnaire after) {
    return after.questions().stream()
        .filter(question -> hasMeaningfulMean(question))
        .filter(question -> before.find(question.key()).filter(question::equals).isPresent())
        .map(Question::key)
        .toList();
  }

  /** How often people do something has an order; where people stand has none. */
  private static boolean hasMeaningfulMean(Question question) {
    return switch (question) {
      case Question.Statement statement -> true;
      case Question.OneOf oneOf -> oneOf.layer() == Layer.ABOVE;
      case Question.Words words -> false;
      case Question.Vote vote -> false;
      case Question.Measured measured -> true;
      case Question.Scored scored -> true;
    };
  }
}
