package nl.onderstroom.server.rounds;

/**
 * A group of people across the organisation, such as a site. Only cohorts that lie in it wholly
 * count in it.
 *
 * @param name as the roster had it
 */
public record Cut(CutKind kind, String name) {
  private static final String SEPARATOR = ":";

  /** How releases and addresses know it. */
  public String id() {
    return kind.name() + SEPARATOR + name;
  }

  /**
   * @throws IllegalArgumentException if it is not an id
   */
  public static Cut of(String id) {
    int at = id.indexOf(SEPARATOR);
    if (at < 0) {
      throw new IllegalArgumentException("“" + id + "” is no cut; expected KIND:name");
    }
    return new Cut(CutKind.valueOf(id.substring(0, at)), id.substring(at + 1));
  }
}
