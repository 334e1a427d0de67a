package nl.onderstroom.server.answers;

import java.util.HashMap;
import java.util.List;
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

  /**
   * The sheet, or null when a field can't be an answer.
   *
   * @param mistakes takes what is wrong with each such field, in the order asked
   */
  static @Nullable Sheet read(
      Questionnaire questionnaire, MultiValueMap<String, String> fields, List<Mistake> mistakes) {
    var answers = new HashMap<String, List<Integer>>();
    int before = mistakes.size();
    for (Question.Asked question : questionnaire.asked()) {
      List<String> given =
          fields.getOrDefault(question.key(), List.of()).stream()
              .filter(each -> !each.isEmpty())
              .toList();
      List<Integer> chosen = positions(question, given);
      if (chosen.size() != given.size()) {
        mistakes.add(new Mistake(question.key(), "answers.choice-unknown"));
      } else if (chosen.size() > question.limit()) {
        mistakes.add(new Mistake(question.key(), "answers.too-many", question.limit()));
      }
      answers.put(question.key(), chosen);
    }
    return mistakes.size() > before ? null : Sheet.of(questionnaire, answers);
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
