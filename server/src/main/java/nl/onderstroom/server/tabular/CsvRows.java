package nl.onderstroom.server.tabular;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows of a text file, one after the other: cells between commas, semicolons or tabs, whichever
 * makes most sense of the headings, and perhaps between double quotes (RFC 4180). Empty lines are
 * passed over. Keeps one row at a time.
 */
public final class CsvRows implements AutoCloseable {
  /** A longer row is refused: most likely its quotation never ends. */
  public static final int MOST_ROW_CHARACTERS = 1 << 20;

  private static final Pattern LINE = Pattern.compile("line (\\d{1,9})");

  private final TextSource source;
  private final char separator;
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private int line;

  /**
   * A row.
   *
   * @param line where it begins in the file, from 1
   * @param cells as they stand there; rows need not have the same number
   */
  public record Row(int line, List<String> cells) {}

  private CsvRows(TextSource source, char separator, BufferedReader text) {
    this.source = source;
    this.separator = separator;
    this.reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .allowUnclosedQuote(false)
            .allowExtraCharsAfterClosingQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .skipEmptyLines(true)
            .maxBufferSize(MOST_ROW_CHARACTERS)
            .ofCsvRecord(text);
    this.records = reader.iterator();
  }

  /**
   * @param isHeading whether a cell of the first line is one that the caller knows
   * @throws Malformed when the file is no text in UTF-8
   * @throws IOException when it can't be read
   */
  public static CsvRows open(TextSource source, Predicate<String> isHeading)
      throws Malformed, IOException {
    return new CsvRows(source, Separators.of(headings(source), isHeading), Utf8.open(source));
  }

  /** The first line that is not blank. */
  private static String headings(TextSource source) throws Malformed, IOException {
    try (BufferedReader text = Utf8.open(source)) {
      var line = new StringBuilder();
      int lines = 1;
      for (int c = text.read(); c >= 0; c = text.read()) {
        if (c != '\n' && c != '\r') {
          line.append((char) c);
        } else if (line.toString().isBlank()) {
          lines++;
          line.setLength(0);
        } else {
          break;
        }
        if (line.length() > MOST_ROW_CHARACTERS) {
          throw Malformed.ofLine(Malformed.Fault.ROW_TOO_LONG, lines);
        }
      }
      return line.toString();
    } catch (CharacterCodingException other) {
      throw Utf8.firstBad(source);
    }
  }

  /** What stands between the cells. */
  public char separator() {
    return separator;
  }

  /**
   * The next row, the headings first; empty when there are no more.
   *
   * @throws Malformed when the file can't be understood any further
   * @throws IOException when it can't be read
   */
  public Optional<Row> next() throws Malformed, IOException {
    try {
      if (!records.hasNext()) {
        return Optional.empty();
      }
      CsvRecord row = records.next();
      line = Math.toIntExact(row.getStartingLineNumber());
      return Optional.of(new Row(line, row.getFields()));
    } catch (CsvParseException malformed) {
      throw malformed(malformed);
    } catch (UncheckedIOException unreadable) {
      if (unreadable.getCause() instanceof CharacterCodingException) {
        throw Utf8.firstBad(source);
      }
      throw unreadable.getCause();
    }
  }

  /** The parser tells what and where in its messages only; it stops at the row after the last. */
  private Malformed malformed(CsvParseException problem) {
    var messages = new StringBuilder();
    for (Throwable each = problem; each != null; each = each.getCause()) {
      messages.append(each.getMessage()).append(' ');
    }
    Matcher named = LINE.matcher(messages);
    int at = named.find() ? Integer.parseInt(named.group(1)) : line + 1;
    if (messages.indexOf("Unclosed") >= 0) {
      return Malformed.ofLine(Malformed.Fault.QUOTE_OPEN, at);
    }
    return Malformed.ofLine(
        messages.indexOf("buffer") >= 0
            ? Malformed.Fault.ROW_TOO_LONG
            : Malformed.Fault.QUOTE_FOLLOWED,
        at);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
