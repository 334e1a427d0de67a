package nl.onderstroom.server.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.onderstroom.server.rounds.Label;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.rounds.Question.Measured;
import nl.onderstroom.server.rounds.Question.Scored;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.survey.SurveyMap.MappedScale;

/** The questionnaire of an earlier survey, as far as its map tells. */
public final class SurveyQuestions {
  private static final String CODE = "earlier";

  private SurveyQuestions() {}

  /**
   * @param decimals of each scale of the map, in order
   */
  static Questionnaire of(SurveyMap map, List<Integer> decimals) {
    var questions = new ArrayList<Question>();
    for (int i = 0; i < map.scales().size(); i++) {
      questions.add(question(map.scales().get(i), decimals.get(i)));
    }
    return new Questionnaire(CODE, 1, questions);
  }

  /** The column behind each item of the questionnaire, by the item's key. */
  public static Map<String, String> columns(SurveyMap map) {
    var columns = new HashMap<String, String>();
    for (MappedScale scale : map.scales()) {
      for (int i = 0; i < scale.items().size(); i++) {
        columns.put(itemKey(scale, i), scale.items().get(i));
      }
    }
    return columns;
  }

  private static String itemKey(MappedScale scale, int place) {
    return scale.items().size() == 1 ? scale.name() : scale.name() + "." + (place + 1);
  }

  private static Question question(MappedScale scale, int decimals) {
    if (scale.items().size() == 1) {
      return new Measured(
          scale.name(), scale.label(), scale.layer(), scale.min(), scale.max(), decimals);
    }
    var items = new ArrayList<Measured>();
    for (String column : scale.items()) {
      items.add(
          new Measured(
              itemKey(scale, items.size()),
              Label.of(column),
              scale.layer(),
              scale.min(),
              scale.max(),
              decimals));
    }
    return new Scored(
        scale.name(),
        scale.label(),
        scale.layer(),
        items,
        items.stream()
            .filter(item -> scale.reversed().contains(item.label().dutch()))
            .map(Measured::key)
            .collect(Collectors.toSet()));
  }
}
