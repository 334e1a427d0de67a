package nl.onderstroom.server.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.onderstroom.server.rounds.Question;
import nl.onderstroom.server.shell.Words;
import nl.onderstroom.server.survey.AnalystFile;
import nl.onderstroom.server.survey.SurveyMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was found out beside what each wave tells by itself.
 *
 * @param drivers empty when the map names none
 * @param changes empty when there is one wave
 * @param effects empty when the map does not say when teams acted
 * @param stances of each wave; empty when the map does not say what tells the stance
 */
record SurveyFindings(
    Words words,
    int floor,
    List<Question> questions,
    Optional<DriverReport> drivers,
    Optional<ChangeReport> changes,
    Optional<EffectReport> effects,
    List<StanceReport> stances) {
  SurveyFindings {
    questions = List.copyOf(questions);
    stances = List.copyOf(stances);
  }

  static SurveyFindings of(
      Words words, SurveyMap map, AnalystFile file, List<WaveReport> waves, int floor) {
    return new SurveyFindings(
        words,
        floor,
        file.survey().questionnaire().questions(),
        file.scores().map(scores -> DriverReport.of(scores, waves.getLast(), floor)),
        waves.size() < 2 ? Optional.empty() : Optional.of(ChangeReport.of(waves)),
        file.actions()
            .map(actions -> EffectReport.of(waves, actions, Objects.requireNonNull(map.treated()))),
        file.stances().stream()
            .flatMap(answers -> waves.stream().map(wave -> StanceReport.of(answers, wave, floor)))
            .toList());
  }

  Optional<DriverTelling> tellDrivers() {
    return drivers.map(report -> new DriverTelling(words, report, this::label, floor));
  }

  Optional<ChangeTelling> tellChanges() {
    return changes.map(report -> new ChangeTelling(words, report, this::label));
  }

  Optional<EffectTelling> tellEffects() {
    return effects.map(report -> new EffectTelling(words, report, this::label));
  }

  List<StanceTelling> tellStances() {
    return stances.stream().map(this::tell).toList();
  }

  private StanceTelling tell(StanceReport report) {
    return new StanceTelling(words, report, this::label);
  }

  /** What a scale is called; a column is called as in the file. */
  private String label(String name) {
    return questions.stream()
        .filter(question -> question.key().equals(name))
        .findFirst()
        .map(question -> question.text(words))
        .orElse(name);
  }

  /** Adds it to the report that holds the waves. */
  void write(ObjectNode json) {
    drivers.ifPresent(report ->
        DriverJson.write(report, tellDrivers().orElseThrow(), floor, json.putObject("drivers")));
    changes.ifPresent(report ->
        ChangeJson.write(report, tellChanges().orElseThrow(), (ArrayNode) json.get("waves")));
    effects.ifPresent(
        report -> EffectJson.write(report, tellEffects().orElseThrow(), json.putObject("effects")));
    if (!stances.isEmpty()) {
      writeStance(stances.getLast(), json);
      for (int wave = 0; json.has("waves") && wave < stances.size(); wave++) {
        writeStance(stances.get(wave), (ObjectNode) json.get("waves").get(wave));
      }
    }
  }

  private void writeStance(StanceReport report, ObjectNode json) {
    StanceJson.write(report, tell(report), json.putObject("stance"));
  }
}
