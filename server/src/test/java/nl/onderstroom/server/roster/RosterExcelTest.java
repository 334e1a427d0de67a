package nl.onderstroom.server.roster;

import static nl.onderstroom.server.roster.RosterFile.bytes;
import static nl.onderstroom.server.roster.RosterFile.lines;
import static nl.onderstroom.server.roster.RosterFile.problem;
import static nl.onderstroom.server.roster.RosterFile.roster;
import static nl.onderstroom.server.roster.RosterFile.row;
import static nl.onderstroom.server.roster.RosterFile.workbook;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** A roster as an Excel workbook. */
class RosterExcelTest {

  private static void heading(XSSFSheet sheet) {
    row(sheet, 1, "person", "name", "email", "unit", "lead", "roles");
  }

  private static byte[] sheet(RosterFile.Work work) {
    return workbook((workbook, sheet) -> {
      heading(sheet);
      work.on(workbook, sheet);
    });
  }

  private static CellStyle style(XSSFWorkbook workbook, String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }

  @Test
  void readsTheSameAsText() {
    byte[] file =
        sheet((workbook, sheet) -> {
          row(sheet, 2, "1001", "Aïcha", "a@o.example", "Oever / Zorg", "yes", "leader");
          row(sheet, 5, "1002", "Sem", "", "Oever");
        });
    assertThat(bytes(file))
        .isEqualTo(lines("1001,Aïcha,a@o.example,Oever / Zorg,yes,leader", "1002,Sem,,Oever,,"));
  }

  @Test
  void readsNumbersAsTheyAreWrittenAndKeepsZerosInFront() {
    byte[] file =
        sheet((workbook, sheet) -> {
          row(sheet, 2, "", "Aïcha", "", "Oever");
          sheet.getRow(1).getCell(0).setCellValue(123456789012.0);
          row(sheet, 3, "", "Sem", "", "Oever");
          sheet.getRow(2).getCell(0).setCellValue(123);
          sheet.getRow(2).getCell(0).setCellStyle(style(workbook, "000000"));
          row(sheet, 4, "", "Noor", "", "Oever");
          sheet.getRow(3).getCell(0).setCellValue(1500);
          sheet.getRow(3).getCell(0).setCellStyle(style(workbook, "#,##0.00"));
          sheet.getRow(3).createCell(4).setCellValue(true);
        });
    assertThat(roster(bytes(file)).people())
        .extracting(RosterPerson::number)
        .containsExactly("000123", "123456789012", "1500");
  }

  @Test
  void evaluatesNoFormula() {
    byte[] file =
        sheet((workbook, sheet) -> {
          row(sheet, 2, "1", "A", "", "Oever");
          row(sheet, 3, "2", "B", "", "Oever");
          sheet.getRow(2).getCell(1).setCellFormula("CONCATENATE(\"A\",B2)");
        });
    assertThat(problem(bytes(file))).isEqualTo("3 name \"=CONCATENATE(\"A\",B2)\" formula-cell []");
  }

  @Test
  void refusesErrorsAndDates() {
    byte[] file =
        sheet((workbook, sheet) -> {
          row(sheet, 2, "1", "A", "", "x");
          sheet.getRow(1).getCell(3).setCellValue(45000);
          sheet.getRow(1).getCell(3).setCellStyle(style(workbook, "d-mmm"));
        });
    assertThat(problem(bytes(file))).isEqualTo("2 unit \"45000.0\" date-cell []");
    byte[] error =
        sheet((workbook, sheet) -> {
          row(sheet, 2, "1", "A", "", "x");
          sheet.getRow(1).getCell(3).setCellErrorValue((byte) 42);
        });
    assertThat(problem(bytes(error))).isEqualTo("2 unit \"#N/A\" error-cell []");
  }

