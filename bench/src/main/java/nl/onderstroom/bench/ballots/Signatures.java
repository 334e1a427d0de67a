package nl.onderstroom.bench.ballots;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.concurrent.TimeUnit;
import javax.crypto.Cipher;
import nl.onderstroom.engine.ballot.Ballot;
import nl.onderstroom.engine.ballot.BlindedMessage;
import nl.onderstroom.engine.ballot.SigningKey;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One signature, one verification, on one processor: ours, and what the JDK takes for as much. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class Signatures {
  static final String OURS = "ours";
  static final String JDK = "jdk";

  /** Whose. */
  @Param(OURS)
  public String subject = OURS;

  private final SigningKey key = SigningKey.generate();
  private BlindedMessage asked =
      BlindedMessage.blind(key.verifying(), new byte[32], new SecureRandom());
  private Ballot ballot = asked.finish(key.blindSign(asked.blinded()));
  private final PrivateKey secret = secret();
  private final PublicKey verifying = verifying();

  /** A message of its own for each benchmark. */
  @Setup
  public void ask() {
    asked = BlindedMessage.blind(key.verifying(), new byte[32], new SecureRandom());
    ballot = asked.finish(key.blindSign(asked.blinded()));
  }

  /** The JDK's: the private key on a number, and nothing else. */
  @Benchmark
  public byte[] sign() throws GeneralSecurityException {
    if (subject.equals(OURS)) {
      return key.blindSign(asked.blinded());
    }
    Cipher rsa = Cipher.getInstance("RSA/ECB/NoPadding");
    rsa.init(Cipher.ENCRYPT_MODE, secret);
    return rsa.doFinal(asked.blinded());
  }

  /** The JDK's: the same signature of the same message. */
  @Benchmark
  public boolean verify() throws GeneralSecurityException {
    if (subject.equals(OURS)) {
      return key.verifying().verify(ballot);
    }
    Signature verifier = Signature.getInstance("RSASSA-PSS");
    verifier.setParameter(new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA384, 48, 1));
    verifier.initVerify(verifying);
    verifier.update(ballot.message());
    return verifier.verify(ballot.signature());
  }

  private PrivateKey secret() {
    try {
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key.encoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private PublicKey verifying() {
    try {
      return KeyFactory.getInstance("RSA")
          .generatePublic(new X509EncodedKeySpec(key.verifying().encoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
