package nl.onderstroom.server.answers;

import java.nio.charset.StandardCharsets;

/**
 * What somebody wrote in a round, in their own words: kept apart from all answers, and known by a
 * ballot of its own.
 *
 * @param text not blank, at most {@value #MOST_CHARACTERS} characters; lines, but nothing else that
 *     cannot be seen
 */
public record Worry(String text) implements Content {
  /** As a browser counts them: in UTF-16. */
  public static final int MOST_CHARACTERS = 400;

  /** In UTF-8. */
  static final int MOST_BYTES = 3 * MOST_CHARACTERS;

  /**
   * @throws IllegalArgumentException if it is blank or too long
   */
  public Worry {
    text = text.replace("\r\n", "\n").replaceAll("[\\p{Cc}\\p{Cf}&&[^\n]]", " ").strip();
    if (text.isEmpty() || text.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "a text of %d characters; expected 1 to %d".formatted(text.length(), MOST_CHARACTERS));
    }
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
