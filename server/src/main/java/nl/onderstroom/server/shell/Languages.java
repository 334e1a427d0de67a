package nl.onderstroom.server.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The languages the product speaks: Dutch first, English complete. */
@Component
public final class Languages {
  public static final Locale DUTCH = Locale.of("nl");
  public static final Locale ENGLISH = Locale.of("en");
  static final List<Locale> ALL = List.of(DUTCH, ENGLISH);

  private final MessageSource messages;

  Languages(MessageSource messages) {
    this.messages = messages;
  }

  /**
   * The languages where no server runs, as on the command line.
   *
   * @throws java.io.UncheckedIOException if the words cannot be read
   */
  public static Languages withoutServer() {
    try {
      return new Languages(ShellConfiguration.messageSource());
    } catch (IOException e) {
      throw new UncheckedIOException("The words of the product cannot be read.", e);
    }
  }

  public Words words(Locale locale) {
    return new Words(messages, ALL.contains(locale) ? locale : DUTCH);
  }

  /**
   * The language whose tag is {@code tag} ({@code nl}, {@code en}); Dutch when there is no such.
   */
  public static Locale named(String tag) {
    return ALL.stream().filter(each -> each.getLanguage().equals(tag)).findFirst().orElse(DUTCH);
  }
}
