package nl.onderstroom.server.history;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import nl.onderstroom.server.history.SurveyMap.MappedScale;
import nl.onderstroom.server.rounds.Question.Measured;

/**
 * Reads a file of answers: CSV in UTF-8, with a line of headings, separated by comma, semicolon or
 * tab. Each row is counted in its team at once and forgotten. Cost: one pass, and a second one when
 * a scale turns out to have decimals; memory: a tally for each team.
 */
final class SurveyFile {
  private static final int MOST_LINE_CHARACTERS = 1 << 20;
  private static final int PROGRESS_ROWS = 1 << 14;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final SurveySource source;
  private final SurveyMap map;
  private final Limits limits;
  private final Progress progress;

  /** How much may be read. */
  record Limits(long mostBytes, long mostRows) {
    static final Limits COMMAND_LINE = new Limits(500_000_000, 1_000_000);
    static final Limits BROWSER = new Limits(20_000_000, 1_000_000);
  }

  private SurveyFile(SurveySource source, SurveyMap map, Limits limits, Progress progress) {
    this.source = source;
    this.map = map;
    this.limits = limits;
    this.progress = progress;
  }

  /**
   * @throws UnusableSurvey with up to 100 problems, each with line and column
   */
  static Survey read(SurveySource source, SurveyMap map, Limits limits, Progress progress) {
    return new SurveyFile(source, map, limits, progress).read();
  }

  private Survey read() {
    if (source.sizeBytes() > limits.mostBytes()) {
      throw unusable(0, "file-size", limits.mostBytes() / 1_000_000);
    }
    try {
      char separator = separator();
      List<Numbers> numbers = new ArrayList<>();
      for (MappedScale scale : map.scales()) {
        int most = Measured.mostDecimals(scale.min(), scale.max());
        numbers.add(new Numbers(scale, separator != ',', most));
      }
      while (true) {
        SurveyRows rows = pass(separator, numbers);
        boolean again = false;
        for (Numbers each : numbers) {
          again |= each.hasLearnt();
        }
        if (!again) {
          return rows.survey();
        }
      }
    } catch (MalformedInputException e) {
      throw notUtf8();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof MalformedInputException) {
        throw notUtf8();
      }
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private char separator() throws IOException {
    try (InputStream in = source.open()) {
      byte[] start = in.readNBytes(4);
      if (start.length == 0) {
        throw unusable(0, "file-empty");
      }
      if (start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3) {
        throw unusable(0, "file-workbook");
      }
    }
    try (BufferedReader text = new BufferedReader(text())) {
      var line = new StringBuilder();
      for (int c = text.read(); c >= 0 && c != '\n' && c != '\r'; c = text.read()) {
        if (line.length() > MOST_LINE_CHARACTERS) {
          throw unusable(1, "line-length", MOST_LINE_CHARACTERS);
        }
        line.append((char) c);
      }
      return Separators.of(line.toString(), map.columns());
    }
  }

  private SurveyRows pass(char separator, List<Numbers> numbers) throws IOException {
    long line = 0;
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .skipEmptyLines(true)
            .maxBufferSize(MOST_LINE_CHARACTERS)
            .ofCsvRecord(text())) {
      Iterator<CsvRecord> records = reader.iterator();
      if (!records.hasNext()) {
        throw unusable(0, "file-empty");
      }
      CsvRecord first = records.next();
      Header header =
          Header.of(Math.toIntExact(first.getStartingLineNumber()), first.getFields(), map);
      line = first.getStartingLineNumber();
      var rows = new SurveyRows(map, header, numbers);
      long count = 0;
      while (!rows.isFull() && records.hasNext()) {
        CsvRecord row = records.next();
        line = row.getStartingLineNumber();
        if (++count > limits.mostRows()) {
          throw unusable(line, "rows", limits.mostRows());
        }
        rows.add(row);
        if (count % PROGRESS_ROWS == 0) {
          progress.at(count);
        }
      }
      rows.requireUsable();
      return rows;
    } catch (CsvParseException e) {
      // The library names the line of a quotation that never ends in words only.
      throw unusable(line + 1, "csv", String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT));
    }
  }

  private Reader text() throws IOException {
    var text = new BufferedReader(new InputStreamReader(source.open(), Utf8.strict()), 1 << 16);
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return text;
  }

  private UnusableSurvey notUtf8() {
    try (InputStream in = source.open()) {
      Utf8.BadByte bad = Utf8.firstBad(in);
      return new UnusableSurvey(
          List.of(
              new Finding(
                  Finding.Source.ANSWERS,
                  bad.line(),
                  0,
                  "",
                  "0x%02X".formatted(bad.value()),
                  "utf-8",
                  List.of(bad.character()))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UnusableSurvey unusable(long line, String key, Object... arguments) {
    return new UnusableSurvey(
        List.of(
            new Finding(
                Finding.Source.ANSWERS,
                Math.toIntExact(line),
                0,
                "",
                "",
                key,
                List.of(arguments))));
  }
}
