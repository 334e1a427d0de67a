package nl.onderstroom.server.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.onderstroom.server.history.SurveyMap.MappedScale;
import nl.onderstroom.server.rounds.Label;
import nl.onderstroom.server.rounds.Layer;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a map of at most 256 KiB; every problem has its line and column. */
final class SurveyMapReader {
  private static final int MOST_LEVELS = 8;
  private static final int MOST_SCALES = 100;
  private static final int MOST_ITEMS = 100;
  private static final int GREATEST = 1_000_000;
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,59}");
  private static final Set<String> TOP =
      Set.of("team", "wave", "scales", "outcome", "drivers", "treated");
  private static final Set<String> SCALE =
      Set.of("items", "reversed", "min", "max", "label", "layer");

  private final MapNodes nodes = new MapNodes();
  private final Map<String, String> scaleOfItem = new HashMap<>();

  private SurveyMapReader() {}

  /**
   * @throws UnusableSurvey with everything that is wrong in it
   */
  static SurveyMap read(String text) {
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
    List<String> team = required(entries, top, "", "team") ? columns(entries, "team") : List.of();
    String wave = column(entries, "wave");
    List<MappedScale> scales = required(entries, top, "", "scales") ? scales(entries) : List.of();
    refuseItemsThatAreTeams(entries, team, wave);
    return new SurveyMap(
        team,
        wave,
        scales,
        column(entries, "outcome"),
        entries.containsKey("drivers") ? columns(entries, "drivers") : List.of(),
        treated(entries));
  }

  private boolean required(Map<String, Node> entries, Node in, String place, String name) {
    if (!entries.containsKey(name)) {
      nodes.at(in.getStartMark(), place, "", "needs", name);
    }
    return entries.containsKey(name);
  }

  private @Nullable String column(Map<String, Node> entries, String name) {
    Node node = entries.get(name);
    return node == null ? null : nodes.text(node, name, Label.MOST_CHARACTERS).strip();
  }

  private List<String> columns(Map<String, Node> entries, String name) {
    Node node = entries.get(name);
    return node == null
        ? List.of()
        : List.copyOf(columns(node, name, name.equals("team") ? MOST_LEVELS : MOST_ITEMS));
  }

  /** Different columns, in order; twice the same is a finding. */
  private Set<String> columns(Node node, String place, int most) {
    var columns = new LinkedHashSet<String>();
    for (Node each : nodes.oneOrMore(node, place, most)) {
      String column = nodes.text(each, place, Label.MOST_CHARACTERS).strip();
      if (!column.isEmpty() && !columns.add(column)) {
        nodes.add(each, place, "once");
      }
    }
    return columns;
  }

  private @Nullable String treated(Map<String, Node> entries) {
    Node node = entries.get("treated");
    if (node == null) {
      return null;
    }
    Node column = nodes.entries(node, "treated", Set.of("column")).get("column");
    if (column == null) {
      nodes.at(node.getStartMark(), "treated", "", "needs", "column");
      return null;
    }
    return nodes.text(column, "treated.column", Label.MOST_CHARACTERS).strip();
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
    named.forEach((name, scale) -> {
      String place = "scales." + name;
      if (!NAME.matcher(name).matches()) {
        nodes.at(scale.getStartMark(), "scales", name, "scale-name");
      } else {
        MappedScale read = scale(name, scale, place);
        if (read != null) {
          scales.add(read);
        }
      }
    });
    return scales;
  }

  private @Nullable MappedScale scale(String name, Node node, String place) {
    Map<String, Node> entries = nodes.entries(node, place, SCALE);
    if (!(node instanceof MappingNode)) {
      return null;
    }
    int before = nodes.findings().size();
    Node items = entries.get("items");
    if (!required(entries, node, place, "items") || items == null) {
      return null;
    }
    Set<String> columns = columns(items, place + ".items", MOST_ITEMS);
    for (String column : columns) {
      String other = scaleOfItem.putIfAbsent(column, name);
      if (other != null) {
        nodes.at(items.getStartMark(), place + ".items", column, "one-scale", other);
      }
    }
    Node turned = entries.get("reversed");
    Set<String> reversed =
        turned == null ? Set.of() : reversed(turned, place + ".reversed", columns);
    int min = bound(entries, node, place, "min");
    int max = bound(entries, node, place, "max");
    Node greatest = entries.get("max");
    if (nodes.findings().size() == before && greatest != null && min >= max) {
      nodes.add(greatest, place + ".max", "above-min", Integer.toString(min));
    }
    Label label = label(entries.get("label"), place + ".label", name);
    Layer layer = layer(entries.get("layer"), place + ".layer");
    return nodes.findings().size() > before
        ? null
        : new MappedScale(name, label, layer, List.copyOf(columns), reversed, min, max);
  }

  private Set<String> reversed(Node node, String place, Set<String> items) {
    var reversed = new HashSet<String>();
    List<Node> given = nodes.oneOrMore(node, place, MOST_ITEMS);
    for (Node each : given) {
      String column = nodes.text(each, place, Label.MOST_CHARACTERS).strip();
      if (!column.isEmpty() && !items.contains(column)) {
        nodes.add(each, place, "an-item", String.join(", ", items));
      } else if (!reversed.add(column)) {
        nodes.add(each, place, "once");
      }
    }
    return reversed;
  }

  private int bound(Map<String, Node> entries, Node in, String place, String name) {
    Node node = entries.get(name);
    if (!required(entries, in, place, name) || node == null) {
      return 0;
    }
    String text = nodes.text(node, place + "." + name, Label.MOST_CHARACTERS);
    if (text.matches("[+-]?[0-9]{1,7}") && Math.abs(Integer.parseInt(text)) <= GREATEST) {
      return Integer.parseInt(text);
    }
    if (!text.isEmpty()) {
      nodes.add(node, place + "." + name, "whole-number", -GREATEST, GREATEST);
    }
    return 0;
  }

  private Label label(@Nullable Node node, String place, String name) {
    if (node == null) {
      return Label.of(name);
    }
    if (!(node instanceof MappingNode)) {
      String text = nodes.text(node, place, Label.MOST_CHARACTERS);
      return Label.of(text.isEmpty() ? name : text);
    }
    Map<String, Node> entries = nodes.entries(node, place, Set.of("nl", "en"));
    Node dutch = entries.getOrDefault("nl", entries.get("en"));
    Node english = entries.getOrDefault("en", entries.get("nl"));
    if (dutch == null || english == null) {
      nodes.at(node.getStartMark(), place, "", "needs", "nl");
      return Label.of(name);
    }
    String inDutch = nodes.text(dutch, place + ".nl", Label.MOST_CHARACTERS);
    String inEnglish = nodes.text(english, place + ".en", Label.MOST_CHARACTERS);
    return inDutch.isEmpty() || inEnglish.isEmpty()
        ? Label.of(name)
        : new Label(inDutch, inEnglish);
  }

  private Layer layer(@Nullable Node node, String place) {
    if (node == null) {
      return Layer.OUTCOME;
    }
    String text = nodes.text(node, place, Label.MOST_CHARACTERS);
    for (Layer layer : Layer.values()) {
      if (layer.code().equals(text)) {
        return layer;
      }
    }
    if (!text.isEmpty()) {
      nodes.add(
          node,
          place,
          "known-name",
          Arrays.stream(Layer.values()).map(Layer::code).collect(Collectors.joining(", ")));
    }
    return Layer.OUTCOME;
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
        if (scaleOfItem.containsKey(column)) {
          nodes.add(entry.getValue(), entry.getKey(), "not-an-item", column);
        }
      }
    }
  }
}
