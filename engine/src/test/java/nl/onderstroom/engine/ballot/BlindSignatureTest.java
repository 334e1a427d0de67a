package nl.onderstroom.engine.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An issuer signs what it cannot see; whoever asked has a ballot that anybody can verify. */
class BlindSignatureTest {
  private static final SigningKey KEY = SigningKey.generate();
  private static final SecureRandom RANDOM = new SecureRandom();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RSABSSA-SHA384-PSS-Randomized",
        "RSABSSA-SHA384-PSSZERO-Randomized",
        "RSABSSA-SHA384-PSS-Deterministic",
        "RSABSSA-SHA384-PSSZERO-Deterministic"
      })
  void eachStepGivesTheNumbersOfTheRfc(String variant) {
    SigningKey key = Vectors.key();
    byte[] prepared = Vectors.bytes(variant, "prepared_msg");
    byte[] salt = Vectors.bytes(variant, "salt");
    assertThat(PssEncoding.encode(prepared, salt, key.verifying().modulus().bitLength() - 1))
        .isEqualTo(Vectors.bytes(variant, "encoded_msg"));

    BigInteger inverse = new BigInteger(1, Vectors.bytes(variant, "inv"));
    BlindedMessage blinded =
        BlindedMessage.blind(
            key.verifying(), prepared, salt, inverse.modInverse(key.verifying().modulus()));
    assertThat(blinded.blinded()).isEqualTo(Vectors.bytes(variant, "blinded_msg"));
    byte[] blindSignature = key.blindSign(blinded.blinded());
    assertThat(blindSignature).isEqualTo(Vectors.bytes(variant, "blind_sig"));
    byte[] signature = Vectors.bytes(variant, "sig");
    if (salt.length == PssEncoding.SALT) {
      assertThat(blinded.finish(blindSignature).signature()).isEqualTo(signature);
    }
    assertThat(key.verifying().verify(new Ballot(prepared, signature)))
        .as("only signatures with a salt are ours")
        .isEqualTo(salt.length == PssEncoding.SALT);
  }

  @Test
  void whatIsAskedForIsABallotAndNoTwoAreAlike() {
    Set<BigInteger> seen = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      BlindedMessage asked = ask("the same message");
      Ballot ballot = asked.finish(KEY.blindSign(asked.blinded()));
      assertThat(KEY.verifying().verify(ballot)).isTrue();
      assertThat(seen.add(new BigInteger(1, asked.blinded()))).isTrue();
      assertThat(seen.add(new BigInteger(1, ballot.signature()))).isTrue();
    }
  }

  /** So a lost device gets back what it had, and nobody a second ballot by asking again. */
  @Test
  void askingAgainGivesTheSameSignature() {
    byte[] blinded = ask("once").blinded();
    assertThat(KEY.blindSign(blinded)).isEqualTo(KEY.blindSign(blinded));
  }

  /**
   * Blindness, for whoever has all time and the secret key as well: for each pair of a request and
   * a ballot there is a factor, and only one, that makes the one the request of the other.
   */
  @Test
  void everyRequestFitsEveryBallot() {
    BigInteger modulus = Vectors.number("n");
    BigInteger d = Vectors.number("d");
    SigningKey key = Vectors.key();
    BlindedMessage one = BlindedMessage.blind(key.verifying(), utf8("one"), RANDOM);
    BlindedMessage other = BlindedMessage.blind(key.verifying(), utf8("other"), RANDOM);
    BigInteger request = new BigInteger(1, one.blinded());
    BigInteger answer = new BigInteger(1, key.blindSign(one.blinded()));
    Ballot ballot = other.finish(key.blindSign(other.blinded()));
    BigInteger signature = new BigInteger(1, ballot.signature());
    BigInteger encoded = signature.modPow(VerifyingKey.EXPONENT, modulus);

    BigInteger factor =
        request.multiply(encoded.modInverse(modulus)).mod(modulus).modPow(d, modulus);
    assertThat(encoded.multiply(factor.modPow(VerifyingKey.EXPONENT, modulus)).mod(modulus))
        .as("the request for one might have been for the other")
        .isEqualTo(request);
    assertThat(answer.multiply(factor.modInverse(modulus)).mod(modulus))
        .as("and its answer gives the other's ballot")
        .isEqualTo(signature);
  }

  @Test
  void aSignatureOfSomethingElseMakesNoBallot() {
    BlindedMessage asked = ask("this");
    byte[] ofAnother = KEY.blindSign(ask("that").blinded());
    assertThatThrownBy(() -> asked.finish(ofAnother)).hasMessageContaining("something else");
    assertThatThrownBy(() -> asked.finish(Arrays.copyOf(ofAnother, 383)))
        .hasMessageContaining("383 bytes; expected 384");
    SigningKey personal = SigningKey.generate();
    assertThatThrownBy(() -> asked.finish(personal.blindSign(ofKey(personal, asked))))
        .hasMessageContaining("another key");
  }

  /** As if it had been asked of that key; reduced where its modulus is smaller. */
  private static byte[] ofKey(SigningKey other, BlindedMessage asked) {
    BigInteger number = new BigInteger(1, asked.blinded()).mod(other.verifying().modulus());
    return other.verifying().toBytes(number);
  }

  @Test
  void whatIsNotABallotIsRefusedInOneWay() {
    BlindedMessage asked = ask("a vote");
    Ballot ballot = asked.finish(KEY.blindSign(asked.blinded()));
    byte[] signature = ballot.signature();
    byte[] changed = signature.clone();
    changed[100] ^= 1;
    byte[] above = KEY.verifying().toBytes(KEY.verifying().modulus());
    byte[] negated =
        KEY.verifying().toBytes(KEY.verifying().modulus().subtract(new BigInteger(1, signature)));
    for (byte[] forged :
        new byte[][] {
          new byte[0],
          new byte[384],
          Arrays.copyOf(signature, 383),
          Arrays.copyOf(signature, 385),
          changed,
          above,
          negated
        }) {
      assertThat(KEY.verifying().verify(new Ballot(ballot.message(), forged))).isFalse();
    }
    assertThat(KEY.verifying().verify(new Ballot(utf8("another vote"), signature))).isFalse();
    assertThat(Vectors.key().verifying().verify(ballot)).as("of another cohort").isFalse();
    assertThatThrownBy(() -> new Ballot(new byte[1_025], signature))
        .hasMessageContaining("1025 bytes");
  }

  @Test
  void whatIsNotABlindedMessageIsNotSigned() {
    byte[] modulus = KEY.verifying().toBytes(KEY.verifying().modulus());
    for (byte[] asked : new byte[][] {new byte[0], new byte[383], new byte[385], modulus}) {
      assertThatThrownBy(() -> KEY.blindSign(asked)).hasMessageContaining("a number below");
    }
  }

  @Test
  void keysComeBackAsTheyWere() {
    assertThat(VerifyingKey.of(KEY.verifying().encoded())).isEqualTo(KEY.verifying());
    SigningKey again = SigningKey.of(KEY.encoded());
    byte[] blinded = ask("x").blinded();
    assertThat(again.blindSign(blinded)).isEqualTo(KEY.blindSign(blinded));
    assertThatThrownBy(() -> VerifyingKey.of(new byte[] {1, 2, 3})).hasMessageContaining("RSA");
    assertThatThrownBy(() -> SigningKey.of(new byte[] {1, 2, 3})).hasMessageContaining("RSA");
    assertThatThrownBy(() -> VerifyingKey.of(BigInteger.ONE.shiftLeft(1_023)))
        .hasMessageContaining("1024 bits");
  }

  /** So a hash of a key is a hash of one text, and no stored key is signed with half understood. */
  @Test
  void aKeyIsWrittenInOneWayOnly() {
    byte[] verifying = KEY.verifying().encoded();
    byte[] signing = KEY.encoded();
    for (int length : new int[] {0, verifying.length - 1, verifying.length + 1, 1_025}) {
      assertThatThrownBy(() -> VerifyingKey.of(Arrays.copyOf(verifying, length)))
          .isInstanceOf(IllegalArgumentException.class);
    }
    for (int length : new int[] {0, signing.length - 1, signing.length + 1, 4_097}) {
      assertThatThrownBy(() -> SigningKey.of(Arrays.copyOf(signing, length)))
          .isInstanceOf(IllegalArgumentException.class);
    }
    byte[] changed = signing.clone();
    changed[100] ^= 1;
    assertThatThrownBy(() -> SigningKey.of(changed)).hasMessageContaining("not a key");
    assertThatThrownBy(() -> VerifyingKey.of(signing)).hasMessageContaining("at most 1024");
    assertThat(KEY.verifying().fingerprint())
        .matches("([0-9A-HJKMNP-TV-Z]{4} ){12}[0-9A-HJKMNP-TV-Z]{4}")
        .isNotEqualTo(Vectors.key().verifying().fingerprint());
  }

  /**
   * The blinding factor, which the secret key brings to light, is of the whole range each time: a
   * short or a repeated one would fit few ballots, and the algebra above would not notice.
   */
  @Test
  void factorsAreOfTheWholeRange() {
    BigInteger modulus = KEY.verifying().modulus();
    Set<BigInteger> seen = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      BlindedMessage asked = ask("the same message");
      Ballot ballot = asked.finish(KEY.blindSign(asked.blinded()));
      BigInteger encoded =
          new BigInteger(1, ballot.signature()).modPow(VerifyingKey.EXPONENT, modulus);
      BigInteger power =
          new BigInteger(1, asked.blinded()).multiply(encoded.modInverse(modulus)).mod(modulus);
      BigInteger factor = new BigInteger(1, KEY.blindSign(KEY.verifying().toBytes(power)));
      assertThat(factor.bitLength()).as("of 3,072; fewer once in 2^40").isGreaterThan(3_032);
      assertThat(seen.add(factor)).isTrue();
    }
  }

  /**
   * Half of the computation wrong, and the difference with the right signature shares one prime
   * with the modulus (Boneh, DeMillo and Lipton 1997). A key with one wrong exponent stands for the
   * fault.
   */
  @Test
  void aSignatureThatCameOutWrongIsNeverGiven() {
    SigningKey faulty = Vectors.faulty();
    byte[] blinded = BlindedMessage.blind(faulty.verifying(), utf8("x"), RANDOM).blinded();
    assertThatThrownBy(() -> faulty.blindSign(blinded)).isInstanceOf(IllegalStateException.class);
    assertThat(Vectors.key().blindSign(blinded)).as("without the fault").hasSize(512);
  }

  @Test
  void aMessageThatFitsNoBallotIsNotAskedFor() {
    assertThatThrownBy(() -> BlindedMessage.blind(KEY.verifying(), new byte[993], RANDOM))
        .hasMessageContaining("993 bytes; expected at most 992");
    BlindedMessage longest = BlindedMessage.blind(KEY.verifying(), new byte[992], RANDOM);
    assertThat(longest.finish(KEY.blindSign(longest.blinded())).message()).hasSize(1_024);
  }

  private static BlindedMessage ask(String message) {
    return BlindedMessage.blind(KEY.verifying(), utf8(message), RANDOM);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
