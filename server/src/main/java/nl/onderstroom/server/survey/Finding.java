package nl.onderstroom.server.survey;

import java.util.List;
import java.util.stream.Stream;
import nl.onderstroom.server.shell.Problem;
import nl.onderstroom.server.shell.Words;
import nl.onderstroom.server.tabular.CsvRows;
import nl.onderstroom.server.tabular.Malformed;

/**
 * Something in a map or a file of answers that cannot be used: where, what was given, what was
 * expected.
 *
 * @param source the map or the answers
 * @param line from 1; 0 when it is about the whole
 * @param column from 1, in characters for a map and in cells for answers; 0 when it is about the
 *     line
 * @param name heading of the column, or the place in the map as in {@code scales.joy.min}
 * @param given as it stands there, at most {@value #MOST_GIVEN} characters
 * @param key what was expected: the end of a message key
 * @param arguments of that message
 */
public record Finding(
    Source source,
    int line,
    int column,
    String name,
    String given,
    String key,
    List<Object> arguments) {
  private static final int MOST_GIVEN = 60;
  private static final String EXPECTED = "survey.expected.";

  /** What is being read. */
  public enum Source {
    MAP,
    ANSWERS
  }

  public Finding {
    given = given.length() <= MOST_GIVEN ? given : given.substring(0, MOST_GIVEN - 1) + "…";
    arguments = List.copyOf(arguments);
  }

  /** About a file as a whole, or a line of it. */
  static Finding of(Source source, int line, String given, String key, Object... arguments) {
    return new Finding(source, line, 0, "", given, key, List.of(arguments));
  }

  /** That a file is no text in UTF-8, or no CSV. */
  static Finding of(Source source, Malformed malformed) {
    int line = malformed.line();
    return switch (malformed.fault()) {
      case UTF_16 -> of(source, line, "UTF-16", "utf-16");
      case NOT_UTF_8 ->
          of(source, line, "0x%02X".formatted(malformed.value()), "utf-8", malformed.character());
      case QUOTE_OPEN -> of(source, line, "\"", "quote-open");
      case QUOTE_FOLLOWED -> of(source, line, "\"", "quote-followed");
      case ROW_TOO_LONG -> of(source, line, "", "row-length", CsvRows.MOST_ROW_CHARACTERS);
    };
  }

  Problem problem(Words words) {
    return new Problem(line, place(words), given, expected(words));
  }

  /** {@code answers.csv, line 12, column 3 (LEAD01): "6" given; expected a number from 1 to 5.} */
  public String sentence(Words words, String file) {
    String where =
        Stream.of(
                file,
                line == 0 ? "" : words.say("survey.finding.line", Integer.toString(line)),
                place(words))
            .filter(part -> !part.isEmpty())
            .reduce((before, after) -> before + ", " + after)
            .orElse(file);
    return given.isEmpty()
        ? words.say("survey.finding.expected", where, expected(words))
        : words.say("survey.finding.given", where, given, expected(words));
  }

  private String place(Words words) {
    if (column == 0) {
      return name;
    }
    return name.isEmpty()
        ? words.say("survey.finding.column", Integer.toString(column))
        : words.say("survey.finding.named-column", Integer.toString(column), name);
  }

  private String expected(Words words) {
    return words.say(EXPECTED + key, arguments.toArray());
  }
}
