package nl.onderstroom.server.history;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Collection;
import java.util.List;

/** What stands between the cells of a file: a comma, a semicolon or a tab. */
final class Separators {
  private static final List<Character> KNOWN = List.of(',', ';', '\t');

  private Separators() {}

  /**
   * The one that finds most of the wanted headings in the first line; else that makes most cells.
   */
  static char of(String firstLine, Collection<String> wanted) {
    char best = ',';
    long most = -1;
    for (char separator : KNOWN) {
      List<String> cells = cells(firstLine, separator);
      long found = cells.stream().filter(wanted::contains).count();
      long score = found * 100_000 + cells.size();
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
      for (CsvRecord cells : reader) {
        return cells.getFields().stream().map(String::strip).toList();
      }
    } catch (CsvParseException | java.io.IOException e) {
      return List.of();
    }
    return List.of();
  }
}
