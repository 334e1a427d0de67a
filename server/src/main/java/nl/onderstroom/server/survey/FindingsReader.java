package nl.onderstroom.server.survey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.onderstroom.engine.drivers.Drivers;
import nl.onderstroom.server.rounds.Label;
import nl.onderstroom.server.survey.SurveyMap.MappedScale;
import nl.onderstroom.server.survey.SurveyMap.Treated;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads what a map wants to be found out beside the scales: drivers, and whether acting helped. */
final class FindingsReader {
  private static final String OUTCOME = "outcome";
  private static final String DRIVERS = "drivers";
  private static final String TREATED = "treated";

  private final MapNodes nodes;
  private final List<MappedScale> scales;

  FindingsReader(MapNodes nodes, List<MappedScale> scales) {
    this.nodes = nodes;
    this.scales = scales;
  }

  /** Names of scales and columns; none after a finding. */
  List<String> drivers(Map<String, Node> entries, Node top) {
    Node drivers = entries.get(DRIVERS);
    Node outcome = entries.get(OUTCOME);
    if (drivers == null || outcome == null) {
      if (drivers != null || outcome != null) {
        nodes.require(entries, top, "", drivers == null ? DRIVERS : OUTCOME);
      }
      return List.of();
    }
    String explained = nodes.text(outcome, OUTCOME, Label.MOST_CHARACTERS).strip();
    Set<String> names = new LinkedHashSet<>();
    for (Node each : nodes.oneOrMore(drivers, DRIVERS, Drivers.MOST_DRIVERS)) {
      String name = nodes.text(each, DRIVERS, Label.MOST_CHARACTERS).strip();
      if (name.equals(explained)) {
        nodes.add(each, DRIVERS, "other-than-outcome");
      } else if (!name.isEmpty() && !names.add(name)) {
        nodes.add(each, DRIVERS, "once");
      }
    }
    refuseParts(outcome, explained, drivers, names);
    return List.copyOf(names);
  }

  /** A question within a score goes together with that score whatever people answer. */
  private void refuseParts(Node outcome, String explained, Node drivers, Set<String> names) {
    List<String> used = new ArrayList<>(names);
    used.add(explained);
    Set<String> scaleNames = scales.stream().map(MappedScale::name).collect(Collectors.toSet());
    for (String name : used) {
      if (scaleNames.contains(name)) {
        continue;
      }
      scales.stream()
          .filter(scale -> used.contains(scale.name()) && scale.items().contains(name))
          .forEach(scale -> {
            boolean isOutcome = name.equals(explained);
            Node at = isOutcome ? outcome : drivers;
            String place = isOutcome ? OUTCOME : DRIVERS;
            nodes.at(at.getStartMark(), place, name, "no-part-of", scale.name());
          });
    }
  }

  @Nullable Treated treated(Map<String, Node> entries, Node top) {
    Node node = entries.get(TREATED);
    if (node == null) {
      return null;
    }
    Map<String, Node> own = nodes.entries(node, TREATED, Set.of("column", "less"));
    Node column = own.get("column");
    if (column == null) {
      nodes.at(node.getStartMark(), TREATED, "", "needs", "column");
      return null;
    }
    nodes.require(entries, top, "", "wave");
    String name = nodes.text(column, TREATED + ".column", Label.MOST_CHARACTERS).strip();
    for (MappedScale scale : scales) {
      if (scale.items().contains(name)) {
        nodes.add(column, TREATED + ".column", "not-an-item", name);
      }
    }
    return new Treated(name, less(own.get("less")));
  }

  private Set<String> less(@Nullable Node node) {
    Set<String> less = new HashSet<>();
    if (node == null) {
      return less;
    }
    Set<String> known = scales.stream().map(MappedScale::name).collect(Collectors.toSet());
    String place = TREATED + ".less";
    for (Node each : nodes.oneOrMore(node, place, known.size())) {
      String name = nodes.text(each, place, Label.MOST_CHARACTERS).strip();
      if (!name.isEmpty() && !known.contains(name)) {
        nodes.add(each, place, "known-name", String.join(", ", new TreeSet<>(known)));
      }
      less.add(name);
    }
    return less;
  }
}
