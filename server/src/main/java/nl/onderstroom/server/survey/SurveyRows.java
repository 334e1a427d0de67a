package nl.onderstroom.server.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.onderstroom.engine.measure.Scoring;
import nl.onderstroom.engine.summary.Summary;
import nl.onderstroom.engine.summary.Tally;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.survey.SurveyMap.MappedScale;
import nl.onderstroom.server.tabular.CsvRows.Row;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the rows: checks each cell, and counts each row in its team. Keeps no row, but for
 * an analyst who asks for drivers.
 */
final class SurveyRows {
  private static final int MOST_TEAMS = 5_000;
  private static final int MOST_WAVES = 50;
  private static final int MOST_NAME_CHARACTERS = 100;
  private static final int MOST_WAVE_CHARACTERS = 40;
  private static final String NOT_AVAILABLE = "NA";

  private final SurveyMap map;
  private final Header header;
  private final List<Numbers> numbers;
  private final Questionnaire questionnaire;
  private final Scoring scoring;
  private final ScaleCells[] scales;
  private final int[] teamPlaces;
  private final int wavePlace;
  private final long[] answers;
  private final Map<String, Map<List<String>, Tally>> waves = new HashMap<>();
  private final Map<String, List<CompleteItems>> complete = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> answered = new HashSet<>();
  private final @Nullable AnalystRows analyst;
  private int teams;

  /**
   * @param commas whether a comma may stand for the decimal point
   * @param forAnalyst whether to keep what {@link AnalystRows} keeps
   */
  SurveyRows(
      SurveyMap map, Header header, List<Numbers> numbers, boolean commas, boolean forAnalyst) {
    this.map = map;
    this.header = header;
    this.numbers = numbers;
    this.questionnaire = SurveyQuestions.of(map, numbers.stream().map(Numbers::decimals).toList());
    this.scoring = questionnaire.scoring();
    this.scales = new ScaleCells[map.scales().size()];
    int width = 0;
    for (int i = 0; i < scales.length; i++) {
      MappedScale scale = map.scales().get(i);
      scales[i] =
          new ScaleCells(scale, numbers.get(i), commas, questionnaire.questions().get(i), header);
      width += scales[i].width();
    }
    this.answers = new long[width];
    this.teamPlaces = map.team().stream().mapToInt(header::place).toArray();
    this.wavePlace = map.wave() == null ? -1 : header.place(map.wave());
    this.analyst = forAnalyst ? new AnalystRows(map, header, scoring.shape(), commas) : null;
  }

  boolean isFull() {
    return findings.size() >= UnusableSurvey.MOST_FINDINGS;
  }

  void add(Row row) {
    if (row.cells().size() != header.size()) {
      find(row, -1, Integer.toString(row.cells().size()), "cells", header.size());
      return;
    }
    int before = findings.size();
    int place = 0;
    for (ScaleCells scale : scales) {
      int from = place;
      scale.read(row, answers, from, this::find);
      place = from + scale.width();
    }
    String wave = wavePlace < 0 ? "" : cell(row, wavePlace);
    if (wavePlace >= 0 && (wave.isEmpty() || wave.length() > MOST_WAVE_CHARACTERS)) {
      find(row, wavePlace, wave, "wave", MOST_WAVE_CHARACTERS);
    }
    List<String> team = team(row);
    if (analyst != null) {
      analyst.read(row, team, this::find);
    }
    if (findings.size() == before) {
      long[] record = scoring.record(answers);
      tally(row, wave, team).add(record);
      addItems(complete.computeIfAbsent(wave, name -> nobody()));
      if (analyst != null) {
        analyst.keep(wave, team, record);
      }
      if (hasAnswer()) {
        answered.add(wave);
      }
    }
  }

  private List<CompleteItems> nobody() {
    var nobody = new ArrayList<CompleteItems>();
    for (int i = 0; i < scales.length; i++) {
      nobody.add(new CompleteItems(map.scales().get(i), numbers.get(i).decimals()));
    }
    return nobody;
  }

