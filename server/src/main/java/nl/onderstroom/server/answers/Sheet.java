package nl.onderstroom.server.answers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Questionnaire;
import org.jspecify.annotations.Nullable;

/**
 * One person's answers in the questionnaire's order; null where the person would rather not say.
 * Numbers as {@link Questionnaire#shape} has them: a position from 1, or for words a bit for each
 * word ticked.
 */
public record Sheet(List<@Nullable Long> answers) {
  public Sheet {
    answers = Collections.unmodifiableList(new ArrayList<>(answers));
  }

  /**
   * The sheet on which these positions were chosen.
   *
   * @param chosen key of the question → positions from 1; none, or no entry, for one left open
   */
  public static Sheet of(Questionnaire questionnaire, Map<String, List<Integer>> chosen) {
    var answers = new ArrayList<@Nullable Long>();
    for (Question.Asked question : questionnaire.asked()) {
      List<Integer> positions = chosen.getOrDefault(question.key(), List.of());
      answers.add(positions.isEmpty() ? null : coded(question, positions));
    }
    return new Sheet(answers);
  }

  private static long coded(Question.Asked question, List<Integer> positions) {
    return question instanceof Question.Words
        ? positions.stream().mapToLong(position -> 1L << (position - 1)).sum()
        : positions.getFirst();
  }
}
