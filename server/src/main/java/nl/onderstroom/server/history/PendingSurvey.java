package nl.onderstroom.server.history;

import java.time.LocalDate;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.survey.SurveyTree;

/**
 * A wave of an earlier survey, added up and ready to become a round.
 *
 * @param name 1 to {@value #MOST_NAME_CHARACTERS} characters
 * @param wave empty when the survey has one wave
 * @param heldOn the day it ended
 * @param floor fewest people behind a number
 */
record PendingSurvey(
    String name,
    String wave,
    LocalDate heldOn,
    int floor,
    Questionnaire questionnaire,
    SurveyTree tree) {
  static final int MOST_NAME_CHARACTERS = 75;

  String roundName() {
    return wave.isEmpty() ? name : name + " · " + wave;
  }
}
