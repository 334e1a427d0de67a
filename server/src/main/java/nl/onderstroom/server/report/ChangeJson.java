package nl.onderstroom.server.report;

import nl.onderstroom.engine.measure.waves.MeanChange;
import nl.onderstroom.engine.measure.waves.Sample;
import nl.onderstroom.engine.measure.waves.TeamChanges;
import nl.onderstroom.server.report.ScaleChange.Judged;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes for other programs: into each wave but the first, what changed since the one before. */
final class ChangeJson {
  private ChangeJson() {}

  /**
   * @param waves as the report has them, in order
   */
  static void write(ChangeReport report, ChangeTelling telling, ArrayNode waves) {
    for (int step = 0; step < report.steps().size(); step++) {
      write(report.steps().get(step), telling, (ObjectNode) waves.get(step + 1));
    }
  }

  private static void write(ChangeReport.Step step, ChangeTelling telling, ObjectNode wave) {
    ObjectNode change = wave.putObject("change");
    change.put("from", step.from());
    change.put("to", step.to());
    ObjectNode scales = change.putObject("scales");
    for (ScaleChange scale : step.scales()) {
      ObjectNode each = scales.putObject(scale.scale());
      write(step, scale.all(), telling, each);
      ArrayNode teams = each.putArray("teams");
      for (ScaleChange.OfTeam team : scale.teams()) {
        ObjectNode own = teams.addObject();
        own.put("id", team.code());
        ArrayNode path = own.putArray("path");
        team.path().forEach(path::add);
        write(step, team.judged(), telling, own);
        own.put("expectedAnyway", team.expectedAnyway().orElse(null));
      }
      each.put("teamsWithFewerAnswers", scale.fewerTeams());
    }
  }

  private static void write(
      ChangeReport.Step step, Judged judged, ChangeTelling telling, ObjectNode json) {
    putShown("n1", judged.before(), json);
    putShown("n2", judged.after(), json);
    judged
        .evidence()
        .ifPresent(evidence -> {
          MeanChange people = evidence.people();
          json.put("difference", people.difference());
          json.put("low", people.interval().low());
          json.put("high", people.interval().high());
          json.put("g", people.hedgesG());
          json.put("gLow", people.hedgesGInterval().low());
          json.put("gHigh", people.hedgesGInterval().high());
          json.put("p", people.p());
          evidence.teams().ifPresent(teams -> write(teams, json.putObject("betweenTeams")));
          json.put("test", evidence.teams().isPresent() ? "teams" : "people");
        });
    if (!Double.isNaN(judged.adjusted())) {
      json.put("pHolm", judged.adjusted());
    }
    judged.detectable().ifPresent(smallest -> json.put("smallestDetectable", smallest));
    json.put("verdict", ChangeTelling.verdict(judged.change()));
    json.put("why", telling.why(step, judged));
  }

  /** Of nobody, or of people too few to show, no number is given. */
  private static void putShown(String name, Sample sample, ObjectNode json) {
    if (sample.n() > 0) {
      json.put(name, sample.n());
    }
  }

  private static void write(TeamChanges teams, ObjectNode json) {
    json.put("n", teams.teams());
    json.put("mean", teams.mean());
    json.put("se", teams.standardError());
    json.put("low", teams.interval().low());
    json.put("high", teams.interval().high());
    json.put("p", teams.p());
  }
}
