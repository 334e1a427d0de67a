package nl.onderstroom.engine.packed;

/**
 * Bytes that should hold a summary or a release do not: they are damaged, of another kind, or
 * written by a newer version. The message says which, where in the bytes, and what to do.
 */
public final class UnreadableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnreadableException(String message) {
    super(message);
  }

  public UnreadableException(String message, Throwable cause) {
    super(message, cause);
  }
}
