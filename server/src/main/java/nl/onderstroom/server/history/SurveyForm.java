package nl.onderstroom.server.history;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import nl.onderstroom.server.rounds.StandingFloors;

/**
 * What was filled in beside the file of answers, as it was typed.
 *
 * @param heldOn as in 2024-11-30
 * @param least the floor in force: no survey is shown under it
 * @param isFileMissing whether to say that there was no file of answers
 * @param isChecked whether to say what is wrong
 */
record SurveyForm(
    String name,
    String heldOn,
    String floor,
    String map,
    int least,
    boolean isFileMissing,
    boolean isChecked) {
  private static final int EARLIEST_YEAR = 1980;

  SurveyForm(String name, String heldOn, String floor, String map, int least) {
    this(name, heldOn, floor, map, least, false, false);
  }

  static SurveyForm blank(int least) {
    return new SurveyForm("", "", Integer.toString(least), "", least);
  }

  SurveyForm marked(boolean noFile) {
    return new SurveyForm(name, heldOn, floor, map, least, noFile, true);
  }

  SurveyForm withMap(String text) {
    return new SurveyForm(name, heldOn, floor, text, least);
  }

  boolean isComplete() {
    return isNamed() && isDated() && isFloored() && !map.isBlank();
  }

  boolean isNamed() {
    return !name.isEmpty() && name.length() <= PendingSurvey.MOST_NAME_CHARACTERS;
  }

  boolean isDated() {
    try {
      LocalDate day = LocalDate.parse(heldOn);
      return day.getYear() >= EARLIEST_YEAR && !day.isAfter(LocalDate.now(ZoneId.systemDefault()));
    } catch (DateTimeParseException notADay) {
      return false;
    }
  }

  boolean isFloored() {
    return floor.matches("[0-9]{1,3}")
        && leastPeople() >= least
        && leastPeople() <= StandingFloors.MOST_NUMBERS;
  }

  int leastPeople() {
    return Integer.parseInt(floor);
  }
}
