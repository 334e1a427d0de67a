package nl.onderstroom.engine.ballot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A seed as words of five letters that can be said in any language: "lusab babad gutih tugad …"
 * (proquints, Wilkerson 2009, arXiv:0901.4016). Eight words hold the seed; the ninth is of its
 * hash, so that a word written down wrong is noticed, all but once in 65,536 times.
 */
public final class RecoveryCode {
  private static final String CONSONANTS = "bdfghjklmnprstvz";
  private static final String VOWELS = "aiou";
  private static final int WORD = 5;
  private static final int WORDS = Wallet.SEED / 2 + 1;
  private static final String SCOPE = "onderstroom/recovery/v1/";

  private RecoveryCode() {}

  /** Nine words with spaces between. */
  public static String write(byte[] seed) {
    byte[] all = withCheck(seed);
    var words = new StringBuilder();
    for (int i = 0; i < all.length; i += 2) {
      int word = Byte.toUnsignedInt(all[i]) << 8 | Byte.toUnsignedInt(all[i + 1]);
      words.append(words.isEmpty() ? "" : " ");
      words.append(CONSONANTS.charAt(word >> 12)).append(VOWELS.charAt(word >> 10 & 3));
      words.append(CONSONANTS.charAt(word >> 6 & 15)).append(VOWELS.charAt(word >> 4 & 3));
      words.append(CONSONANTS.charAt(word & 15));
    }
    return words.toString();
  }

  /** The seed that was written so; what is no letter is skipped. Empty if it is none. */
  public static Optional<byte[]> read(String typed) {
    String letters = typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    if (letters.length() != WORD * WORDS) {
      return Optional.empty();
    }
    byte[] all = new byte[2 * WORDS];
    for (int i = 0; i < WORDS; i++) {
      int word = 0;
      for (int at = 0; at < WORD; at++) {
        boolean consonant = at % 2 == 0;
        int value = (consonant ? CONSONANTS : VOWELS).indexOf(letters.charAt(WORD * i + at));
        if (value < 0) {
          return Optional.empty();
        }
        word = word << (consonant ? 4 : 2) | value;
      }
      all[2 * i] = (byte) (word >>> 8);
      all[2 * i + 1] = (byte) word;
    }
    byte[] seed = Arrays.copyOf(all, Wallet.SEED);
    return Arrays.equals(all, withCheck(seed)) ? Optional.of(seed) : Optional.empty();
  }

  private static byte[] withCheck(byte[] seed) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(SCOPE.getBytes(StandardCharsets.UTF_8));
      byte[] hash = digest.digest(seed);
      byte[] all = Arrays.copyOf(seed, Wallet.SEED + 2);
      all[Wallet.SEED] = hash[0];
      all[Wallet.SEED + 1] = hash[1];
      return all;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
