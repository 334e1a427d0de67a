package nl.onderstroom.engine.ballot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.HexFormat;
import java.util.Properties;

/** The test vectors of RFC 9474, appendix A: one key, four variants. */
final class Vectors {
  private static final Properties ALL = read();

  private Vectors() {}

  static byte[] bytes(String variant, String name) {
    return HexFormat.of().parseHex(value(variant + "." + name));
  }

  static BigInteger number(String name) {
    return new BigInteger(value(name), 16);
  }

  private static String value(String name) {
    String value = ALL.getProperty(name);
    if (value == null) {
      throw new IllegalArgumentException("no vector " + name);
    }
    return value;
  }

  static SigningKey key() {
    return key(BigInteger.ZERO);
  }

  /** Signs wrongly modulo one of its primes. */
  static SigningKey faulty() {
    return key(BigInteger.TWO);
  }

  private static SigningKey key(BigInteger fault) {
    BigInteger p = number("p");
    BigInteger q = number("q");
    BigInteger d = number("d");
    try {
      return new SigningKey(
          KeyFactory.getInstance("RSA")
              .generatePrivate(
                  new RSAPrivateCrtKeySpec(
                      number("n"),
                      number("e"),
                      d,
                      p,
                      q,
                      d.mod(p.subtract(BigInteger.ONE)).add(fault),
                      d.mod(q.subtract(BigInteger.ONE)),
                      q.modInverse(p))),
          VerifyingKey.of(number("n")));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Properties read() {
    Properties all = new Properties();
    try (InputStream file = Vectors.class.getResourceAsStream("rfc9474.properties")) {
      all.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }
}
