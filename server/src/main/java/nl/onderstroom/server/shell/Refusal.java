package nl.onderstroom.server.shell;

import org.springframework.http.HttpStatus;

/**
 * What a person asked for can't be done: thrown by a room, shown as a page that says why and what to
 * do, with the status given. Nothing has been changed when it is thrown.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final HttpStatus status;
  private final String wordsKey;
  private final transient Object[] arguments;

  /**
   * @param wordsKey message key of the sentence shown
   * @param arguments what is filled into it
   */
  public Refusal(HttpStatus status, String wordsKey, Object... arguments) {
    super(status + " " + wordsKey, null, false, false);
    this.status = status;
    this.wordsKey = wordsKey;
    this.arguments = arguments.clone();
  }

  public HttpStatus status() {
    return status;
  }

  public String wordsKey() {
    return wordsKey;
  }

  public Object[] arguments() {
    return arguments == null ? new Object[0] : arguments.clone();
  }
}
