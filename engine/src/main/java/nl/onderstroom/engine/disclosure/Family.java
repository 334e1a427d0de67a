package nl.onderstroom.engine.disclosure;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.onderstroom.engine.summary.Summary;
import nl.onderstroom.engine.summary.SummaryShape;
import org.jspecify.annotations.Nullable;

/**
 * A round's groups as a tree, each with the summaries of the cohorts attached to it: everything
 * that one release is decided on, and decided on together, because figures of different groups can
 * be subtracted. Immutable.
 */
public final class Family {
  private final SummaryShape shape;
  private final UnitTree tree;
  private final List<Summary> own;

  /**
   * @param id unique
   * @param parent id of the group it is part of; null for the top
   * @param cohorts attached to this group directly, not to groups below; may be empty
   */
  public record Group(String id, @Nullable String parent, List<Summary> cohorts) {
    public Group {
      cohorts = List.copyOf(cohorts);
    }
  }

  /**
   * @param shape of every summary in it
   * @param groups a tree with one top, in any order
   * @throws IllegalArgumentException if the groups are not one tree or a summary has another shape
   */
  public Family(SummaryShape shape, Collection<Group> groups) {
    this.shape = shape;
    this.tree =
        UnitTree.of(groups.stream().map(g -> new UnitTree.Link(g.id(), g.parent())).toList());
    Map<String, Summary> merged = HashMap.newHashMap(groups.size());
    for (Group group : groups) {
      Summary sum = Summary.empty(shape);
      for (Summary cohort : group.cohorts()) {
        sum = sum.merge(cohort.withoutCrossProducts());
      }
      merged.put(group.id(), sum);
    }
    Summary[] ordered = new Summary[tree.size()];
    Arrays.setAll(ordered, place -> merged.get(tree.id(place)));
    this.own = List.of(ordered);
  }

  public SummaryShape shape() {
    return shape;
  }

  UnitTree tree() {
    return tree;
  }

  /** What the people attached to the group directly said. */
  Summary own(int place) {
    return own.get(place);
  }
}
