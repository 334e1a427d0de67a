package nl.onderstroom.server.landscape;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.onderstroom.server.shell.Words;
import nl.onderstroom.server.tabular.CsvRows;
import nl.onderstroom.server.tabular.Malformed;

/**
 * Something in a file that cannot be used: where, what was given, what was expected.
 *
 * @param line from 1; 0 when it is about the whole
 * @param column in cells, from 1; 0 when it is about the line
 * @param name heading of the column
 * @param given as it stands there, at most {@value #MOST_GIVEN} characters
 * @param key what was expected: the end of a message key
 * @param arguments of that message
 */
record Finding(
    Path file,
    int line,
    int column,
    String name,
    String given,
    String key,
    List<Object> arguments) {
  private static final int MOST_GIVEN = 60;
  private static final String EXPECTED = "landscape.expected.";

  Finding {
    given = given.length() <= MOST_GIVEN ? given : given.substring(0, MOST_GIVEN - 1) + "…";
    arguments = List.copyOf(arguments);
  }

  /** About a file as a whole, or a line of it. */
  static Finding of(Path file, int line, String given, String key, Object... arguments) {
    return new Finding(file, line, 0, "", given, key, List.of(arguments));
  }

  /** That a file is no text in UTF-8, or no CSV. */
  static Finding of(Path file, Malformed malformed) {
    int line = malformed.line();
    return switch (malformed.fault()) {
      case UTF_16 -> of(file, line, "UTF-16", "utf-16");
      case NOT_UTF_8 ->
          of(file, line, "0x%02X".formatted(malformed.value()), "utf-8", malformed.character());
      case QUOTE_OPEN -> of(file, line, "\"", "quote-open");
      case QUOTE_FOLLOWED -> of(file, line, "\"", "quote-followed");
      case ROW_TOO_LONG -> of(file, line, "", "row-length", CsvRows.MOST_ROW_CHARACTERS);
    };
  }

  /** {@code votes.csv, line 12, column 5 (vote): "2" given; expected 1, 0 or -1.} */
  String sentence(Words words) {
    String where =
        Stream.of(
                file.toString(),
                line == 0 ? "" : words.say("landscape.finding.line", Integer.toString(line)),
                column == 0
                    ? name
                    : words.say("landscape.finding.column", Integer.toString(column), name))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    String expected = words.say(EXPECTED + key, arguments.toArray());
    return given.isEmpty()
        ? words.say("landscape.finding.expected", where, expected)
        : words.say("landscape.finding.given", where, given, expected);
  }
}
