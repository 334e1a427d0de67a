package nl.onderstroom.server.survey;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.onderstroom.server.rounds.Label;
import nl.onderstroom.server.rounds.Layer;
import nl.onderstroom.server.survey.SurveyMap.MappedScale;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the scales of a map, and sees to it that a column is an item of one scale only. */
final class ScaleReader {
  static final int MOST_ITEMS = 100;
  private static final int GREATEST = 1_000_000;
  private static final Set<String> NAMES =
      Set.of("items", "reversed", "min", "max", "label", "layer");

  private final MapNodes nodes;
  private final Map<String, String> scaleOfItem = new HashMap<>();

  ScaleReader(MapNodes nodes) {
    this.nodes = nodes;
  }

  /** Whether the column is an item of a scale that was read. */
  boolean hasItem(String column) {
    return scaleOfItem.containsKey(column);
  }

  /** The scale, or null after a finding. */
  @Nullable MappedScale read(String name, Node node, String place) {
    Map<String, Node> entries = nodes.entries(node, place, NAMES);
    if (!(node instanceof MappingNode)) {
      return null;
    }
    int before = nodes.findings().size();
    Node items = entries.get("items");
    if (!nodes.require(entries, node, place, "items") || items == null) {
      return null;
    }
    Set<String> columns = nodes.columns(items, place + ".items", MOST_ITEMS);
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
    if (!nodes.require(entries, in, place, name) || node == null) {
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
}
