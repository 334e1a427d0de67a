package nl.onderstroom.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class ScramVerifierTest {
  /** The exchange of RFC 7677, section 3: user "user", password "pencil". */
  private static final String SALT = "W22ZaJ0SNY7soEsUEjb6gQ==";

  private static final String NONCE = "rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
  private static final String AUTH_MESSAGE =
      "n=user,r=rOprNGfwEbeRWgbNEkqO,r=%s,s=%s,i=4096,c=biws,r=%s".formatted(NONCE, SALT, NONCE);
  private static final String SERVER_SIGNATURE = "6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=";

  @Test
  void itsServerKeySignsTheExampleOfTheStandard() throws Exception {
    String verifier = ScramVerifier.of("pencil", Base64.getDecoder().decode(SALT));
    assertThat(verifier).startsWith("SCRAM-SHA-256$4096:" + SALT + "$");
    byte[] serverKey =
        Base64.getDecoder().decode(verifier.substring(verifier.lastIndexOf(':') + 1));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(serverKey, "HmacSHA256"));
    byte[] signature = mac.doFinal(AUTH_MESSAGE.getBytes(StandardCharsets.US_ASCII));
    assertThat(Base64.getEncoder().encodeToString(signature)).isEqualTo(SERVER_SIGNATURE);
  }

  @Test
  void thePasswordTwiceGivesTwoVerifiers() {
    assertThat(ScramVerifier.of("pencil")).isNotEqualTo(ScramVerifier.of("pencil"));
  }
}
