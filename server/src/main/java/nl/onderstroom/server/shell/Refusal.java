package nl.onderstroom.server.shell;

import java.io.Serial;
import org.springframework.http.HttpStatus;

/**
 * Thrown by a room that cannot do what was asked; the visitor gets a page with this status that
 * says {@code key}'s text. With {@code <key>.title} and {@code <key>.action} the room may also give
 * the page its title and say what to do now; otherwise the page has those of the status.
 */
public final class Refusal extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final HttpStatus status;
  private final String key;
  private final transient Object[] arguments;

  public Refusal(HttpStatus status, String key, Object... arguments) {
    super(status.value() + " " + key);
    this.status = status;
    this.key = key;
    this.arguments = arguments.clone();
  }

  public HttpStatus status() {
    return status;
  }

  ErrorView view(Words words) {
    ErrorView general = ErrorView.of(words, status.value());
    return new ErrorView(
        words.sayOr(key + ".title", general.title()),
        words.say(key, arguments),
        words.sayOr(key + ".action", general.action()),
        "");
  }
}
