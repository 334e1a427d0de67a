package nl.onderstroom.server.roster;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The first row of a roster file: which column stands where. */
final class Header {
  private final List<String> headings;
  private final Map<Column, Integer> places;

  private Header(List<String> headings, Map<Column, Integer> places) {
    this.headings = headings;
    this.places = places;
  }

  /**
   * @throws Unreadable when a heading is missing, unknown or there twice
   */
  static Header read(int line, List<String> cells) throws Unreadable {
    var problems = new ArrayList<RosterProblem>();
    List<String> headings = cells.stream().map(CellText::tidy).toList();
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    for (int i = 0; i < headings.size(); i++) {
      String heading = headings.get(i);
      Optional<Column> column = Column.of(heading);
      if (column.isPresent() && places.putIfAbsent(column.get(), i) != null) {
        problems.add(
            RosterProblem.ofLine(line, heading, "heading-twice", column.get().spelledOut()));
      } else if (column.isEmpty() && !heading.isEmpty()) {
        problems.add(
            RosterProblem.ofLine(line, heading, "heading-unknown", Column.allSpelledOut()));
      }
    }
    for (Column column : Column.listRequired()) {
      if (!places.containsKey(column)) {
        String given = String.join(", ", headings);
        problems.add(RosterProblem.ofLine(line, given, "heading-missing", column.spelledOut()));
      }
    }
    if (!problems.isEmpty()) {
      throw new Unreadable(problems);
    }
    return new Header(headings, places);
  }

  boolean has(Column column) {
    return places.containsKey(column);
  }

  int width() {
    return headings.size();
  }

  /** The cell of this column; empty when the file has no such column. */
  String cell(List<String> cells, Column column) {
    Integer place = places.get(column);
    return place == null ? "" : cells.get(place);
  }

  /** How the file calls this column. */
  String heading(Column column) {
    Integer place = places.get(column);
    return place == null ? "" : headings.get(place);
  }

  String heading(int place) {
    return place < headings.size() ? headings.get(place) : "";
  }

  /** What stands in a column without a heading, where nothing may stand. */
  Optional<String> findStray(List<String> cells) {
    for (int i = 0; i < headings.size(); i++) {
      if (headings.get(i).isEmpty() && !cells.get(i).isBlank()) {
        return Optional.of(cells.get(i));
      }
    }
    return Optional.empty();
  }
}
