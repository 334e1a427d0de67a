package nl.onderstroom.server.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.NullMarked;

/** The product's words as every page has them, without a server. */
@NullMarked
public final class Spoken {
  private Spoken() {}

  /** All rooms' words in the language with this tag: nl or en. */
  public static Words in(String language) {
    try {
      return new Languages(ShellConfiguration.messageSource()).words(Languages.named(language));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
