package nl.onderstroom.engine.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Who wrote nine words down loses no ballot with a device. */
class WalletTest {
  private static final SigningKey KEY = SigningKey.generate(2_048);
  private static final SigningKey OTHER = SigningKey.generate(2_048);

  private final Random random = new Random(20261126);

  @Test
  void theSameSeedMakesTheSameBallotOnAnyDevice() {
    byte[] seed = seed();
    BlindedMessage before = new Wallet(seed).blind(7, KEY.verifying());
    byte[] signature = KEY.blindSign(before.blinded());

    BlindedMessage after = new Wallet(seed).blind(7, KEY.verifying());
    assertThat(after.blinded()).isEqualTo(before.blinded());
    assertThat(after.finish(signature).message()).isEqualTo(before.finish(signature).message());
    assertThat(KEY.verifying().verify(after.finish(signature))).isTrue();
  }

  @Test
  void anotherRoundOrAnotherPersonHasAnotherMessage() {
    byte[] seed = seed();
    BlindedMessage asked = new Wallet(seed).blind(7, KEY.verifying());
    BlindedMessage elsewhere = new Wallet(seed).blind(7, OTHER.verifying());
    BlindedMessage somebody = new Wallet(seed()).blind(7, KEY.verifying());
    byte[] message = asked.finish(KEY.blindSign(asked.blinded())).message();
    assertThat(elsewhere.finish(OTHER.blindSign(elsewhere.blinded())).message())
        .isNotEqualTo(message);
    assertThat(somebody.finish(KEY.blindSign(somebody.blinded())).message()).isNotEqualTo(message);
    BlindedMessage next = new Wallet(seed).blind(8, KEY.verifying());
    assertThat(next.finish(KEY.blindSign(next.blinded())).message())
        .as("also when a key is used twice")
        .isNotEqualTo(message);
  }

  @Test
  void nineWordsAreTheSeed() {
    for (int i = 0; i < 1_000; i++) {
      byte[] seed = seed();
      String words = RecoveryCode.write(seed);
      assertThat(words)
          .matches("([bdfghjklmnprstvz][aiou][bdfghjklmnprstvz][aiou][bdfghjklmnprstvz] ?){9}");
      assertThat(RecoveryCode.read(words)).hasValue(seed);
      assertThat(
              RecoveryCode.read(
                  "  " + words.toUpperCase(java.util.Locale.ROOT).replace(' ', '-') + "."))
          .as("as people type")
          .hasValue(seed);
    }
  }

  /** The words of the proposal: 127.0.0.1 is lusab-babad. */
  @Test
  void theWordsAreThoseOfTheProposal() {
    byte[] seed = new byte[16];
    seed[0] = 127;
    seed[3] = 1;
    assertThat(RecoveryCode.write(seed)).startsWith("lusab babad ");
  }

  @Test
  void aWordWrittenDownWrongIsNoticed() {
    String words = RecoveryCode.write(seed());
    char wrong = words.charAt(0) == 'b' ? 'd' : 'b';
    assertThat(RecoveryCode.read(wrong + words.substring(1))).isEmpty();
    assertThat(RecoveryCode.read(words.substring(6) + " " + words.substring(0, 5))).isEmpty();
    assertThat(RecoveryCode.read("")).isEmpty();
    assertThat(RecoveryCode.read(words + " lusab")).isEmpty();
    assertThat(RecoveryCode.read(words.replace(words.charAt(1), 'e'))).isEmpty();
  }

  @Test
  void aSeedHasSixteenBytes() {
    assertThatThrownBy(() -> new Wallet(new byte[15])).hasMessageContaining("15 bytes");
  }

  private byte[] seed() {
    byte[] seed = new byte[Wallet.SEED];
    random.nextBytes(seed);
    return seed;
  }
}
