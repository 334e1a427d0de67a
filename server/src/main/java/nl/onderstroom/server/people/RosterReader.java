package nl.onderstroom.server.people;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads a roster from a CSV or Excel file, by what is in it and not by its name. Either everything
 * is right or every fault is named, up to {@value ProblemList#MOST}.
 */
final class RosterReader {
  static final int MOST_MEBIBYTES = 20;
  static final int MOST_ROWS = 200_000;
  static final int MOST_UNITS = 5_000;
  static final int MOST_DEPTH = 40;

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLD_EXCEL = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

  private final String wholeOrganisation;

  /**
   * @param wholeOrganisation name of the unit on top when the file names several side by side
   */
  RosterReader(String wholeOrganisation) {
    this.wholeOrganisation = wholeOrganisation;
  }

  /**
   * @throws IOException when the file can't be read from the disk
   */
  RosterReading read(Path file) throws IOException {
    var problems = new ProblemList();
    try {
      long bytes = Files.size(file);
      if (bytes > (long) MOST_MEBIBYTES << 20) {
        throw new Unreadable(RosterProblem.ofFile("", "file-too-large", MOST_MEBIBYTES));
      }
      var rows = new RosterRows(wholeOrganisation, problems);
      readRows(file, rows);
      return rows.toReading();
    } catch (Unreadable unreadable) {
      unreadable.problems().forEach(problems::add);
      return problems.toProblems();
    }
  }

  /** Reads what {@link RosterCsv} wrote. */
  RosterReading read(byte[] csv) {
    var problems = new ProblemList();
    try {
      var rows = new RosterRows(wholeOrganisation, problems);
      CsvRows.read(csv, rows);
      return rows.toReading();
    } catch (Unreadable unreadable) {
      unreadable.problems().forEach(problems::add);
      return problems.toProblems();
    }
  }

  private static void readRows(Path file, RowTaker rows) throws IOException, Unreadable {
    byte[] start = start(file);
    if (startsWith(start, OLD_EXCEL)) {
      throw new Unreadable(RosterProblem.ofFile("", "excel-old"));
    }
    if (startsWith(start, ZIP)) {
      ExcelRows.read(file, rows);
    } else {
      CsvRows.read(Files.readAllBytes(file), rows);
    }
  }

  private static byte[] start(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return bytes.readNBytes(ZIP.length);
    }
  }

  private static boolean startsWith(byte[] bytes, byte[] wanted) {
    return Arrays.equals(bytes, wanted);
  }
}
