package nl.onderstroom.server.access;

/**
 * The addresses that people reach the server by cannot be used, and only a person can change that.
 * The message is for whoever started it.
 */
public final class UnusableAddresses extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnusableAddresses(String message) {
    super(message);
  }
}
