package nl.onderstroom.server.insight;

import java.util.Comparator;
import java.util.List;
import nl.onderstroom.engine.disclosure.Reason;
import nl.onderstroom.server.rounds.Question;
import org.jspecify.annotations.Nullable;

/**
 * How many people chose each of a question's words or sentences.
 *
 * @param options in the order asked; empty when hidden
 * @param hidden why nothing is shown; null when it is
 */
record Choices(Question question, List<Option> options, @Nullable Reason hidden) {
  Choices {
    options = List.copyOf(options);
    if (options.isEmpty() == (hidden == null)) {
      throw new IllegalArgumentException(
          "Choices of %s: give options or a reason, one of both".formatted(question.key()));
    }
  }

  /**
   * @param wordsKey message key of what was chosen
   */
  record Option(String wordsKey, Share share) {}

  /** What somebody chose, commonest first; of equal shares in the order asked. */
  List<Option> commonestFirst() {
    return options.stream()
        .filter(option -> option.share().count() > 0)
        .sorted(Comparator.comparingLong((Option option) -> option.share().count()).reversed())
        .toList();
  }
}
