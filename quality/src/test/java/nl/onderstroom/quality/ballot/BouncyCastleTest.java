package nl.onderstroom.quality.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import nl.onderstroom.engine.ballot.Ballot;
import nl.onderstroom.engine.ballot.BlindedMessage;
import nl.onderstroom.engine.ballot.SigningKey;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.engines.RSABlindingEngine;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.generators.RSABlindingFactorGenerator;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.params.RSABlindingParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.signers.PSSSigner;
import org.junit.jupiter.api.Test;

/** Each side of the protocol played by Bouncy Castle, which shares no line with ours. */
class BouncyCastleTest {
  private static final int TIMES = 20;
  private static final int SALT = 48;
  private static final SigningKey KEY = SigningKey.generate();
  private static final SecureRandom RANDOM = new SecureRandom();

  private final RSAKeyParameters verifying = verifying();

  @Test
  void whatTheyBlindWeSignAndBothVerify() throws CryptoException {
    for (int i = 0; i < TIMES; i++) {
      byte[] message = ("message " + i).getBytes(StandardCharsets.UTF_8);
      RSABlindingFactorGenerator factors = new RSABlindingFactorGenerator();
      factors.init(new ParametersWithRandom(verifying, RANDOM));
      RSABlindingParameters blinding =
          new RSABlindingParameters(verifying, factors.generateBlindingFactor());
      PSSSigner blinder = new PSSSigner(new RSABlindingEngine(), new SHA384Digest(), SALT);
      blinder.init(true, new ParametersWithRandom(blinding, RANDOM));
      blinder.update(message, 0, message.length);
      byte[] signature = KEY.blindSign(full(blinder.generateSignature()));
      RSABlindingEngine unblinder = new RSABlindingEngine();
      unblinder.init(false, blinding);
      // They leave zeros in front out; one signature in 256 begins with one.
      byte[] unblinded = full(unblinder.processBlock(signature, 0, signature.length));
      assertThat(KEY.verifying().verify(new Ballot(message, unblinded))).isTrue();
      assertThat(theyVerify(message, unblinded)).isTrue();
    }
  }

  @Test
  void whatWeBlindTheySignAndBothVerify() throws Exception {
    RSAEngine signer = new RSAEngine();
    signer.init(true, secret());
    for (int i = 0; i < TIMES; i++) {
      BlindedMessage asked =
          BlindedMessage.blind(
              KEY.verifying(), ("message " + i).getBytes(StandardCharsets.UTF_8), RANDOM);
      byte[] blinded = asked.blinded();
      Ballot ballot = asked.finish(full(signer.processBlock(blinded, 0, blinded.length)));
      assertThat(theyVerify(ballot.message(), ballot.signature())).isTrue();
    }
  }

  private boolean theyVerify(byte[] message, byte[] signature) {
    PSSSigner verifier = new PSSSigner(new RSAEngine(), new SHA384Digest(), SALT);
    verifier.init(false, verifying);
    verifier.update(message, 0, message.length);
    return verifier.verifySignature(signature);
  }

  /** They leave zeros at the beginning away. */
  private static byte[] full(byte[] number) {
    byte[] full = new byte[KEY.verifying().bytes()];
    System.arraycopy(number, 0, full, full.length - number.length, number.length);
    return full;
  }

  private static RSAKeyParameters verifying() {
    try {
      RSAPublicKey key =
          (RSAPublicKey)
              KeyFactory.getInstance("RSA")
                  .generatePublic(new X509EncodedKeySpec(KEY.verifying().encoded()));
      return new RSAKeyParameters(false, key.getModulus(), key.getPublicExponent());
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RSAPrivateCrtKeyParameters secret() throws java.security.GeneralSecurityException {
    RSAPrivateCrtKey key =
        (RSAPrivateCrtKey)
            KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(KEY.encoded()));
    BigInteger exponent = key.getPublicExponent();
    return new RSAPrivateCrtKeyParameters(
        key.getModulus(),
        exponent,
        key.getPrivateExponent(),
        key.getPrimeP(),
        key.getPrimeQ(),
        key.getPrimeExponentP(),
        key.getPrimeExponentQ(),
        key.getCrtCoefficient());
  }
}
