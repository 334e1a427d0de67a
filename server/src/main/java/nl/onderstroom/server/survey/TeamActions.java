package nl.onderstroom.server.survey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.onderstroom.engine.effect.Panel;
import nl.onderstroom.server.tabular.CsvRows.Row;

/**
 * When each team acted, as the file tells: the name of a wave, or nothing (empty, NA, or 0 where
 * that is no wave) when it did not. Where waves are numbers any number will do: that of a year
 * between two waves counts from the later one, that of one after the last is no action yet.
 */
public final class TeamActions {
  private static final String NOT = "0";

  private final int place;
  private final String column;
  private final Map<List<String>, Told> told = new HashMap<>();

  private record Told(String when, int line) {}

  TeamActions(int place, String column) {
    this.place = place;
    this.column = column;
  }

  /** All rows of a team say the same. Those without a team say nothing. */
  void read(Row row, List<String> team, ScaleCells.Complaint complaint) {
    String when = SurveyRows.cell(row, place);
    Told before = team.isEmpty() ? null : told.putIfAbsent(team, new Told(when, row.line()));
    if (before != null && !before.when.equals(when)) {
      complaint.about(
          row,
          place,
          when.isEmpty() ? "NA" : when,
          "treated-once",
          before.when.isEmpty() ? "NA" : before.when,
          Integer.toString(before.line));
    }
  }

  List<Finding> findings(Collection<String> waves) {
    List<String> sorted = sorted(waves);
    var findings = new ArrayList<Finding>();
    told.values().stream()
        .filter(each -> !isWave(each.when, sorted))
        .sorted((one, other) -> Integer.compare(one.line, other.line))
        .limit(UnusableSurvey.MOST_FINDINGS)
        .forEach(each ->
            findings.add(
                new Finding(
                    Finding.Source.ANSWERS,
                    each.line,
                    place + 1,
                    column,
                    each.when,
                    "treated-wave",
                    List.of(String.join(", ", sorted)))));
    return findings;
  }

  private static boolean isWave(String when, List<String> waves) {
    return when.isEmpty()
        || waves.contains(when)
        || when.equals(NOT)
        || (areNumbers(waves) && !Double.isNaN(Numbers.any(when, false)));
  }

  /**
   * The place among the waves of the first in which the team had acted, or {@link Panel#NEVER}.
   *
   * @param waves in order
   */
  public int firstWave(List<String> team, List<String> waves) {
    Told when = told.get(team);
    if (when == null || when.when.isEmpty()) {
      return Panel.NEVER;
    }
    if (waves.contains(when.when)) {
      return waves.indexOf(when.when);
    }
    if (when.when.equals(NOT)) {
      return Panel.NEVER;
    }
    double number = Numbers.any(when.when, false);
    for (int wave = 0; wave < waves.size(); wave++) {
      if (Numbers.any(waves.get(wave), false) >= number) {
        return wave;
      }
    }
    return Panel.NEVER;
  }

  private static boolean areNumbers(List<String> waves) {
    return waves.stream().noneMatch(wave -> Double.isNaN(Numbers.any(wave, false)));
  }

  private static List<String> sorted(Collection<String> waves) {
    var sorted = new TreeSet<String>(NaturalOrder.NAMES);
    sorted.addAll(waves);
    return List.copyOf(sorted);
  }
}
