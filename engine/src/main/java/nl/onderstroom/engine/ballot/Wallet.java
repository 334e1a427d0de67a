package nl.onderstroom.engine.ballot;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * What somebody's ballots are made from: a seed of 128 bits that never leaves its holder. Message,
 * prefix, salt and blinding factor for a round and a key all follow from the seed (HKDF, RFC 5869,
 * with SHA-256), so that who has the seed can ask for the same signature again and make the same
 * ballot of it: a lost device costs no vote, and two devices have one.
 *
 * <p>The product's own wallet runs in a browser ({@code answers/wallet}); this one is its twin, for
 * simulations and tests.
 */
public final class Wallet {
  /** Bytes of a seed. */
  public static final int SEED = 16;

  private static final int MESSAGE = 32;
  private static final String SCOPE = "onderstroom/ballot/v1/";

  private final byte[] seed;

  /**
   * @throws IllegalArgumentException if the seed has not {@value #SEED} bytes
   */
  public Wallet(byte[] seed) {
    if (seed.length != SEED) {
      throw new IllegalArgumentException(
          "a seed of %d bytes; expected %d".formatted(seed.length, SEED));
    }
    this.seed = seed.clone();
  }

  public static Wallet random(SecureRandom random) {
    byte[] seed = new byte[SEED];
    random.nextBytes(seed);
    return new Wallet(seed);
  }

  public byte[] seed() {
    return seed.clone();
  }

  /**
   * The one message that this wallet has signed by a key in a round: each time the same. An issuer
   * that used a key in two rounds would still get two messages that have nothing in common.
   */
  public BlindedMessage blind(long round, VerifyingKey key) {
    String scope = round + "/" + HexFormat.of().formatHex(Fingerprint.hash(key.encoded()));
    byte[] prepared =
        Arrays.copyOf(derive("prefix", scope, Ballot.PREFIX), Ballot.PREFIX + MESSAGE);
    System.arraycopy(derive("message", scope, MESSAGE), 0, prepared, Ballot.PREFIX, MESSAGE);
    // 128 bits more than the modulus has, so that the remainder is as good as uniform.
    BigInteger wide = new BigInteger(1, derive("blinding", scope, key.bytes() + SEED));
    BigInteger factor = wide.mod(key.modulus().subtract(BigInteger.ONE)).add(BigInteger.ONE);
    return BlindedMessage.blind(key, prepared, derive("salt", scope, PssEncoding.SALT), factor);
  }

  private byte[] derive(String what, String scope, int length) {
    String info = SCOPE + what + "/" + scope;
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.ofExtract()
                  .addIKM(seed)
                  .thenExpand(info.getBytes(StandardCharsets.UTF_8), length));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK from 25 has HKDF", e);
    }
  }
}
