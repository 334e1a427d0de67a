package nl.onderstroom.server.people;

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
    String text = isPlain(raw) ? raw : Normalizer.normalize(raw, Normalizer.Form.NFC);
    return isSpaced(text) ? SPACES.matcher(text).replaceAll(" ").strip() : text;
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c < 0x300);
  }

  private static boolean isSpaced(String text) {
    int last = text.length() - 1;
    return text.chars().anyMatch(c -> c != ' ' && (Character.isWhitespace(c) || c == 0xa0))
        || text.contains("  ")
        || (last >= 0 && (text.charAt(0) == ' ' || text.charAt(last) == ' '));
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
