package nl.onderstroom.engine.ballot;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

/** The public half of a key for ballots. Immutable. */
public final class VerifyingKey {
  static final BigInteger EXPONENT = BigInteger.valueOf(65_537);

  private static final int LEAST_BITS = 2_048;
  private static final int MOST_BITS = 4_096;
  private static final int MOST_ENCODED_BYTES = 1_024;
  private static final PSSParameterSpec PSS =
      new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA384, PssEncoding.SALT, 1);

  private final BigInteger modulus;
  private final PublicKey key;

  private VerifyingKey(BigInteger modulus) {
    if (modulus.bitLength() < LEAST_BITS
        || modulus.bitLength() > MOST_BITS
        || modulus.bitLength() % 8 != 0
        || !modulus.testBit(0)) {
      throw new IllegalArgumentException(
          "a modulus of %d bits; expected an odd one of whole bytes, %d to %d bits"
              .formatted(modulus.bitLength(), LEAST_BITS, MOST_BITS));
    }
    this.modulus = modulus;
    try {
      this.key =
          KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, EXPONENT));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not an RSA key: " + e.getMessage(), e);
    }
  }

  /**
   * @throws IllegalArgumentException if it has not 2,048 to 4,096 bits
   */
  public static VerifyingKey of(BigInteger modulus) {
    return new VerifyingKey(modulus);
  }

  /**
   * @param encoded a SubjectPublicKeyInfo in DER (RFC 5280), as {@link #encoded} gives it
   * @throws IllegalArgumentException if it is anything else, the same key written in another way
   *     included, or its exponent is not 65,537
   */
  public static VerifyingKey of(byte[] encoded) {
    if (encoded.length > MOST_ENCODED_BYTES) {
      throw new IllegalArgumentException(
          "a key of %d bytes; expected at most %d".formatted(encoded.length, MOST_ENCODED_BYTES));
    }
    try {
      PublicKey read =
          KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
      if (read instanceof RSAPublicKey rsa && rsa.getPublicExponent().equals(EXPONENT)) {
        VerifyingKey key = new VerifyingKey(rsa.getModulus());
        if (!Arrays.equals(key.encoded(), encoded)) {
          throw new IllegalArgumentException("an RSA key, but not written in DER as we write it");
        }
        return key;
      }
      throw new IllegalArgumentException("a key with another exponent; expected " + EXPONENT);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not an RSA key: " + e.getMessage(), e);
    }
  }

  /** Whether a holder of the signing key signed this, blindly; false for anything else there is. */
  public boolean verify(Ballot ballot) {
    byte[] signature = ballot.signature();
    if (signature.length != bytes()) {
      return false;
    }
    try {
      Signature verifier = Signature.getInstance("RSASSA-PSS");
      verifier.setParameter(PSS);
      verifier.initVerify(key);
      verifier.update(ballot.message());
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      // The JDK refuses numbers above the modulus this way.
      return false;
    }
  }

  /** SubjectPublicKeyInfo in DER. */
  public byte[] encoded() {
    return key.getEncoded();
  }

  /**
   * What people compare, on paper and on screen: SHA-256 of {@link #encoded} in 13 groups of four
   * characters (base 32 by Crockford).
   */
  public String fingerprint() {
    return Fingerprint.groups(Fingerprint.hash(encoded()));
  }

  BigInteger modulus() {
    return modulus;
  }

  /** Of a signature, and of what is blinded. */
  public int bytes() {
    return modulus.bitLength() / 8;
  }

  /** As many bytes as the modulus has, the first perhaps 0. */
  byte[] toBytes(BigInteger number) {
    byte[] minimal = number.toByteArray();
    byte[] bytes = new byte[bytes()];
    int length = Math.min(minimal.length, bytes.length);
    System.arraycopy(minimal, minimal.length - length, bytes, bytes.length - length, length);
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifyingKey that && modulus.equals(that.modulus);
  }

  @Override
  public int hashCode() {
    return modulus.hashCode();
  }
}
