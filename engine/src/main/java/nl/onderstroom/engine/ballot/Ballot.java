package nl.onderstroom.engine.ballot;

/**
 * A message with the signature that an issuer gave without seeing either: it says that its holder
 * may take part once, and nothing about who that is. That it is spent is told by its message: a
 * second signature of the same message is the same ballot.
 */
public final class Ballot {
  /** Bytes of a random prefix: the RFC's Prepare, so that no message is signed twice. */
  public static final int PREFIX = 32;

  static final int MOST_BYTES = 1_024;

  private final byte[] message;
  private final byte[] signature;

  /**
   * @param message as it was signed, with its prefix
   * @throws IllegalArgumentException if either is longer than 1,024 bytes
   */
  public Ballot(byte[] message, byte[] signature) {
    if (message.length > MOST_BYTES || signature.length > MOST_BYTES) {
      throw new IllegalArgumentException(
          "a message of %d bytes with a signature of %d; expected at most %d of each"
              .formatted(message.length, signature.length, MOST_BYTES));
    }
    this.message = message.clone();
    this.signature = signature.clone();
  }

  /** As it was signed, with its prefix. */
  public byte[] message() {
    return message.clone();
  }

  public byte[] signature() {
    return signature.clone();
  }
}
