package nl.onderstroom.server.survey;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.onderstroom.server.rounds.Label;
import nl.onderstroom.server.survey.SurveyMap.MappedScale;
import nl.onderstroom.server.survey.SurveyMap.StanceScales;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads which scales of a map tell where people stand, and what they called it themselves. */
final class StanceReader {
  private static final String STANCE = "stance";
  private static final String EXPECTANCY = "expectancy";
  private static final String THREAT = "threat";
  private static final String NAMED = "named";

  private final MapNodes nodes;
  private final List<MappedScale> scales;

  StanceReader(MapNodes nodes, List<MappedScale> scales) {
    this.nodes = nodes;
    this.scales = scales;
  }

  /** Null when the map does not tell, or after a finding. */
  @Nullable StanceScales read(Map<String, Node> entries) {
    Node node = entries.get(STANCE);
    if (node == null) {
      return null;
    }
    Map<String, Node> own = nodes.entries(node, STANCE, Set.of(EXPECTANCY, THREAT, NAMED));
    if (!(node instanceof MappingNode)) {
      return null;
    }
    Optional<String> expectancy = scale(own, node, EXPECTANCY);
    Optional<String> threat = scale(own, node, THREAT);
    if (expectancy.isPresent() && expectancy.equals(threat)) {
      nodes.add(Objects.requireNonNull(own.get(THREAT)), STANCE + "." + THREAT, "other-axis");
    }
    String named = named(own.get(NAMED));
    return expectancy.isEmpty() || threat.isEmpty()
        ? null
        : new StanceScales(expectancy.get(), threat.get(), named);
  }

  private Optional<String> scale(Map<String, Node> own, Node in, String axis) {
    Node node = own.get(axis);
    if (!nodes.require(own, in, STANCE, axis) || node == null) {
      return Optional.empty();
    }
    String place = STANCE + "." + axis;
    String name = nodes.text(node, place, Label.MOST_CHARACTERS).strip();
    Optional<MappedScale> scale =
        scales.stream().filter(each -> each.name().equals(name)).findFirst();
    if (scale.isEmpty() && !name.isEmpty()) {
      unknown(node, place, name);
    }
    scale
        .filter(each -> each.min() != StanceScales.MIN || each.max() != StanceScales.MAX)
        .ifPresent(each ->
            nodes.add(
                node,
                place,
                "axis-range",
                Integer.toString(StanceScales.MIN),
                Integer.toString(StanceScales.MAX),
                Integer.toString(each.min()),
                Integer.toString(each.max())));
    return scale.map(MappedScale::name);
  }

  private void unknown(Node node, String place, String name) {
    Set<String> known =
        scales.stream().map(MappedScale::name).collect(Collectors.toCollection(TreeSet::new));
    Nearest.of(name, known)
        .ifPresentOrElse(
            near -> nodes.add(node, place, "known-name-near", near, String.join(", ", known)),
            () -> nodes.add(node, place, "known-name", String.join(", ", known)));
  }

  private @Nullable String named(@Nullable Node node) {
    if (node == null) {
      return null;
    }
    String place = STANCE + "." + NAMED;
    String column = nodes.text(node, place, Label.MOST_CHARACTERS).strip();
    if (scales.stream().anyMatch(scale -> scale.items().contains(column))) {
      nodes.add(node, place, "not-an-item", column);
    }
    return column;
  }
}
