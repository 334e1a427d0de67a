package nl.onderstroom.server.roster;

import java.util.List;
import nl.onderstroom.server.shell.Problem;
import nl.onderstroom.server.shell.Words;

/**
 * Something in a roster file that we can't accept.
 *
 * @param line in the file, from 1; 0 when it is about the file as a whole
 * @param column heading of the column as the file writes it; empty when it is about the whole line
 * @param given what stands there, shortened
 * @param expected what should stand there: the last part of a message key
 * @param arguments what is filled into those words
 */
public record RosterProblem(
    int line, String column, String given, String expected, List<Object> arguments) {
  private static final int SHOWN_CHARACTERS = 60;

  public RosterProblem {
    given = shown(given);
    arguments = List.copyOf(arguments);
  }

  static RosterProblem ofFile(String given, String expected, Object... arguments) {
    return new RosterProblem(0, "", given, expected, List.of(arguments));
  }

  static RosterProblem ofLine(int line, String given, String expected, Object... arguments) {
    return new RosterProblem(line, "", given, expected, List.of(arguments));
  }

  public Problem inWords(Words words) {
    return new Problem(
        line, column, given, words.say("roster.problem." + expected, arguments.toArray()));
  }

  /** {@code line 7, column "naam", "=2+5": expected …}. */
  public String inOneLine(Words words) {
    var text = new StringBuilder();
    if (line > 0) {
      text.append("line ").append(line);
      text.append(column.isEmpty() ? "" : ", column \"" + column + "\"").append(": ");
    }
    text.append(given.isEmpty() ? "" : "given \"" + given + "\"; ");
    return text.append(inWords(words).expected()).toString();
  }

  /**
   * At most {@value #SHOWN_CHARACTERS} characters, what can't be seen written as {@code U+0009}.
   */
  private static String shown(String text) {
    var shown = new StringBuilder();
    int end =
        Math.min(
            text.length(),
            text.offsetByCodePoints(
                0, Math.min(SHOWN_CHARACTERS, text.codePointCount(0, text.length()))));
    text.substring(0, end)
        .codePoints()
        .forEach(point -> {
          if (CellText.isUnseen(point)) {
            shown.append("U+%04X".formatted(point));
          } else {
            shown.appendCodePoint(point);
          }
        });
    return end < text.length() ? shown.append('…').toString() : shown.toString();
  }
}
