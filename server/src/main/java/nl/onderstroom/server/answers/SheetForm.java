package nl.onderstroom.server.answers;

import java.util.HashMap;
import java.util.List;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Questionnaire;
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
    var answers = new HashMap<String, List<Integer>>();
    for (Question.Asked question : questionnaire.asked()) {
      List<String> given =
          fields.getOrDefault(question.key(), List.of()).stream()
              .filter(each -> !each.isEmpty())
              .toList();
      List<Integer> chosen = positions(question, given);
      if (chosen.size() != given.size() || chosen.size() > question.limit()) {
        String shown = String.join(", ", given);
        return new Unreadable(question.key(), shown.substring(0, Math.min(40, shown.length())));
      }
      answers.put(question.key(), chosen);
    }
    return new Read(Sheet.of(questionnaire, answers));
  }

  /** The different positions given, leaving out what is none. */
  private static List<Integer> positions(Question.Asked question, List<String> given) {
    return given.stream()
        .filter(text -> text.matches("[1-9][0-9]?"))
        .map(Integer::valueOf)
        .filter(position -> position <= question.choiceKeys().size())
        .distinct()
        .toList();
  }
}
