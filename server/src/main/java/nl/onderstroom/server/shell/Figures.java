package nl.onderstroom.server.shell;

import java.util.List;

/**
 * A table of numbers as a page shows it: one row a unit, question or group, n beside each row.
 *
 * @param caption what is shown and of whom
 * @param nameHeading what the rows are, such as "Team"
 * @param headings of the numbers, in order
 */
public record Figures(
    String caption, String nameHeading, List<String> headings, List<Figures.Row> rows) {
  public Figures {
    headings = List.copyOf(headings);
    rows = List.copyOf(rows);
    for (Row row : rows) {
      if (!row.isFog() && row.numbers().size() != headings.size()) {
        throw new IllegalArgumentException(
            "Row \"%s\" has %d numbers; the table has %d headings."
                .formatted(row.name(), row.numbers().size(), headings.size()));
      }
    }
  }

  /**
   * One row.
   *
   * @param n how many people it rests on, written out; empty when it may not be told
   * @param numbers written out in the reader's language, one a heading
   * @param fog why nothing may be shown; empty when the numbers are shown
   */
  public record Row(String name, String n, List<String> numbers, String fog) {
    public Row {
      numbers = List.copyOf(numbers);
      if (!fog.isEmpty() && !numbers.isEmpty()) {
        throw new IllegalArgumentException(
            "Row \"%s\" is in fog and has numbers as well.".formatted(name));
      }
    }

    public static Row of(String name, String n, String... numbers) {
      return new Row(name, n, List.of(numbers), "");
    }

    /** A row that may not be shown, with the reason in words. */
    public static Row fog(String name, String reason) {
      return new Row(name, "", List.of(), reason);
    }

    boolean isFog() {
      return !fog.isEmpty();
    }
  }
}