  @Test
  void refusesFormulaTextsAndTabsHiddenInTheFile() {
    byte[] formula = sheet((workbook, sheet) -> row(sheet, 2, "1", "=1+1", "", "Oever"));
    assertThat(problem(bytes(formula))).isEqualTo("2 name \"=1+1\" formula-start []");
    byte[] tab = sheet((workbook, sheet) -> row(sheet, 2, "1", "A_x0009_B", "", "Oever"));
    assertThat(problem(bytes(tab))).isEqualTo("2 name \"AU+0009B\" control-character []");
  }

  @Test
  void refusesCellsBesideTheTable() {
    byte[] file = sheet((workbook, sheet) -> row(sheet, 2, "1", "A", "", "X", "", "", "note"));
    assertThat(problem(bytes(file))).startsWith("2 ").endsWith("ragged [7, 6]");
    byte[] far =
        sheet((workbook, sheet) -> {
          row(sheet, 2, "1", "A", "", "X");
          sheet.getRow(1).createCell(16_000).setCellValue("note");
        });
    assertThat(problem(bytes(far))).isEqualTo("2  \"note\" too-many-columns [100]");
  }

  @Test
  void tellsOldExcelAndDamagedFilesApart() {
    byte[] old = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0};
    assertThat(problem(bytes(old))).isEqualTo("0  \"\" excel-old []");
    byte[] whole = sheet((workbook, sheet) -> row(sheet, 2, "1", "A", "", "X"));
    for (int length : new int[] {5, whole.length / 2, whole.length - 30}) {
      byte[] part = java.util.Arrays.copyOf(whole, length);
      assertThat(problem(bytes(part))).isEqualTo("0  \"\" excel-damaged []");
    }
    assertThat(problem(bytes(replaced(whole, "xl/worksheets/sheet1.xml", "<worksheet><row"))))
        .isEqualTo("0  \"\" excel-damaged []");
  }

  @Test
  void fetchesNothingFromElsewhere() {
    byte[] whole = sheet((workbook, sheet) -> row(sheet, 2, "1", "A", "", "X"));
    String stranger =
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><worksheet><sheetData><row r=\"1\">"
            + "<c t=\"inlineStr\"><is><t>&x;</t></is></c></row></sheetData></worksheet>";
    assertThat(problem(bytes(replaced(whole, "xl/worksheets/sheet1.xml", stranger))))
        .doesNotContain(hostname());
  }

  private static String hostname() {
    try {
      return java.nio.file.Files.readString(java.nio.file.Path.of("/etc/hostname")).strip();
    } catch (IOException unknown) {
      return "no host has this name";
    }
  }

  @Test
  void stopsUnpackingABomb() {
    byte[] whole = sheet((workbook, sheet) -> row(sheet, 2, "1", "A", "", "X"));
    byte[] bomb = with(whole, "xl/worksheets/sheet1.xml", 300 << 20);
    assertThat(bomb.length).isLessThan(1 << 20);
    assertThat(problem(bytes(bomb))).isEqualTo("0  \"\" excel-inflates [256]");
    assertThat(problem(bytes(with(whole, "xl/styles.xml", 9 << 20))))
        .isEqualTo("0  \"\" excel-inflates [256]");
  }

  private static byte[] replaced(byte[] workbook, String part, String content) {
    return rewritten(workbook, part, zip -> zip.write(content.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] with(byte[] workbook, String part, int spaces) {
    byte[] chunk = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
    return rewritten(
        workbook,
        part,
        zip -> {
          for (int written = 0; written < spaces; written += chunk.length) {
            zip.write(chunk);
          }
        });
  }

  private interface Writing {
    void on(ZipOutputStream zip) throws IOException;
  }

  private static byte[] rewritten(byte[] workbook, String part, Writing writing) {
    var bytes = new ByteArrayOutputStream();
    try (var in = new ZipInputStream(new ByteArrayInputStream(workbook));
        var out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().equals(part)) {
          writing.on(out);
        } else {
          in.transferTo(out);
        }
      }
    } catch (IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
