package nl.onderstroom.server.landscape;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The statements that people voted on, by id.
 *
 * @param byId in the order of ids
 */
record Comments(Map<String, Comment> byId) {
  static final Comments NONE = new Comments(Map.of());

  /**
   * @param text what it says
   * @param takenOut by who looked after the conversation: it counts for nothing
   */
  record Comment(String text, boolean takenOut) {}

  Comments {
    var sorted = new TreeMap<String, Comment>(IdOrder.IDS);
    sorted.putAll(byId);
    byId = Collections.unmodifiableMap(sorted);
  }

  Optional<Comment> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** What the statement says; empty when there is no text of it. */
  String text(String id) {
    Comment found = byId.get(id);
    return found == null ? "" : found.text();
  }

  /** Whether anything is known of statements at all. */
  boolean isEmpty() {
    return byId.isEmpty();
  }
}
