package nl.onderstroom.server.roster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The place of a unit: names from the whole organisation down, separated by {@value #SEPARATOR}.
 * Sorted, a unit stands before those below it.
 */
public record UnitPath(String text) implements Comparable<UnitPath> {
  public static final String SEPARATOR = " / ";

  public UnitPath {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("A path has at least one name.");
    }
  }

  public UnitPath child(String name) {
    return new UnitPath(text + SEPARATOR + name);
  }

  public String name() {
    int last = text.lastIndexOf(SEPARATOR);
    return last < 0 ? text : text.substring(last + SEPARATOR.length());
  }

  public Optional<UnitPath> parent() {
    int last = text.lastIndexOf(SEPARATOR);
    return last < 0 ? Optional.empty() : Optional.of(new UnitPath(text.substring(0, last)));
  }

  /** 1 for the whole organisation. */
  public int depth() {
    return text.split(SEPARATOR, -1).length;
  }

  /** This path and those above it, from the top down. */
  public List<UnitPath> lineage() {
    var lineage = new ArrayList<UnitPath>();
    int end = text.indexOf(SEPARATOR);
    while (end >= 0) {
      lineage.add(new UnitPath(text.substring(0, end)));
      end = text.indexOf(SEPARATOR, end + SEPARATOR.length());
    }
    lineage.add(this);
    return List.copyOf(lineage);
  }

  @Override
  public int compareTo(UnitPath other) {
    return Comparator.comparing(UnitPath::text).compare(this, other);
  }

  @Override
  public String toString() {
    return text;
  }
}
