package nl.onderstroom.server.answers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Questionnaire;
import org.jspecify.annotations.Nullable;

/**
 * One person's answers in the questionnaire's order; null where the person would rather not say.
 * Numbers as {@link Questionnaire#shape} has them: a position from 1, or for words a bit for each
 * word ticked.
 */
public record Sheet(List<@Nullable Long> answers) implements Content {
  public Sheet {
    answers = Collections.unmodifiableList(new ArrayList<>(answers));
  }

  /**
   * The sheet on which these positions were chosen.
   *
   * @param chosen key of the question → positions from 1; none, or no entry, for one left open
   * @throws IllegalArgumentException if that is not asked, or cannot be chosen
   */
  public static Sheet of(Questionnaire questionnaire, Map<String, List<Integer>> chosen) {
    chosen.keySet().forEach(questionnaire::asked);
    var answers = new ArrayList<@Nullable Long>();
    for (Question.Asked question : questionnaire.asked()) {
      List<Integer> positions = chosen.getOrDefault(question.key(), List.of());
      requireChoice(question, positions);
      answers.add(positions.isEmpty() ? null : coded(question, positions));
    }
    return new Sheet(answers);
  }

  private static void requireChoice(Question.Asked question, List<Integer> positions) {
    int most = question.choiceKeys().size();
    if (positions.size() > question.limit()
        || new HashSet<>(positions).size() < positions.size()
        || positions.stream().anyMatch(position -> position < 1 || position > most)) {
      throw new IllegalArgumentException(
          "%s: chosen %s; expected at most %d different ones from 1 to %d"
              .formatted(question.key(), positions, question.limit(), most));
    }
  }

  private static long coded(Question.Asked question, List<Integer> positions) {
    return question instanceof Question.Words
        ? positions.stream().mapToLong(position -> 1L << (position - 1)).sum()
        : positions.getFirst();
  }

  /** As {@link #of} takes it, in the questionnaire's order; without what was left open. */
  Map<String, List<Integer>> chosen(Questionnaire questionnaire) {
    var chosen = new LinkedHashMap<String, List<Integer>>();
    int at = 0;
    for (Question.Asked question : questionnaire.asked()) {
      Long answer = answers.get(at++);
      if (answer != null) {
        chosen.put(question.key(), positions(question, answer));
      }
    }
    return chosen;
  }

  private static List<Integer> positions(Question.Asked question, long answer) {
    return question instanceof Question.Words
        ? IntStream.rangeClosed(1, question.choiceKeys().size())
            .filter(position -> (answer >> (position - 1) & 1) == 1)
            .boxed()
            .toList()
        : List.of(Math.toIntExact(answer));
  }
}
