package nl.onderstroom.server.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.onderstroom.server.shell.Words;
import nl.onderstroom.server.tabular.CsvRows;
import nl.onderstroom.server.tabular.Malformed;

/**
 * Something in the file that cannot be used.
 *
 * @param line from 1; 0 when it is about the whole
 * @param column its name; empty when it is about the line
 * @param given as it stands there
 * @param key what was expected: the end of a message key
 * @param arguments of that message
 */
record Finding(int line, String column, String given, String key, List<Object> arguments) {
  private static final int MOST_GIVEN = 60;

  Finding {
    given = given.length() <= MOST_GIVEN ? given : given.substring(0, MOST_GIVEN - 1) + "…";
    arguments = List.copyOf(arguments);
  }

  static Finding of(int line, String given, String key, Object... arguments) {
    return new Finding(line, "", given, key, List.of(arguments));
  }

  /** That a file is no text in UTF-8, or no CSV. */
  static Finding of(Malformed malformed) {
    int line = malformed.line();
    return switch (malformed.fault()) {
      case UTF_16 -> of(line, "UTF-16", "utf-8");
      case NOT_UTF_8 -> of(line, "0x%02X".formatted(malformed.value()), "utf-8");
      case QUOTE_OPEN -> of(line, "\"", "quote-open");
      case QUOTE_FOLLOWED -> of(line, "\"", "quote-followed");
      case ROW_TOO_LONG -> of(line, "", "row-length", CsvRows.MOST_ROW_CHARACTERS);
    };
  }

  String sentence(Words words, Path file) {
    String where =
        Stream.of(
                file.toString(),
                line == 0 ? "" : words.say("audit.finding.line", Integer.toString(line)),
                column.isEmpty() ? "" : words.say("audit.finding.column", column))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    String expected = words.say("audit.expected." + key, arguments.toArray());
    return given.isEmpty()
        ? words.say("audit.finding.expected", where, expected)
        : words.say("audit.finding.given", where, given, expected);
  }
}
