package nl.onderstroom.server.survey;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.onderstroom.server.rounds.Label;
import nl.onderstroom.server.survey.SurveyMap.MappedScale;
import nl.onderstroom.server.tabular.Malformed;
import nl.onderstroom.server.tabular.TextSource;
import nl.onderstroom.server.tabular.Utf8;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a map of at most 256 KiB; every problem has its line and column. */
public final class SurveyMapReader {
  private static final long MOST_BYTES = 4L * MapNodes.MOST_CHARACTERS;
  private static final int MOST_LEVELS = 8;
  private static final int MOST_SCALES = 100;
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,59}");
  private static final Set<String> TOP =
      Set.of("team", "wave", "scales", "outcome", "drivers", "treated", "stance");

  private final MapNodes nodes = new MapNodes();
  private final ScaleReader scale = new ScaleReader(nodes);

  private SurveyMapReader() {}

  /**
   * What a map file says, before it is looked at.
   *
   * @throws UnusableSurvey when it is too large or no text in UTF-8
   * @throws IOException when it can't be read
   */
  public static String text(TextSource file) throws IOException {
    if (file.sizeBytes() > MOST_BYTES) {
      throw new UnusableSurvey(
          Finding.of(Finding.Source.MAP, 0, "", "map-size", MapNodes.MOST_CHARACTERS));
    }
    try {
      return Utf8.read(file);
    } catch (Malformed malformed) {
      throw new UnusableSurvey(Finding.of(Finding.Source.MAP, malformed));
    }
  }

  /**
   * @throws UnusableSurvey with everything that is wrong in it
   */
  public static SurveyMap read(String text) {
    var reader = new SurveyMapReader();
    SurveyMap map = reader.map(text);
    if (map == null || !reader.nodes.findings().isEmpty()) {
      throw new UnusableSurvey(reader.nodes.findings());
    }
    return map;
  }

  private @Nullable SurveyMap map(String text) {
    Node top = nodes.top(text);
    if (top == null) {
      if (nodes.findings().isEmpty()) {
        nodes.at(null, "", "", "map-empty");
      }
      return null;
    }
    Map<String, Node> entries = nodes.entries(top, "", TOP);
    if (!(top instanceof MappingNode)) {
      return null;
    }
    List<String> team =
        nodes.require(entries, top, "", "team") ? columns(entries, "team") : List.of();
    String wave = column(entries, "wave");
    List<MappedScale> scales =
        nodes.require(entries, top, "", "scales") ? scales(entries) : List.of();
    refuseItemsThatAreTeams(entries, team, wave);
    var findings = new FindingsReader(nodes, scales);
    return new SurveyMap(
        team,
        wave,
        scales,
        column(entries, "outcome"),
        findings.drivers(entries, top),
        findings.treated(entries, top),
        new StanceReader(nodes, scales).read(entries));
  }

  private @Nullable String column(Map<String, Node> entries, String name) {
    Node node = entries.get(name);
    return node == null ? null : nodes.text(node, name, Label.MOST_CHARACTERS).strip();
  }

  private List<String> columns(Map<String, Node> entries, String name) {
    Node node = entries.get(name);
    return node == null ? List.of() : List.copyOf(nodes.columns(node, name, MOST_LEVELS));
  }

  private List<MappedScale> scales(Map<String, Node> entries) {
    var scales = new ArrayList<MappedScale>();
    Node node = entries.get("scales");
    if (node == null) {
      return scales;
    }
    Map<String, Node> named = nodes.entries(node, "scales");
    if (node instanceof MappingNode && (named.isEmpty() || named.size() > MOST_SCALES)) {
      nodes.at(node.getStartMark(), "scales", "", "list-size", MOST_SCALES, named.size());
      return scales;
    }
    named.forEach((name, entry) -> {
      String place = "scales." + name;
      if (!NAME.matcher(name).matches()) {
        nodes.at(entry.getStartMark(), "scales", name, "scale-name");
      } else {
        MappedScale read = scale.read(name, entry, place);
        if (read != null) {
          scales.add(read);
        }
      }
    });
    return scales;
  }

  private void refuseItemsThatAreTeams(
      Map<String, Node> entries, List<String> team, @Nullable String wave) {
    for (Map.Entry<String, Node> entry : entries.entrySet()) {
      List<String> used =
          switch (entry.getKey()) {
            case "team" -> team;
            case "wave" -> wave == null ? List.of() : List.of(wave);
            default -> List.of();
          };
      for (String column : used) {
        if (scale.hasItem(column)) {
          nodes.add(entry.getValue(), entry.getKey(), "not-an-item", column);
        }
      }
    }
  }
}
