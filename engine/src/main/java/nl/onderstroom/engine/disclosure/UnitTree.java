package nl.onderstroom.engine.disclosure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tree of units in an order that depends on the ids alone: every unit comes after its parent, and
 * on equal depth by id. Units are known by their place in that order; place 0 is the top.
 */
final class UnitTree {
  /** The place of the top's parent. */
  static final int NONE = -1;

  static final int MOST_UNITS = 200_000;
  static final int MOST_ID_LENGTH = 200;

  private final List<String> ids;
  private final int[] parents;

  private UnitTree(List<String> ids, int[] parents) {
    this.ids = ids;
    this.parents = parents;
  }

  /** A unit and the unit it belongs to, null for the top. */
  record Link(String id, @Nullable String parent) {}

  /**
   * @throws IllegalArgumentException if there is not exactly one top, an id is there twice, a
   *     parent is unknown, or units go round in a circle
   */
  static UnitTree of(List<Link> links) {
    requireSize(links);
    Map<String, List<String>> children = children(links);
    List<String> ids = new ArrayList<>(links.size());
    int[] parents = new int[links.size()];
    for (Link link : links) {
      if (link.parent() == null) {
        ids.add(link.id());
      }
    }
    if (ids.size() != 1) {
      throw new IllegalArgumentException(
          "the tree has " + ids.size() + " units without a parent; expected exactly one, the top");
    }
    parents[0] = NONE;
    for (int place = 0; place < ids.size(); place++) {
      for (String child : children.getOrDefault(ids.get(place), List.of())) {
        parents[ids.size()] = place;
        ids.add(child);
      }
    }
    if (ids.size() < links.size()) {
      throw new IllegalArgumentException(
          (links.size() - ids.size())
              + " units cannot be reached from the top; their parents go round in a circle");
    }
    return new UnitTree(List.copyOf(ids), parents);
  }

  private static void requireSize(List<Link> links) {
    if (links.isEmpty() || links.size() > MOST_UNITS) {
      throw new IllegalArgumentException(
          "a tree of " + links.size() + " units; expected 1 to " + MOST_UNITS);
    }
  }

  private static Map<String, List<String>> children(List<Link> links) {
    Map<String, List<String>> children = HashMap.newHashMap(links.size());
    for (Link link : links) {
      if (link.id().isEmpty() || link.id().length() > MOST_ID_LENGTH) {
        throw new IllegalArgumentException(
            "a unit with an id of %d characters; expected 1 to %d"
                .formatted(link.id().length(), MOST_ID_LENGTH));
      }
      if (children.put(link.id(), new ArrayList<>()) != null) {
        throw new IllegalArgumentException(
            "the unit \"" + link.id() + "\" is there twice; give each its own id");
      }
    }
    for (Link link : links) {
      if (link.parent() != null) {
        List<String> siblings = children.get(link.parent());
        if (siblings == null) {
          throw new IllegalArgumentException(
              "the unit \"%s\" has the unknown parent \"%s\"".formatted(link.id(), link.parent()));
        }
        siblings.add(link.id());
      }
    }
    children.values().forEach(Collections::sort);
    return children;
  }

  int size() {
    return parents.length;
  }

  String id(int place) {
    return ids.get(place);
  }

  /** Smaller than {@code place}, or {@link #NONE}. */
  int parent(int place) {
    return parents[place];
  }

  int depth(int place) {
    int depth = 0;
    for (int at = parents[place]; at != NONE; at = parents[at]) {
      depth++;
    }
    return depth;
  }

  /** The lowest unit that both belong to. */
  int common(int one, int two) {
    int left = one;
    int right = two;
    while (left != right) {
      // Parents come first, so the later of the two cannot be the ancestor.
      if (left > right) {
        left = parents[left];
      } else {
        right = parents[right];
      }
    }
    return left;
  }
}
