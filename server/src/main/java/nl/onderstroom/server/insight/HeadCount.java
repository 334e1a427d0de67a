package nl.onderstroom.server.insight;

import java.util.OptionalLong;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.server.shell.Words;

/**
 * Numbers of people in words. Where it is not told how many took part, no number of people who
 * answered a question is told either: it would say the same.
 *
 * @param respondents who took part; empty where that is not told
 */
public record HeadCount(Words words, Floors floors, OptionalLong respondents) {

  /** To begin a sentence with. */
  public String all() {
    return respondents.isPresent()
        ? words.number((double) respondents.getAsLong(), 0)
        : words.say("insight.at-least", floors.numbers());
  }

  /**
   * In a table.
   *
   * @param n people who answered, at least the floor for numbers
   */
  public String of(long n) {
    return respondents.isPresent()
        ? words.number((double) n, 0)
        : words.say("insight.at-least.short", floors.numbers());
  }
}
