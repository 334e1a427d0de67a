package nl.onderstroom.server.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Questionnaire;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Reads a sheet from the fields of the answering form: a field for each question, named by its key,
 * with the positions chosen, from 1. An empty or absent field is "rather not say".
 */
final class SheetForm {
  private SheetForm() {}

  /** What the form held. */
  sealed interface Reading {}

  record Read(Sheet sheet) implements Reading {}

  /**
   * A field that can't be an answer.
   *
   * @param question key of the question
   * @param given what stood in the field, at most 40 characters
   */
  record Unreadable(String question, String given) implements Reading {}

  static Reading read(Questionnaire questionnaire, MultiValueMap<String, String> fields) {
    var answers = new ArrayList<@Nullable Long>();
    for (Question.Asked question : questionnaire.asked()) {
      List<String> given =
          fields.getOrDefault(question.key(), List.of()).stream()
              .filter(each -> !each.isEmpty())
              .toList();
      Set<Integer> chosen = positions(question, given);
      if (chosen.size() != given.size() || chosen.size() > question.limit()) {
        String shown = String.join(", ", given);
        return new Unreadable(question.key(), shown.substring(0, Math.min(40, shown.length())));
      }
      answers.add(chosen.isEmpty() ? null : coded(question, chosen));
    }
    return new Read(new Sheet(answers));
  }

  /** The positions given, leaving out what is none. */
  private static Set<Integer> positions(Question.Asked question, List<String> given) {
    var positions = new TreeSet<Integer>();
    for (String text : given) {
      if (text.matches("[1-9][0-9]?")
          && Integer.parseInt(text) <= question.choiceKeys().size()) {
        positions.add(Integer.valueOf(text));
      }
    }
    return positions;
  }

  private static long coded(Question.Asked question, Set<Integer> chosen) {
    return question instanceof Question.Words
        ? chosen.stream().mapToLong(position -> 1L << (position - 1)).sum()
        : chosen.iterator().next();
  }
}
