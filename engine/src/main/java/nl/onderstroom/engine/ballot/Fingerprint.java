package nl.onderstroom.engine.ballot;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** SHA-256, and how people read it. */
final class Fingerprint {
  /** Bytes of a hash. */
  static final int HASH = 32;

  /** Crockford's: no I, L, O or U, which are read as 1, 1, 0 and V. */
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int CHARACTER_BITS = 5;
  private static final int GROUP = 4;

  private Fingerprint() {}

  static byte[] hash(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Arrays.stream(parts).forEach(digest::update);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static byte[] number(int number) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
  }

  static byte[] number(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }

  /**
   * Base 32 in 13 groups of four, zeros after the last bit. The whole hash: whoever makes two lists
   * chooses both, so half of its bits are what they have to overcome.
   */
  static String groups(byte[] hash) {
    StringBuilder text = new StringBuilder();
    int characters = (8 * hash.length + CHARACTER_BITS - 1) / CHARACTER_BITS;
    for (int i = 0; i < characters; i++) {
      if (i > 0 && i % GROUP == 0) {
        text.append(' ');
      }
      int index = 0;
      for (int bit = CHARACTER_BITS * i; bit < CHARACTER_BITS * (i + 1); bit++) {
        index = 2 * index + bit(hash, bit);
      }
      text.append(ALPHABET.charAt(index));
    }
    return text.toString();
  }

  private static int bit(byte[] hash, int at) {
    return at < 8 * hash.length ? hash[at / 8] >> (7 - at % 8) & 1 : 0;
  }
}
