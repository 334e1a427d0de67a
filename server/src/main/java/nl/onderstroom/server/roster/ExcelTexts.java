package nl.onderstroom.server.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Texts of a workbook: those that cells share, and one within a cell. */
final class ExcelTexts {
  /** Every cell of the largest roster with a text of its own. */
  private static final int MOST_TEXTS = RosterReader.MOST_ROWS * 8;

  /** More than the longest path of units; a longer text is cut off, and refused for its length. */
  private static final int MOST_CHARACTERS = 10_000;

  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private ExcelTexts() {}

  static List<String> readShared(XMLStreamReader xml) throws XMLStreamException, Unreadable {
    var texts = new ArrayList<String>();
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si")) {
        texts.add(readRich(xml, "si"));
        if (texts.size() > MOST_TEXTS) {
          throw new Unreadable(RosterProblem.ofFile("", "too-many-rows", RosterReader.MOST_ROWS));
        }
      }
    }
    return texts;
  }

  /** All {@code t} up to the end of {@code element}, without the readings beside Asian names. */
  static String readRich(XMLStreamReader xml, String element) throws XMLStreamException {
    var text = new StringBuilder();
    boolean beside = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element)) {
        break;
      }
      if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
        boolean starts = event == XMLStreamConstants.START_ELEMENT;
        if (xml.getLocalName().equals("rPh")) {
          beside = starts;
        } else if (starts && xml.getLocalName().equals("t") && !beside) {
          text.append(readText(xml));
        }
      }
    }
    return text.toString();
  }

  /** What stands in the element that has just begun; a long text is cut off. */
  static String readText(XMLStreamReader xml) throws XMLStreamException {
    var text = new StringBuilder();
    int depth = 1;
    while (depth > 0 && xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (text.length() < MOST_CHARACTERS) {
            text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
          }
        }
        default -> {}
      }
    }
    text.setLength(Math.min(text.length(), MOST_CHARACTERS));
    return unescaped(text.toString());
  }

  /** A workbook writes a tab in a text as {@code _x0009_}. */
  private static String unescaped(String text) {
    return text.contains("_x")
        ? ESCAPE
            .matcher(text)
            .replaceAll(found ->
                java.util.regex.Matcher.quoteReplacement(
                    Character.toString(Integer.parseInt(found.group(1), 16))))
        : text;
  }
}
