package nl.onderstroom.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** What a benchmark tells: names to the left, figures to the right, as wide as they need. */
public final class Table {
  private static final String GAP = "  ";

  /** Instead of a figure that nobody has. */
  public static final String NONE = "–";

  private final List<List<String>> rows = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** With its headings; the first is that of the names. */
  public Table(String... headings) {
    rows.add(List.of(headings));
  }

  /**
   * @throws IllegalArgumentException when it has not as many cells as there are headings
   */
  public void row(String... cells) {
    if (cells.length != rows.getFirst().size()) {
      throw new IllegalArgumentException(
          "%d cells under %d headings".formatted(cells.length, rows.getFirst().size()));
    }
    rows.add(List.of(cells));
  }

  /** A line under the table. */
  public void note(String text) {
    notes.add(text);
  }

  /** Prints it all. */
  public void print(PrintStream out) {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int column = 0; column < columns; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    for (List<String> row : rows) {
      var line = new StringBuilder();
      for (int column = 0; column < columns; column++) {
        String cell = row.get(column);
        String space = " ".repeat(widths[column] - cell.length());
        line.append(column == 0 ? cell + space : GAP + space + cell);
      }
      out.println(line);
    }
    notes.forEach(out::println);
  }
}
