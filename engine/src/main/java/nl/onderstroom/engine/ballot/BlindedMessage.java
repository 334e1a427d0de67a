package nl.onderstroom.engine.ballot;

import java.math.BigInteger;
import java.security.SecureRandom;

/** What somebody asks a signature for, and the secret that makes a ballot of it. */
public final class BlindedMessage {
  private final VerifyingKey key;
  private final byte[] message;
  private final BigInteger inverse;
  private final byte[] blinded;

  private BlindedMessage(VerifyingKey key, byte[] message, BigInteger inverse, byte[] blinded) {
    this.key = key;
    this.message = message;
    this.inverse = inverse;
    this.blinded = blinded;
  }

  /**
   * The RFC's Prepare and Blind.
   *
   * @param message at most 992 bytes; {@link Ballot#PREFIX} of chance go before it
   * @throws IllegalArgumentException if it is longer
   */
  public static BlindedMessage blind(VerifyingKey key, byte[] message, SecureRandom random) {
    if (message.length > Ballot.MOST_BYTES - Ballot.PREFIX) {
      throw new IllegalArgumentException(
          "a message of %d bytes; expected at most %d"
              .formatted(message.length, Ballot.MOST_BYTES - Ballot.PREFIX));
    }
    byte[] prepared = new byte[Ballot.PREFIX + message.length];
    byte[] prefix = bytes(Ballot.PREFIX, random);
    System.arraycopy(prefix, 0, prepared, 0, prefix.length);
    System.arraycopy(message, 0, prepared, prefix.length, message.length);
    BigInteger factor;
    do {
      factor = new BigInteger(key.modulus().bitLength(), random);
    } while (factor.signum() == 0 || factor.compareTo(key.modulus()) >= 0);
    return blind(key, prepared, bytes(PssEncoding.SALT, random), factor);
  }

  /**
   * @param prepared with its prefix
   * @param factor from 1 to below the modulus; nobody else may know it
   * @throws IllegalArgumentException if the factor or the encoded message has no inverse: whoever
   *     finds such a number has found the primes
   */
  static BlindedMessage blind(VerifyingKey key, byte[] prepared, byte[] salt, BigInteger factor) {
    BigInteger modulus = key.modulus();
    BigInteger encoded =
        new BigInteger(1, PssEncoding.encode(prepared, salt, modulus.bitLength() - 1));
    if (!modulus.gcd(encoded).equals(BigInteger.ONE)
        || !modulus.gcd(factor).equals(BigInteger.ONE)) {
      throw new IllegalArgumentException("a number without an inverse; take another");
    }
    BigInteger blinded =
        encoded.multiply(factor.modPow(VerifyingKey.EXPONENT, modulus)).mod(modulus);
    return new BlindedMessage(
        key, prepared.clone(), factor.modInverse(modulus), key.toBytes(blinded));
  }

  private static byte[] bytes(int length, SecureRandom random) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** What the issuer gets, and all it gets. */
  public byte[] blinded() {
    return blinded.clone();
  }

  /**
   * The RFC's Finalize.
   *
   * @throws IllegalArgumentException if the issuer did not sign this message with this key
   */
  public Ballot finish(byte[] blindSignature) {
    if (blindSignature.length != key.bytes()) {
      throw new IllegalArgumentException(
          "a signature of %d bytes; expected %d".formatted(blindSignature.length, key.bytes()));
    }
    BigInteger signature = new BigInteger(1, blindSignature).multiply(inverse).mod(key.modulus());
    Ballot ballot = new Ballot(message, key.toBytes(signature));
    if (!key.verify(ballot)) {
      throw new IllegalArgumentException("a signature of something else, or by another key");
    }
    return ballot;
  }
}
