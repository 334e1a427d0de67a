package nl.onderstroom.server.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Roster files for tests: written, read, thrown away. */
public final class RosterFile {
  public static final String HEADING = "person,name,email,unit,lead,roles\n";

  private RosterFile() {}

  /** A heading and these lines. */
  public static RosterReading lines(String... lines) {
    return text(HEADING + String.join("\n", lines) + "\n");
  }

  public static RosterReading text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  public static RosterReading bytes(byte[] bytes) {
    try {
      Path file = Files.createTempFile("roster", ".test");
      try {
        Files.write(file, bytes);
        return new RosterReader("De hele organisatie").read(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  public static Roster roster(RosterReading reading) {
    assertThat(reading).isInstanceOf(Roster.class);
    return (Roster) reading;
  }

  public static List<RosterProblem> problems(RosterReading reading) {
    assertThat(reading).isInstanceOf(RosterProblems.class);
    return ((RosterProblems) reading).first();
  }

  /** The one problem of a file, in short: {@code 2 email "x" email-shape [..]}. */
  public static String problem(RosterReading reading) {
    List<RosterProblem> problems = problems(reading);
    assertThat(problems).hasSize(1);
    return inShort(problems.getFirst());
  }

  public static String inShort(RosterProblem problem) {
    for (Locale language : List.of(Locale.of("nl"), Locale.ENGLISH)) {
      assertThat(ResourceBundle.getBundle("nl.onderstroom.server.roster.messages", language))
          .as("words in %s", language)
          .matches(words -> words.containsKey("roster.problem." + problem.expected()));
    }
    return "%d %s \"%s\" %s %s"
        .formatted(
            problem.line(),
            problem.column(),
            problem.given(),
            problem.expected(),
            problem.arguments());
  }

  /** Changes a sheet before it is written. */
  public interface Work {
    void on(XSSFWorkbook workbook, XSSFSheet sheet);
  }

  public static byte[] workbook(Work work) {
    try (var workbook = new XSSFWorkbook();
        var bytes = new ByteArrayOutputStream()) {
      work.on(workbook, workbook.createSheet("Mensen"));
      workbook.write(bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  public static void row(XSSFSheet sheet, int line, String... cells) {
    var row = sheet.createRow(line - 1);
    for (int i = 0; i < cells.length; i++) {
      row.createCell(i).setCellValue(cells[i]);
    }
  }
}
