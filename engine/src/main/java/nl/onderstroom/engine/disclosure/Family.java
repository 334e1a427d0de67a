package nl.onderstroom.engine.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.onderstroom.engine.summary.Summary;
import nl.onderstroom.engine.summary.SummaryShape;
import org.jspecify.annotations.Nullable;

/**
 * A round's groups as a tree, each with the summaries of the cohorts attached to it, and cuts
 * across the tree, such as a site: everything that one release is decided on, and decided on
 * together, because figures of different groups can be subtracted. Immutable.
 */
public final class Family {
  private final SummaryShape shape;
  private final UnitTree tree;
  private final List<Summary> own;
  private final List<Cell> cells;
  private final long[] silent;
  private final boolean isRosterKnown;

  /**
   * @param id unique
   * @param parent id of the group it is part of; null for the top
   * @param cohorts attached to this group directly, not to groups below; may be empty
   * @param cuts of each cohort the ids of the cuts that everybody in it belongs to; may be empty
   * @param people who could take part, in those cohorts: a reader is taken to know this number.
   *     Empty where nobody knows it, as of an earlier survey
   */
  public record Group(
      String id,
      @Nullable String parent,
      List<Summary> cohorts,
      List<Set<String>> cuts,
      OptionalLong people) {
    public Group {
      cohorts = List.copyOf(cohorts);
      cuts = cuts.stream().map(Set::copyOf).toList();
      if (cuts.size() != cohorts.size()) {
        throw new IllegalArgumentException(
            "the group \"%s\": cuts of %d cohorts, and %d cohorts; expected as many"
                .formatted(id, cuts.size(), cohorts.size()));
      }
      long respondents = respondents(cohorts);
      if (people.orElse(respondents) < respondents) {
        throw new IllegalArgumentException(
            "%d people of \"%s\" took part, and only %d could"
                .formatted(respondents, id, people.getAsLong()));
      }
    }

    /** In no cut. */
    public Group(String id, @Nullable String parent, List<Summary> cohorts, OptionalLong people) {
      this(id, parent, cohorts, Collections.nCopies(cohorts.size(), Set.of()), people);
    }

    /** In no cut, and of those only who took part is known. */
    public Group(String id, @Nullable String parent, List<Summary> cohorts) {
      this(id, parent, cohorts, OptionalLong.empty());
    }

    private static long respondents(List<Summary> cohorts) {
      return cohorts.stream().mapToLong(Summary::respondents).sum();
    }

    private long silent() {
      long respondents = respondents(cohorts);
      return people.orElse(respondents) - respondents;
    }
  }

  /** People attached to the group at {@code place} directly who are in the same cuts. */
  record Cell(int place, NavigableSet<String> cuts, Summary said) {}

  /**
   * @param shape of every summary in it
   * @param groups a tree with one top, in any order
   * @throws IllegalArgumentException if the groups are not one tree or a summary has another shape
   */
  public Family(SummaryShape shape, Collection<Group> groups) {
    this.shape = shape;
    this.tree =
        UnitTree.of(groups.stream().map(g -> new UnitTree.Link(g.id(), g.parent())).toList());
    Map<String, Integer> places = HashMap.newHashMap(tree.size());
    for (int place = 0; place < tree.size(); place++) {
      places.put(tree.id(place), place);
    }
    List<Map<String, Cell>> byPlace = new ArrayList<>();
    for (int place = 0; place < tree.size(); place++) {
      byPlace.add(new TreeMap<>());
    }
    Map<String, Long> silents = HashMap.newHashMap(groups.size());
    for (Group group : groups) {
      int place = places.getOrDefault(group.id(), UnitTree.NONE);
      for (int i = 0; i < group.cohorts().size(); i++) {
        NavigableSet<String> cuts = new TreeSet<>(group.cuts().get(i));
        Summary said = group.cohorts().get(i).withoutCrossProducts();
        byPlace
            .get(place)
            .merge(
                cuts.toString(),
                new Cell(place, cuts, said),
                (one, other) -> new Cell(place, cuts, one.said().merge(other.said())));
      }
      silents.put(group.id(), group.silent());
    }
    Summary[] ordered = new Summary[tree.size()];
    Arrays.setAll(
        ordered,
        place ->
            byPlace.get(place).values().stream()
                .map(Cell::said)
                .reduce(Summary.empty(shape), Summary::merge));
    this.own = List.of(ordered);
    this.cells = byPlace.stream().flatMap(cells -> cells.values().stream()).toList();
    this.silent = new long[tree.size()];
    Arrays.setAll(silent, place -> silents.getOrDefault(tree.id(place), 0L));
    this.isRosterKnown = groups.stream().anyMatch(group -> group.people().isPresent());
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

  /** Everybody, in the order of the tree. */
  List<Cell> cells() {
    return cells;
  }

  /** Ids of the cuts that somebody is in, in order. */
  List<String> cuts() {
    return cells.stream().flatMap(cell -> cell.cuts().stream()).distinct().sorted().toList();
  }

  /** Those attached to the group directly who could take part and did not. */
  long silent(int place) {
    return silent[place];
  }

  /** Whether a reader may know how many could take part. */
  boolean isRosterKnown() {
    return isRosterKnown;
  }
}
