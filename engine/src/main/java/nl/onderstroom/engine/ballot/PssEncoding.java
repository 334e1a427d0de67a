package nl.onderstroom.engine.ballot;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * EMSA-PSS-ENCODE with SHA-384 and MGF1 of SHA-384 (RFC 8017, sections 9.1.1 and B.2.1). The JDK
 * has it inside its signatures only, and what is to be blinded is the encoding itself.
 */
final class PssEncoding {
  /** Bytes of a hash. */
  static final int HASH = 48;

  /** Bytes of the salt in the variants that have one. */
  static final int SALT = 48;

  private static final int TRAILER = 0xbc;
  private static final int PADDING = 8;

  private PssEncoding() {}

  /**
   * @param salt any length that fits; the RFC has variants of {@value #SALT} bytes and of none
   * @param bits of the encoding at most: one less than the modulus has
   * @return ⌈bits / 8⌉ bytes
   * @throws IllegalArgumentException if that is too short for a hash and the salt
   */
  static byte[] encode(byte[] message, byte[] salt, int bits) {
    int length = (bits + 7) / 8;
    if (length < HASH + salt.length + 2) {
      throw new IllegalArgumentException(
          "an encoding of %d bytes; expected at least %d, for a hash and a salt of %d"
              .formatted(length, HASH + salt.length + 2, salt.length));
    }
    byte[] hash = sha384(new byte[PADDING], sha384(message), salt);
    byte[] encoded = new byte[length];
    int database = length - HASH - 1;
    encoded[database - salt.length - 1] = 1;
    System.arraycopy(salt, 0, encoded, database - salt.length, salt.length);
    byte[] mask = mask(hash, database);
    for (int i = 0; i < database; i++) {
      encoded[i] ^= mask[i];
    }
    encoded[0] &= (byte) (0xff >>> (8 * length - bits));
    System.arraycopy(hash, 0, encoded, database, HASH);
    encoded[length - 1] = (byte) TRAILER;
    return encoded;
  }

  /** MGF1. */
  private static byte[] mask(byte[] seed, int length) {
    byte[] mask = new byte[length];
    for (int block = 0; block * HASH < length; block++) {
      byte[] counter = {
        (byte) (block >>> 24), (byte) (block >>> 16), (byte) (block >>> 8), (byte) block
      };
      byte[] part = sha384(seed, counter);
      System.arraycopy(part, 0, mask, block * HASH, Math.min(HASH, length - block * HASH));
    }
    return mask;
  }

  private static byte[] sha384(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-384");
      Arrays.stream(parts).forEach(digest::update);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-384", e);
    }
  }
}
