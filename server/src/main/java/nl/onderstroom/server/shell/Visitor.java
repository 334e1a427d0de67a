package nl.onderstroom.server.shell;

import java.util.List;

/**
 * Who looks at the page, as far as a layout needs to know.
 *
 * @param name how the page greets the person; empty when nobody is signed in
 * @param roleKey message key of the role shown beside the name; empty when nobody is signed in
 * @param destinations where the menu leads, in order
 */
public record Visitor(String name, String roleKey, List<Destination> destinations) {
  public static final Visitor NOBODY = new Visitor("", "", List.of());

  public Visitor {
    destinations = List.copyOf(destinations);
  }

  public boolean isSignedIn() {
    return !name.isEmpty();
  }

  /** One entry of the menu. */
  public record Destination(String path, String wordsKey) {}

  /** Says who the current visitor is; the room that signs people in answers. */
  public interface Source {
    Visitor current();
  }
}
