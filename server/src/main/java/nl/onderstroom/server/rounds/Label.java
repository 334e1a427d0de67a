package nl.onderstroom.server.rounds;

import java.util.Locale;

/**
 * What somebody else called something, in both languages.
 *
 * @param dutch 1 to 200 characters
 * @param english likewise; the same as {@code dutch} when there was only one
 */
public record Label(String dutch, String english) {
  public static final int MOST_CHARACTERS = 200;

  public Label {
    for (String text : new String[] {dutch, english}) {
      if (text.isBlank() || text.length() > MOST_CHARACTERS) {
        throw new IllegalArgumentException(
            "The label \"%s\" has %d characters; give 1 to %d"
                .formatted(text, text.length(), MOST_CHARACTERS));
      }
    }
  }

  /** The same words in both languages. */
  public static Label of(String text) {
    return new Label(text, text);
  }

  public String in(Locale language) {
    return language.getLanguage().equals("en") ? english : dutch;
  }
}
