package nl.onderstroom.server.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellReference;

/** Hands on the rows of one sheet, each at least as wide as the first. */
final class ExcelSheet {
  private static final int MOST_COLUMNS = 100;

  private final List<String> texts;
  private final ExcelNumbers numbers;
  private final RowTaker taker;
  private int width;

  ExcelSheet(List<String> texts, ExcelNumbers numbers, RowTaker taker) {
    this.texts = texts;
    this.numbers = numbers;
    this.taker = taker;
  }

  /** A cell that is no text: what stands there and why that is refused. */
  private record Refused(int cell, String given, String expected) {}

  private record Cell(String text, Optional<Refused> refused) {
    static Cell of(String text) {
      return new Cell(text, Optional.empty());
    }

    static Cell refused(int cell, String given, String expected) {
      return new Cell("", Optional.of(new Refused(cell, given, expected)));
    }
  }

  void read(XMLStreamReader xml) throws XMLStreamException, Unreadable {
    int line = 0;
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
        line = number(xml.getAttributeValue(null, "r"), line + 1);
        readRow(xml, line);
      }
    }
  }

  private void readRow(XMLStreamReader xml, int line) throws XMLStreamException, Unreadable {
    var cells = new ArrayList<String>();
    var refused = new ArrayList<Refused>();
    int next = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
        break;
      }
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
        int index = index(xml, next);
        Cell cell = readCell(xml, index);
        cell.refused().ifPresent(refused::add);
        put(line, cells, index, cell.text());
        next = index + 1;
      }
    }
    handOn(line, cells, refused);
  }

  private void handOn(int line, List<String> cells, List<Refused> refused) throws Unreadable {
    for (Refused each : refused) {
      taker.refuse(line, each.cell(), each.given(), each.expected());
    }
    if (refused.isEmpty() && cells.stream().anyMatch(cell -> !cell.isBlank())) {
      width = width == 0 ? cells.size() : width;
      while (cells.size() < width) {
        cells.add("");
      }
      taker.take(line, cells);
    }
  }

  private static void put(int line, List<String> cells, int index, String text) throws Unreadable {
    if (text.isBlank()) {
      return;
    }
    if (index >= MOST_COLUMNS) {
      throw new Unreadable(RosterProblem.ofLine(line, text, "too-many-columns", MOST_COLUMNS));
    }
    while (cells.size() <= index) {
      cells.add("");
    }
    cells.set(index, text);
  }

  private Cell readCell(XMLStreamReader xml, int index) throws XMLStreamException, Unreadable {
    String type = xml.getAttributeValue(null, "t") == null ? "n" : xml.getAttributeValue(null, "t");
    int style = number(xml.getAttributeValue(null, "s"), 0);
    String value = "";
    String formula = "";
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
        break;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "f" -> formula = "=" + ExcelTexts.readText(xml);
          case "v" -> value = ExcelTexts.readText(xml);
          case "is" -> value = ExcelTexts.readRich(xml, "is");
          default -> {}
        }
      }
    }
    return formula.isEmpty()
        ? cell(type, style, value, index)
        : Cell.refused(index, formula, "formula-cell");
  }

  private Cell cell(String type, int style, String value, int index) throws Unreadable {
    return switch (type) {
      case "s" -> Cell.of(value.isBlank() ? "" : shared(number(value, -1)));
      case "inlineStr", "str" -> Cell.of(value);
      case "b" -> Cell.of(value.equals("1") ? "true" : "false");
      case "e" -> Cell.refused(index, value, "error-cell");
      case "d" -> Cell.refused(index, value, "date-cell");
      default ->
          value.isBlank()
              ? Cell.of("")
              : numbers
                  .text(value, style)
                  .map(Cell::of)
                  .orElseGet(() -> Cell.refused(index, value, "date-cell"));
    };
  }

  private String shared(int index) throws Unreadable {
    if (index < 0 || index >= texts.size()) {
      throw new Unreadable(RosterProblem.ofFile("", "excel-damaged"));
    }
    return texts.get(index);
  }

  /** From a reference such as C7; without one, cells follow each other. */
  private static int index(XMLStreamReader xml, int next) {
    String reference = xml.getAttributeValue(null, "r");
    int column = reference == null ? next : new CellReference(reference).getCol();
    return column < 0 ? next : column;
  }

  private static int number(String text, int otherwise) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException absent) {
      return otherwise;
    }
  }
}
