package nl.onderstroom.server.command;

import org.jspecify.annotations.Nullable;

/** A file or folder that is not what it should be; the message is for people. */
final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadInput(@Nullable String message) {
    super(message);
  }
}
