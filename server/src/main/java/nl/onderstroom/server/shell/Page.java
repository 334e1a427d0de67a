package nl.onderstroom.server.shell;

import java.time.LocalDate;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/**
 * What every page knows: its words, its visitor, its own path and the token that its forms send
 * back. Controllers take it as an argument and answer with {@link #screen}.
 *
 * @param notice message key of a one-line result of what the visitor just did; empty when none
 * @param anonymous whether it is where people answer, and nobody is anybody
 */
public record Page(
    Words words, Visitor visitor, String path, Csrf csrf, String notice, boolean anonymous) {

  /** The anti-forgery token of this visit: parameter name and value. */
  public record Csrf(String parameter, String token) {
    static final Csrf NONE = new Csrf("_csrf", "");
  }

  /** Where people sign in. */
  public Page(Words words, Visitor visitor, String path, Csrf csrf, String notice) {
    this(words, visitor, path, csrf, notice, false);
  }

  /** {@code link}; with the reader's language in it where there are no cookies. */
  public String keep(String link) {
    return anonymous ? in(link, language()) : link;
  }

  /** The page itself in this language. */
  String in(String language) {
    return in(path, language);
  }

  private static String in(String path, String language) {
    return path + "?" + Pages.LANGUAGE_PARAMETER + "=" + language;
  }

  public String say(String key, Object... arguments) {
    return words.say(key, arguments);
  }

  public Locale locale() {
    return words.locale();
  }

  public String language() {
    return words.locale().getLanguage();
  }

  /** The result of what the visitor just did; empty when there is none or its key has no words. */
  String noticeText() {
    return notice.isEmpty() ? "" : words.sayOr("notice." + notice, "");
  }

  /** {@code value} in the reader's language with exactly {@code decimals} decimals: 1.234,5. */
  public String number(double value, int decimals) {
    return words.number(value, decimals);
  }

  /** {@code share} (0 to 1) as a whole percentage: 0.63 is 63%. */
  public String percent(double share) {
    return words.number(share * 100, 0) + "%";
  }

  /** A day in words: 3 maart 2026. */
  public String date(LocalDate day) {
    return words.date(day);
  }

  /** Whether {@code destination} leads to this page or to one above it. */
  public boolean isAt(String destination) {
    return path.equals(destination)
        || (!destination.equals("/") && path.startsWith(destination + "/"));
  }

  /** The page made from {@code template} ({@code room/name}) and its {@code view}. */
  public Screen screen(String template, Object view) {
    return new Screen(HttpStatus.OK, template, this, view);
  }

  public Screen screen(HttpStatus status, String template, Object view) {
    return new Screen(status, template, this, view);
  }
}
