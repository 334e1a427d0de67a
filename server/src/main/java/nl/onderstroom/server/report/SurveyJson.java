package nl.onderstroom.server.report;

import java.util.List;
import java.util.Locale;
import nl.onderstroom.server.shell.Words;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The report for other programs. Its top is the last wave; when the file has several, {@code waves}
 * holds each of them. Figures that may not be shown are absent, with the number of units and the
 * reason in {@code withheld}.
 */
final class SurveyJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private SurveyJson() {}

  static String write(Words words, List<WaveReport> waves, int floor) {
    return JSON.writeValueAsString(tree(words, waves, floor)) + "\n";
  }

  /** The same, with what was found out beside. */
  static String write(Words words, List<WaveReport> waves, int floor, SurveyFindings findings) {
    ObjectNode json = tree(words, waves, floor);
    findings.write(json);
    return JSON.writeValueAsString(json) + "\n";
  }

  private static ObjectNode tree(Words words, List<WaveReport> waves, int floor) {
    ObjectNode json = JSON.createObjectNode();
    write(words, waves.getLast(), floor, json);
    if (waves.size() > 1) {
      ArrayNode each = json.putArray("waves");
      waves.forEach(wave -> write(words, wave, floor, each.addObject()));
    }
    return json;
  }

  private static void write(Words words, WaveReport wave, int floor, ObjectNode json) {
    if (!wave.name().isEmpty()) {
      json.put("wave", wave.name());
    }
    json.put("people", wave.people());
    json.put("k", floor);
    json.put("teamCount", wave.teams());
    ObjectNode scales = json.putObject("scales");
    for (WaveReport.OfScale scale : wave.scales()) {
      ObjectNode each = scales.putObject(scale.question().key());
      write(scale, each);
      ReliabilityJson.write(scale, floor, words, each);
    }
    ObjectNode teams = json.putObject("teams");
    for (WaveReport.OfScale scale : wave.scales()) {
      ObjectNode each = teams.putObject(scale.question().key());
      TeamJson.write(scale, words, each);
      groups(scale, each);
    }
  }

  private static void write(WaveReport.OfScale scale, ObjectNode json) {
    json.put("layer", scale.question().layer().code());
    json.put("min", scale.min()).put("max", scale.max());
    scale.all().ifPresent(all -> write(all, json));
    ArrayNode items = json.putArray("items");
    for (WaveReport.OfItem item : scale.items()) {
      ObjectNode each = items.addObject();
      each.put("id", item.item().key());
      each.put("name", item.column());
      each.put("column", item.column());
      each.put("reversed", item.reversed());
      item.all().ifPresent(all -> write(all, each));
      if (!item.counts().isEmpty()) {
        ArrayNode counts = each.putArray("counts");
        item.counts().forEach(counts::add);
      }
      ReliabilityJson.write(scale, items.size() - 1, each);
    }
  }

  private static void groups(WaveReport.OfScale scale, ObjectNode json) {
    ArrayNode groups = json.putArray("groups");
    for (WaveReport.OfGroup group : scale.groups()) {
      ObjectNode each = groups.addObject();
      each.put("id", group.code());
      ArrayNode path = each.putArray("path");
      group.path().forEach(path::add);
      TeamJson.write(scale, group, each);
    }
    ObjectNode withheld = json.putObject("withheld");
    withheld.put("count", scale.groupsHidden());
    ObjectNode reasons = withheld.putObject("reasons");
    scale
        .withheld()
        .forEach((reason, count) -> reasons.put(reason.name().toLowerCase(Locale.ROOT), count));
  }

  private static void write(Estimate estimate, ObjectNode json) {
    json.put("n", estimate.n());
    json.put("mean", estimate.mean());
    json.put("sd", estimate.sd());
    json.put("low", estimate.low());
    json.put("high", estimate.high());
  }
}
