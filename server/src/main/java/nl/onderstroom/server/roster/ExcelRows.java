package nl.onderstroom.server.roster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xssf.eventusermodel.XSSFReader;

/**
 * The rows of the first sheet of an Excel workbook (.xlsx), read as a stream. Formulas are not
 * evaluated: a cell with one is refused.
 */
final class ExcelRows {
  private ExcelRows() {}

  static void read(Path file, RowTaker taker) throws IOException, Unreadable {
    try {
      ZipLimits.check(file);
      try (OPCPackage workbook = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
        readFirstSheet(new XSSFReader(workbook), taker);
      }
    } catch (IOException
        | OpenXML4JException
        | OpenXML4JRuntimeException
        | POIXMLException
        | XMLStreamException
        | IllegalArgumentException damaged) {
      throw new Unreadable(problem(damaged));
    }
  }

  private static RosterProblem problem(Exception damaged) {
    boolean isBomb = String.valueOf(damaged.getMessage()).contains("Zip bomb");
    return isBomb
        ? RosterProblem.ofFile("", "excel-inflates", ZipLimits.MOST_MEBIBYTES)
        : RosterProblem.ofFile("", "excel-damaged");
  }

  private static void readFirstSheet(XSSFReader workbook, RowTaker taker)
      throws IOException, OpenXML4JException, XMLStreamException, Unreadable {
    List<String> texts = List.of();
    try (InputStream shared = workbook.getSharedStringsData()) {
      if (shared != null) {
        texts = ExcelTexts.readShared(xml(shared));
      }
    }
    Iterator<InputStream> sheets = workbook.getSheetsData();
    if (!sheets.hasNext()) {
      throw new Unreadable(RosterProblem.ofFile("", "excel-damaged"));
    }
    try (InputStream sheet = sheets.next()) {
      new ExcelSheet(texts, new ExcelNumbers(workbook.getStylesTable()), taker).read(xml(sheet));
    }
  }

  /** A reader that fetches nothing from elsewhere and expands nothing. */
  private static XMLStreamReader xml(InputStream bytes) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory.createXMLStreamReader(bytes);
  }
}
