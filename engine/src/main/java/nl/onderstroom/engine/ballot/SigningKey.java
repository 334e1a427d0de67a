package nl.onderstroom.engine.ballot;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import javax.crypto.Cipher;

/**
 * The secret half of a key for ballots of one round and cohort. It is thrown away when issuing
 * ends: a ballot made later than that cannot be.
 */
public final class SigningKey {
  /** As strong as 128 bits (NIST SP 800-57). */
  public static final int BITS = 3_072;

  private static final int MOST_ENCODED_BYTES = 4_096;

  private final PrivateKey secret;
  private final VerifyingKey verifying;

  SigningKey(PrivateKey secret, VerifyingKey verifying) {
    this.secret = secret;
    this.verifying = verifying;
  }

  /** A new one, of the JDK's strong randomness; takes about a second. */
  public static SigningKey generate() {
    return generate(BITS);
  }

  /**
   * @param bits 2,048 to 4,096, in whole bytes: fewer than {@value #BITS} for an example company,
   *     whose ballots need not be safe from forgery for years
   */
  public static SigningKey generate(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(new RSAKeyGenParameterSpec(bits, VerifyingKey.EXPONENT));
      KeyPair pair = generator.generateKeyPair();
      return new SigningKey(
          pair.getPrivate(), VerifyingKey.of(((RSAPublicKey) pair.getPublic()).getModulus()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK makes RSA keys", e);
    }
  }

  /**
   * @param encoded a PrivateKeyInfo in DER (RFC 5208), as {@link #encoded} gives it
   * @throws IllegalArgumentException if it is anything else, or its numbers do not belong together
   */
  public static SigningKey of(byte[] encoded) {
    if (encoded.length > MOST_ENCODED_BYTES) {
      throw new IllegalArgumentException(
          "a key of %d bytes; expected at most %d".formatted(encoded.length, MOST_ENCODED_BYTES));
    }
    try {
      PrivateKey read =
          KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
      if (read instanceof RSAPrivateCrtKey rsa
          && rsa.getPublicExponent().equals(VerifyingKey.EXPONENT)
          && rsa.getPrimeP().multiply(rsa.getPrimeQ()).equals(rsa.getModulus())
          && Arrays.equals(rsa.getEncoded(), encoded)) {
        return new SigningKey(rsa, VerifyingKey.of(rsa.getModulus()));
      }
      throw new IllegalArgumentException(
          "not a key with two primes that make its modulus and an exponent of 65,537, in DER");
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not an RSA key: " + e.getMessage(), e);
    }
  }

  /** PrivateKeyInfo in DER: to be kept where only the issuer reads, and destroyed. */
  public byte[] encoded() {
    return secret.getEncoded();
  }

  public VerifyingKey verifying() {
    return verifying;
  }

  /**
   * Signs what it cannot see: the RFC's BlindSign. The same message always has the same signature,
   * so that asking again gives nothing new.
   *
   * @param blinded as many bytes as the modulus has, a number below it
   * @throws IllegalArgumentException if it is not
   * @throws IllegalStateException if the signature came out wrong, which nobody may see: with a
   *     fault in one half of the computation it gives away the primes
   */
  public byte[] blindSign(byte[] blinded) {
    boolean fits =
        blinded.length == verifying.bytes()
            && new BigInteger(1, blinded).compareTo(verifying.modulus()) < 0;
    if (!fits) {
      throw new IllegalArgumentException(
          "a blinded message of %d bytes; expected %d, a number below the modulus"
              .formatted(blinded.length, verifying.bytes()));
    }
    try {
      // With the private key, this is the JDK's RSADP: blinded against timing, by the Chinese
      // remainder theorem, and checked against faults before it is given out. Another provider
      // need not do any of these.
      Cipher rsa = Cipher.getInstance("RSA/ECB/NoPadding", "SunJCE");
      rsa.init(Cipher.ENCRYPT_MODE, secret);
      return rsa.doFinal(blinded);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK could not sign", e);
    }
  }
}
