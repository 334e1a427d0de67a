package nl.onderstroom.server.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key in a file of its own: what is sealed by it is noise once that file is destroyed, and so is
 * every copy of it. AES-256 in Galois/Counter Mode (NIST SP 800-38D), with a random nonce each
 * time; for far fewer times than the 2³² at which nonces may repeat. What is sealed opens in its
 * own place only, so that whoever can write there cannot move it.
 */
public final class SealingKey {
  /** What is sealed is so many bytes longer than it was. */
  public static final int OVERHEAD = 12 + 16;

  private static final int BYTES = 32;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final SecretKey key;

  private SealingKey(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  /**
   * The key in this file, which only its owner reads; makes a new one when there is no such file.
   */
  public static SealingKey of(Path file) throws IOException {
    if (!Files.exists(file)) {
      byte[] fresh = new byte[BYTES];
      new SecureRandom().nextBytes(fresh);
      PrivateFile.keep(file, fresh);
    }
    byte[] key = Files.readAllBytes(file);
    if (key.length != BYTES) {
      throw new IOException("%s has %d bytes; expected %d".formatted(file, key.length, BYTES));
    }
    return new SealingKey(key);
  }

  /**
   * Nothing at all, sealed by a key that nobody keeps: as good as random, and many times as fast as
   * {@link SecureRandom} where there is much of it.
   */
  public static byte[] noise(int length) {
    byte[] lost = new byte[BYTES];
    new SecureRandom().nextBytes(lost);
    try {
      Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(lost, "AES"), new IvParameterSpec(new byte[16]));
      return cipher.doFinal(new byte[length]);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java has AES in CTR.", impossible);
    }
  }

  public byte[] seal(int place, byte[] content) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] sealed = Arrays.copyOf(nonce, NONCE + content.length + TAG_BITS / Byte.SIZE);
    try {
      cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(content, 0, content.length, sealed, NONCE);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java has AES in GCM.", impossible);
    }
    return sealed;
  }

  /** What was sealed; empty when it is noise, half written, or was sealed by another key. */
  public Optional<byte[]> open(int place, byte[] sealed) {
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), place);
      return Optional.of(cipher.doFinal(sealed, NONCE, sealed.length - NONCE));
    } catch (AEADBadTagException nothing) {
      return Optional.empty();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java has AES in GCM.", impossible);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, int place) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(ByteBuffer.allocate(Integer.BYTES).putInt(place).flip());
    return cipher;
  }
}
