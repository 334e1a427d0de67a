package nl.onderstroom.server.tabular;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/** What stands between the cells of a file: a comma, a semicolon or a tab. */
final class Separators {
  private static final List<Character> KNOWN = List.of(';', ',', '\t');

  /** More than a line of headings has cells. */
  private static final long ONE_KNOWN_HEADING = CsvRows.MOST_ROW_CHARACTERS;

  private Separators() {}

  /** The one that finds most known headings; among those, the one that makes most cells. */
  static char of(String headings, Predicate<String> known) {
    char best = ',';
    long most = 1;
    for (char separator : KNOWN) {
      List<String> cells = cells(headings, separator);
      long score = cells.stream().filter(known).count() * ONE_KNOWN_HEADING + cells.size();
      if (score > most) {
        most = score;
        best = separator;
      }
    }
    return best;
  }

  private static List<String> cells(String line, char separator) {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().fieldSeparator(separator).ofCsvRecord(line)) {
      for (CsvRecord row : reader) {
        return row.getFields().stream().map(String::strip).toList();
      }
    } catch (CsvParseException | IOException notThisOne) {
      return List.of();
    }
    return List.of();
  }
}
