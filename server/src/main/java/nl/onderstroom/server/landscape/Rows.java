package nl.onderstroom.server.landscape;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import nl.onderstroom.server.tabular.CsvRows;
import nl.onderstroom.server.tabular.FileKind;
import nl.onderstroom.server.tabular.Malformed;
import nl.onderstroom.server.tabular.TextSource;

/**
 * One pass over a CSV file whose columns go by name. Collects what is wrong, up to {@link
 * UnusableVotes#MOST_FINDINGS}, and refuses the file at the end of the pass.
 */
final class Rows {
  /** A longer id is most likely something else. */
  static final int MOST_ID = 200;

  private static final int PROGRESS_ROWS = 1 << 14;

  private final Path file;
  private final List<Finding> findings = new ArrayList<>();
  private Headings headings;
  private CsvRows.Row row = new CsvRows.Row(0, List.of());

  /** What is done with a file: first its headings, then row by row. */
  interface Reader {
    void headings(Headings headings);

    void row(Rows row) throws IOException;
  }

  private Rows(Path file) {
    this.file = file;
    this.headings = new Headings(file, ',', List.of());
  }

  /**
   * @param known headings that the caller looks for
   * @param progress hears how many rows were read, now and then
   * @throws UnusableVotes with all that is wrong
   * @throws IOException when the file cannot be read
   */
  static void read(Path file, Set<String> known, Reader reader, LongConsumer progress)
      throws IOException {
    try (CsvRows csv = open(file, known)) {
      new Rows(file).read(csv, reader, progress);
    } catch (Malformed malformed) {
      throw new UnusableVotes(Finding.of(file, malformed));
    }
  }

  /** The headings only. */
  static Headings headings(Path file, Set<String> known) throws IOException {
    try (CsvRows csv = open(file, known)) {
      return Headings.of(file, csv);
    } catch (Malformed malformed) {
      throw new UnusableVotes(Finding.of(file, malformed));
    }
  }

  private static CsvRows open(Path file, Set<String> known) throws IOException, Malformed {
    TextSource source = TextSource.of(file);
    if (FileKind.of(source) != FileKind.TEXT) {
      throw new UnusableVotes(Finding.of(file, 0, "", "file-workbook"));
    }
    return CsvRows.open(source, heading -> Headings.is(known, heading));
  }

  private void read(CsvRows csv, Reader reader, LongConsumer progress)
      throws IOException, Malformed {
    headings = Headings.of(file, csv);
    reader.headings(headings);
    long count = 0;
    for (var next = csv.next();
        next.isPresent() && findings.size() < UnusableVotes.MOST_FINDINGS;
        next = csv.next()) {
      row = next.get();
      if (row.cells().size() == headings.count()) {
        reader.row(this);
      } else {
        findings.add(
            Finding.of(
                file, row.line(), Integer.toString(row.cells().size()), "cells", headings.count()));
      }
      if (++count % PROGRESS_ROWS == 0) {
        progress.accept(count);
      }
    }
    if (!findings.isEmpty()) {
      throw new UnusableVotes(findings);
    }
  }

  /** The cell in a column, without the space around it. */
  String cell(int column) {
    return row.cells().get(column).strip();
  }

  /** An id; when it is none, that is noted and the answer is empty. */
  String id(int column) {
    String id = cell(column);
    if (id.isEmpty()) {
      refuse(column, "id-blank");
    } else if (id.length() > MOST_ID) {
      refuse(column, "id-length", MOST_ID);
      return "";
    }
    return id;
  }

  /** Notes that a cell of this row is not what was expected. */
  void refuse(int column, String key, Object... arguments) {
    findings.add(
        new Finding(
            file,
            row.line(),
            column + 1,
            headings.names().get(column).strip(),
            cell(column),
            key,
            List.of(arguments)));
  }

  int line() {
    return row.line();
  }

  /** Refuses what is there but cannot be opened. */
  static void requireFile(Path file) {
    String key =
        Files.isDirectory(file)
            ? "file-is-folder"
            : !Files.exists(file) ? "file-absent" : Files.isReadable(file) ? "" : "file-unreadable";
    if (!key.isEmpty()) {
      throw new UnusableVotes(Finding.of(file, 0, "", key));
    }
  }
}
