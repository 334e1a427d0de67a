package nl.onderstroom.server.rounds;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * What lets somebody answer once: 128 random bits, written as 26 letters and digits that can be
 * read aloud (Crockford's base 32). Only {@link #hash} is ever stored.
 */
public final class EntryCode {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int CHARACTERS = 26;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String text;

  private EntryCode(String text) {
    this.text = text;
  }

  public static EntryCode random() {
    BigInteger bits = new BigInteger(128, RANDOM);
    var text = new StringBuilder(CHARACTERS);
    for (int i = 0; i < CHARACTERS; i++) {
      text.append(ALPHABET.charAt(bits.shiftRight(5 * i).intValue() & 31));
    }
    return new EntryCode(text.toString());
  }

  /** Reads what a person typed: spaces and hyphens are skipped, i and l are 1, o is 0. */
  public static Optional<EntryCode> parse(String typed) {
    String plain =
        typed
            .toLowerCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('o', '0')
            .replaceAll("[il]", "1");
    boolean readable =
        plain.length() == CHARACTERS && plain.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    return readable ? Optional.of(new EntryCode(plain)) : Optional.empty();
  }

  /** The code as it stands in a link. */
  public String text() {
    return text;
  }

  /** SHA-256 of the code; 32 bytes. */
  public byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }

  /** Never the code itself, so that it can't end up in a log. */
  @Override
  public String toString() {
    return "EntryCode[…]";
  }
}