  private void addItems(List<CompleteItems> ofWave) {
    for (int i = 0; i < scales.length; i++) {
      ofWave.get(i).add(scales[i].items());
    }
  }

  private boolean hasAnswer() {
    for (long answer : answers) {
      if (answer != Tally.MISSING) {
        return true;
      }
    }
    return false;
  }

  /** The cells of the path down to the first empty one. */
  private List<String> team(Row row) {
    var path = new String[teamPlaces.length];
    int depth = 0;
    while (depth < path.length) {
      String name = cell(row, teamPlaces[depth]);
      if (name.isEmpty()) {
        break;
      }
      if (name.length() > MOST_NAME_CHARACTERS) {
        find(row, teamPlaces[depth], name, "team-name", MOST_NAME_CHARACTERS);
      }
      path[depth++] = name;
    }
    return List.of(depth == path.length ? path : Arrays.copyOf(path, depth));
  }

  private Tally tally(Row row, String wave, List<String> team) {
    Map<List<String>, Tally> tallies = waves.computeIfAbsent(wave, name -> new HashMap<>());
    Tally found = tallies.get(team);
    if (found == null) {
      found = new Tally(scoring.shape());
      tallies.put(team, found);
      if (++teams > MOST_TEAMS) {
        throw stop(row, teamPlaces[0], "teams", MOST_TEAMS);
      }
      if (waves.size() > MOST_WAVES) {
        throw stop(row, wavePlace, "waves", MOST_WAVES);
      }
    }
    return found;
  }

  private UnusableSurvey stop(Row row, int place, String key, Object... arguments) {
    find(row, place, cell(row, place), key, arguments);
    return new UnusableSurvey(findings);
  }

  private void find(Row row, int place, String given, String key, Object... arguments) {
    if (!isFull()) {
      findings.add(
          new Finding(
              Finding.Source.ANSWERS,
              row.line(),
              place + 1,
              place < 0 ? "" : header.name(place),
              given,
              key,
              List.of(arguments)));
    }
  }

  /** What the cell says; empty when it says nothing. */
  static String cell(Row row, int place) {
    String cell = row.cells().get(place).strip();
    return cell.equals(NOT_AVAILABLE) ? "" : cell;
  }

  void requireUsable() {
    if (findings.isEmpty() && waves.isEmpty()) {
      findings.add(Finding.of(Finding.Source.ANSWERS, 0, "", "some-rows"));
    }
    if (findings.isEmpty()) {
      waves.keySet().stream()
          .filter(wave -> !answered.contains(wave))
          .sorted(NaturalOrder.NAMES)
          .forEach(
              wave -> findings.add(Finding.of(Finding.Source.ANSWERS, 0, wave, "some-answers")));
    }
    if (findings.isEmpty() && analyst != null) {
      findings.addAll(analyst.findings(waves.keySet()));
    }
    if (!findings.isEmpty()) {
      throw new UnusableSurvey(findings);
    }
  }

  Survey survey() {
    var sorted = new TreeMap<String, Map<List<String>, Tally>>(NaturalOrder.NAMES);
    sorted.putAll(waves);
    var result = new ArrayList<Survey.Wave>();
    sorted.forEach((name, tallies) -> {
      var summaries = new TreeMap<List<String>, Summary>(NaturalOrder.PATHS);
      tallies.forEach((team, tally) -> summaries.put(team, tally.summary()));
      List<Survey.Items> items =
          complete.getOrDefault(name, List.of()).stream().map(CompleteItems::items).toList();
      result.add(new Survey.Wave(name, summaries, items));
    });
    return new Survey(questionnaire, result);
  }

  AnalystFile analystFile() {
    return new AnalystFile(
        survey(),
        Optional.ofNullable(analyst).flatMap(AnalystRows::scores),
        Optional.ofNullable(analyst).flatMap(AnalystRows::actions),
        Optional.ofNullable(analyst).flatMap(AnalystRows::stances));
  }
}
