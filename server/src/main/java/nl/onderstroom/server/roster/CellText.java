package nl.onderstroom.server.roster;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** What any cell must keep to, and the one spelling in which its text is kept. */
final class CellText {
  static final int MOST_CHARACTERS = 200;

  /**
   * A text that begins with one of these is run as a formula by a spreadsheet, also in its
   * full-width form. Source: OWASP, CSV Injection.
   */
  private static final String FORMULA_STARTS = "=+-@＝＋－＠";

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

  private CellText() {}

  /**
   * Why this cell is refused: the last part of a message key; empty when it is fine. Its length is
   * not looked at.
   */
  static Optional<String> findFault(String raw) {
    if (isTidyAscii(raw)) {
      return startsFormula(raw) ? Optional.of("formula-start") : Optional.empty();
    }
    if (startsFormula(raw)) {
      return Optional.of("formula-start");
    }
    return raw.codePoints().anyMatch(CellText::isUnseen)
        ? Optional.of("control-character")
        : Optional.empty();
  }

  static boolean startsFormula(String raw) {
    String text = tidy(raw);
    return (!raw.isEmpty() && "\t\r".indexOf(raw.charAt(0)) >= 0)
        || (!text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0);
  }

  /** Composed characters, single spaces, none at the ends. */
  static String tidy(String raw) {
    return isTidyAscii(raw)
        ? raw
        : SPACES.matcher(Normalizer.normalize(raw, Normalizer.Form.NFC)).replaceAll(" ").strip();
  }

  /** Most cells are, and need no further look. */
  private static boolean isTidyAscii(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) {
        return false;
      }
      before = c;
    }
    return text.isEmpty() || before != ' ';
  }

  /** Control characters, line breaks, and marks that turn the direction of writing. */
  static boolean isUnseen(int point) {
    return Character.isISOControl(point)
        || (point >= 0x2028 && point <= 0x202e)
        || (point >= 0x2066 && point <= 0x2069)
        || point == 0x200e
        || point == 0x200f
        || point == 0xfeff
        || (point >= 0xd800 && point <= 0xdfff)
        || (point & 0xfffe) == 0xfffe;
  }
}
