package nl.onderstroom.server.survey;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.onderstroom.server.rounds.Label;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * YAML as texts, lists and named values, each with its place. Only its structure is read: nothing
 * is constructed from it, and anchors, aliases and tags are refused.
 */
final class MapNodes {
  static final int MOST_CHARACTERS = 256 * 1024;
  private static final int MOST_DEPTH = 10;
  private static final int MOST_ENTRIES = 1000;

  private final List<Finding> findings = new ArrayList<>();

  /** The document's top, or null after a finding. */
  @Nullable Node top(String text) {
    if (text.length() > MOST_CHARACTERS) {
      at(null, "", Integer.toString(text.length()), "map-size", MOST_CHARACTERS);
      return null;
    }
    var options = new LoaderOptions();
    options.setNestingDepthLimit(MOST_DEPTH);
    options.setCodePointLimit(MOST_CHARACTERS);
    options.setMaxAliasesForCollections(0);
    var yaml = new Yaml(options);
    try {
      for (Event event : yaml.parse(new StringReader(text))) {
        refuseShortcuts(event);
      }
      return findings.isEmpty() ? yaml.compose(new StringReader(text)) : null;
    } catch (MarkedYAMLException e) {
      at(e.getProblemMark(), "", "", "yaml", String.valueOf(e.getProblem()));
    } catch (YAMLException e) {
      at(null, "", "", "yaml", String.valueOf(e.getMessage()));
    }
    return null;
  }

  private void refuseShortcuts(Event event) {
    if (event instanceof AliasEvent alias) {
      at(event.getStartMark(), "", "*" + alias.getAnchor(), "no-shortcuts");
    } else if (event instanceof NodeEvent node && node.getAnchor() != null) {
      at(event.getStartMark(), "", "&" + node.getAnchor(), "no-shortcuts");
    } else if (event instanceof ScalarEvent scalar && scalar.getTag() != null) {
      at(event.getStartMark(), "", scalar.getTag(), "no-shortcuts");
    }
  }

  List<Finding> findings() {
    return findings;
  }

  void at(@Nullable Mark mark, String place, String given, String key, Object... arguments) {
    if (findings.size() < UnusableSurvey.MOST_FINDINGS) {
      int line = mark == null ? 0 : mark.getLine() + 1;
      int column = mark == null ? 0 : mark.getColumn() + 1;
      findings.add(
          new Finding(Finding.Source.MAP, line, column, place, given, key, List.of(arguments)));
    }
  }

  void add(Node node, String place, String key, Object... arguments) {
    at(node.getStartMark(), place, given(node), key, arguments);
  }

  /** The named values of a node, those with known names only; each other name is a finding. */
  Map<String, Node> entries(Node node, String place, Set<String> known) {
    Map<String, Node> entries = entries(node, place);
    SortedSet<String> sorted = new TreeSet<>(known);
    entries
        .keySet()
        .removeIf(name -> {
          boolean isKnown = known.contains(name);
          if (!isKnown) {
            unknownName((MappingNode) node, place, name, sorted);
          }
          return !isKnown;
        });
    return entries;
  }

  private void unknownName(MappingNode node, String place, String name, SortedSet<String> known) {
    for (NodeTuple tuple : node.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name)) {
        Nearest.of(name, known)
            .ifPresentOrElse(
                near -> add(key, place, "known-name-near", near, String.join(", ", known)),
                () -> add(key, place, "known-name", String.join(", ", known)));
      }
    }
  }

  /** The named values of a node, in order; empty after a finding. */
  Map<String, Node> entries(Node node, String place) {
    var entries = new LinkedHashMap<String, Node>();
    if (!(node instanceof MappingNode mapping)) {
      add(node, place, "names");
      return entries;
    }
    if (mapping.getValue().size() > MOST_ENTRIES) {
      at(node.getStartMark(), place, "", "fewer", mapping.getValue().size(), MOST_ENTRIES);
      return entries;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        add(tuple.getKeyNode(), place, "text");
      } else if (entries.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
        add(key, place, "once");
      }
    }
    return entries;
  }

  /** A text, or "" after a finding. */
  String text(Node node, String place, int mostCharacters) {
    if (!(node instanceof ScalarNode scalar) || scalar.getTag().equals(Tag.NULL)) {
      add(node, place, "text");
      return "";
    }
    if (scalar.getValue().isBlank() || scalar.getValue().length() > mostCharacters) {
      add(node, place, "text-length", mostCharacters);
      return "";
    }
    return scalar.getValue();
  }

  /** The parts of a list, or the one text by itself. */
  List<Node> oneOrMore(Node node, String place, int most) {
    if (node instanceof SequenceNode sequence) {
      if (sequence.getValue().isEmpty() || sequence.getValue().size() > most) {
        at(node.getStartMark(), place, "", "list-size", most, sequence.getValue().size());
        return List.of();
      }
      return sequence.getValue();
    }
    return List.of(node);
  }

  private static String given(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  /** Whether the name is there; a finding when it is not. */
  boolean require(Map<String, Node> entries, Node in, String place, String name) {
    if (!entries.containsKey(name)) {
      at(in.getStartMark(), place, "", "needs", name);
    }
    return entries.containsKey(name);
  }

  /** Different columns, in order; twice the same is a finding. */
  Set<String> columns(Node node, String place, int most) {
    var columns = new LinkedHashSet<String>();
    for (Node each : oneOrMore(node, place, most)) {
      String column = text(each, place, Label.MOST_CHARACTERS).strip();
      if (!column.isEmpty() && !columns.add(column)) {
        add(each, place, "once");
      }
    }
    return columns;
  }
}
