package nl.onderstroom.server.roster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.onderstroom.server.tabular.FileKind;
import nl.onderstroom.server.tabular.TextSource;

/**
 * Reads a roster from a CSV or Excel file, by what is in it and not by its name. Either everything
 * is right or every fault is named, up to {@value ProblemList#MOST}.
 */
public final class RosterReader {
  public static final int MOST_MEBIBYTES = 20;
  public static final int MOST_ROWS = 200_000;
  static final int MOST_UNITS = 5_000;
  static final int MOST_DEPTH = 40;

  private final String wholeOrganisation;

  /**
   * @param wholeOrganisation name of the unit on top when the file names several side by side
   */
  public RosterReader(String wholeOrganisation) {
    this.wholeOrganisation = wholeOrganisation;
  }

  /**
   * @throws IOException when the file can't be read from the disk
   */
  public RosterReading read(Path file) throws IOException {
    if (Files.size(file) > (long) MOST_MEBIBYTES << 20) {
      return refused(RosterProblem.ofFile("", "file-too-large", MOST_MEBIBYTES));
    }
    TextSource source = TextSource.of(file);
    return switch (FileKind.of(source)) {
      case TEXT -> read(rows -> TextRows.read(source, rows));
      case WORKBOOK -> read(rows -> ExcelRows.read(file, rows));
      case OLD_WORKBOOK -> refused(RosterProblem.ofFile("", "excel-old"));
    };
  }

  /** Reads what {@link RosterCsv} wrote. */
  public RosterReading read(byte[] csv) {
    try {
      return read(rows -> TextRows.read(TextSource.of(csv), rows));
    } catch (IOException impossible) {
      throw new UncheckedIOException("Reading memory fails for no reason of its own.", impossible);
    }
  }

  /** Gives the rows of a file. */
  @FunctionalInterface
  private interface Rows {
    void giveTo(RowTaker taker) throws IOException, Unreadable;
  }

  private RosterReading read(Rows given) throws IOException {
    var problems = new ProblemList();
    try {
      var rows = new RosterRows(wholeOrganisation, problems);
      given.giveTo(rows);
      return rows.toReading();
    } catch (Unreadable unreadable) {
      unreadable.problems().forEach(problems::add);
      return problems.toProblems();
    }
  }

  private static RosterProblems refused(RosterProblem problem) {
    return new RosterProblems(List.of(problem), 0);
  }
}
