package nl.onderstroom.server.conversation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.onderstroom.server.rounds.Label;
import nl.onderstroom.server.rounds.Questionnaire;

/**
 * Statements as somebody typed them, one a line.
 *
 * @param characters how many were typed
 * @param lines without empty ones
 */
record StatementsText(int characters, List<StatementsText.Line> lines) {
  static final int FEWEST = 2;

  /** The longest that can be right: all statements, and as much again for what is empty. */
  static final int MOST_CHARACTERS = 2 * Questionnaire.MOST_STATEMENTS * Label.MOST_CHARACTERS;

  /** Between words; also such spaces as come along from other programs. */
  private static final Pattern SPACES = Pattern.compile("[\\p{Cc}\\p{Z}\\s]+");

  /**
   * @param number from 1, empty lines counted
   */
  record Line(int number, String text) {}

  /**
   * What is wrong, for the page to say.
   *
   * @param key of the message
   * @param arguments line numbers and bounds, in the message's order
   */
  record Problem(String key, List<Object> arguments) {
    static Problem of(String key, Object... arguments) {
      return new Problem("conversation.new.statements." + key, List.of(arguments));
    }
  }

  static StatementsText of(String typed) {
    var lines = new ArrayList<Line>();
    if (typed.length() > MOST_CHARACTERS) {
      return new StatementsText(typed.length(), lines);
    }
    String[] all = typed.split("\\R", -1);
    for (int i = 0; i < all.length; i++) {
      String text = SPACES.matcher(all[i]).replaceAll(" ").strip();
      if (!text.isEmpty()) {
        lines.add(new Line(i + 1, text));
      }
    }
    return new StatementsText(typed.length(), lines);
  }

  boolean isTooLong() {
    return characters > MOST_CHARACTERS;
  }

  /** The first thing that is wrong. */
  Optional<Problem> problem() {
    if (isTooLong()) {
      return Optional.of(Problem.of("text", Questionnaire.MOST_STATEMENTS));
    }
    if (lines.size() < FEWEST || lines.size() > Questionnaire.MOST_STATEMENTS) {
      return Optional.of(Problem.of("number", lines.size(), FEWEST, Questionnaire.MOST_STATEMENTS));
    }
    Map<String, Integer> seen = new HashMap<>();
    for (Line line : lines) {
      if (line.text().length() > Label.MOST_CHARACTERS) {
        return Optional.of(
            Problem.of("long", line.number(), line.text().length(), Label.MOST_CHARACTERS));
      }
      Integer before = seen.putIfAbsent(line.text().toLowerCase(Locale.ROOT), line.number());
      if (before != null) {
        return Optional.of(Problem.of("twice", line.number(), before));
      }
    }
    return Optional.empty();
  }

  /** For what has no problem. */
  Questionnaire questionnaire() {
    return Questionnaire.conversation(lines.stream().map(line -> Label.of(line.text())).toList());
  }
}
