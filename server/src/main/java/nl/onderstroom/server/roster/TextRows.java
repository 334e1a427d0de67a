package nl.onderstroom.server.roster;

import java.io.IOException;
import java.nio.charset.Charset;
import nl.onderstroom.server.tabular.CsvRows;
import nl.onderstroom.server.tabular.Malformed;
import nl.onderstroom.server.tabular.TextSource;

/** The rows of a roster that is a text file. */
final class TextRows {
  private static final Charset OLD_WINDOWS = Charset.forName("windows-1252");

  private TextRows() {}

  static void read(TextSource source, RowTaker taker) throws IOException, Unreadable {
    try (CsvRows rows = CsvRows.open(source, TextRows::isHeading)) {
      for (var row = rows.next(); row.isPresent(); row = rows.next()) {
        taker.take(row.get().line(), row.get().cells());
      }
    } catch (Malformed malformed) {
      throw new Unreadable(problem(malformed));
    }
  }

  private static boolean isHeading(String cell) {
    return Column.of(CellText.tidy(cell)).isPresent();
  }

  private static RosterProblem problem(Malformed malformed) {
    int line = malformed.line();
    return switch (malformed.fault()) {
      case UTF_16 -> RosterProblem.ofFile("UTF-16", "utf-16");
      case NOT_UTF_8 ->
          // The character it was in the encoding that Excel used before UTF-8.
          RosterProblem.ofLine(
              line,
              new String(new byte[] {(byte) malformed.value()}, OLD_WINDOWS),
              "encoding",
              malformed.character(),
              "%02X".formatted(malformed.value()));
      case QUOTE_OPEN -> RosterProblem.ofLine(line, "\"", "quote-open");
      case QUOTE_FOLLOWED -> RosterProblem.ofLine(line, "\"", "quote-followed");
      case ROW_TOO_LONG ->
          RosterProblem.ofLine(line, "", "row-too-long", CsvRows.MOST_ROW_CHARACTERS);
    };
  }
}
