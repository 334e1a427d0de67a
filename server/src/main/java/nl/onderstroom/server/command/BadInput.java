package nl.onderstroom.server.command;

/** A file or folder that is not what it should be; the message is for people. */
final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadInput(String message) {
    super(message);
  }
}
