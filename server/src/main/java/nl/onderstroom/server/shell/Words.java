package nl.onderstroom.server.shell;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;

/**
 * The product's words in one language. Every text a person reads comes from a room's {@code
 * messages_nl.properties} and {@code messages_en.properties}; a key that is missing is an error,
 * not an empty space.
 */
public final class Words {
  private final MessageSource messages;
  private final Locale locale;

  Words(MessageSource messages, Locale locale) {
    this.messages = messages;
    this.locale = locale;
  }

  /**
   * The text of {@code key} with {@code {0}}, {@code {1}} … filled in.
   *
   * @throws org.springframework.context.NoSuchMessageException when the key has no text
   */
  public String say(String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale);
  }

  /** The text of {@code key}, or {@code otherwise} when there is none. */
  public String sayOr(String key, String otherwise, Object... arguments) {
    String text = messages.getMessage(key, arguments, otherwise, locale);
    return text == null ? otherwise : text;
  }

  /**
   * {@code value} with exactly {@code decimals} decimals, rounded half to even, a minus sign that
   * reads as one, and an en dash when it is not a number.
   */
  public String number(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(value).replace('-', '−');
  }

  /** A day in words: 3 maart 2026, 3 March 2026. */
  public String date(LocalDate day) {
    return day.format(DateTimeFormatter.ofPattern("d MMMM uuuu", locale));
  }

  public Locale locale() {
    return locale;
  }
}
