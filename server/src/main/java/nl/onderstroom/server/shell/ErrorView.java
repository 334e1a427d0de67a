package nl.onderstroom.server.shell;

/**
 * What an error page says.
 *
 * @param text what happened
 * @param action what to do now
 * @param reference to give to who looks after the system; empty when there is nothing to look up
 */
record ErrorView(String title, String text, String action, String reference) {

  /**
   * The words for an HTTP status; those of 500 when there are none of its own.
   *
   * @param arguments of its text
   */
  static ErrorView of(Words words, int status, Object... arguments) {
    String key = "shell.error." + status;
    String known = words.sayOr(key + ".title", "").isEmpty() ? "shell.error.500" : key;
    return new ErrorView(
        words.say(known + ".title"),
        words.say(known + ".text", arguments),
        words.say(known + ".action"),
        "");
  }

  ErrorView withReference(String given) {
    return new ErrorView(title, text, action, given);
  }
}
