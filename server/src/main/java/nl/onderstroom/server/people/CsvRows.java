package nl.onderstroom.server.people;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.Iterator;

/**
 * The rows of a text file whose cells are separated by semicolons, commas or tabs (whichever the
 * heading uses most) and may stand between double quotes (RFC 4180).
 */
final class CsvRows {
  private static final String SEPARATORS = ";,\t";

  private CsvRows() {}

  static void read(byte[] bytes, RowTaker taker) throws Unreadable {
    String text = Utf8.read(bytes);
    Iterator<CsvRecord> records =
        CsvReader.builder()
            .fieldSeparator(separator(text))
            .allowUnclosedQuote(false)
            .allowExtraCharsAfterClosingQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .skipEmptyLines(true)
            .ofCsvRecord(text)
            .iterator();
    // Counted from the record before, because the parser stops at the record it can't read.
    int last = 0;
    try {
      while (records.hasNext()) {
        CsvRecord row = records.next();
        last = Math.toIntExact(row.getStartingLineNumber());
        taker.take(last, row.getFields());
      }
    } catch (CsvParseException malformed) {
      throw new Unreadable(malformed(malformed, last));
    }
  }

  private static RosterProblem malformed(CsvParseException problem, int lineBefore) {
    String message = messages(problem);
    int line = lineIn(message, lineBefore + 1);
    return message.contains("Unclosed")
        ? RosterProblem.ofLine(line, "\"", "quote-open")
        : RosterProblem.ofLine(line, "\"", "quote-followed");
  }

  private static String messages(Throwable problem) {
    return problem.getCause() == null
        ? String.valueOf(problem.getMessage())
        : problem.getMessage() + " " + problem.getCause().getMessage();
  }

  /** The parser tells the line in its message only. */
  private static int lineIn(String message, int otherwise) {
    var found = java.util.regex.Pattern.compile("line (\\d{1,9})").matcher(message);
    return found.find() ? Integer.parseInt(found.group(1)) : otherwise;
  }

  private static char separator(String text) {
    String heading = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    boolean quoted = false;
    int[] counts = new int[SEPARATORS.length()];
    for (int i = 0; i < heading.length(); i++) {
      char c = heading.charAt(i);
      quoted ^= c == '"';
      int which = SEPARATORS.indexOf(c);
      if (which >= 0 && !quoted) {
        counts[which]++;
      }
    }
    int most = 0;
    for (int i = 1; i < counts.length; i++) {
      most = counts[i] > counts[most] ? i : most;
    }
    return SEPARATORS.charAt(most);
  }
}
