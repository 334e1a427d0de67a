package nl.onderstroom.server.answers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.stream.IntStream;
import nl.onderstroom.engine.ballot.Ballot;
import nl.onderstroom.engine.ballot.BlindedMessage;
import nl.onderstroom.engine.ballot.KeyCommitment;
import nl.onderstroom.engine.ballot.RecoveryCode;
import nl.onderstroom.engine.ballot.SigningKey;
import nl.onderstroom.engine.ballot.VerifyingKey;
import nl.onderstroom.engine.ballot.Wallet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The wallet's arithmetic in a browser, beside its twin in the engine. */
@Tag("browser")
class WalletTest {
  private static final long SEED = 9474;
  private static final Path VECTORS =
      Path.of("../engine/src/test/resources/nl/onderstroom/engine/ballot/rfc9474.properties");
  private static final String VARIANT = "RSABSSA-SHA384-PSS-Randomized";

  private static WalletInBrowser browser;

  @BeforeAll
  static void open() {
    browser = new WalletInBrowser();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @ParameterizedTest
  @CsvSource({"2048, 1000", "3072, 20"})
  void aBrowserMakesTheSameBallotAsTheTwinByteForByte(int bits, int times) {
    SigningKey issuer = SigningKey.generate(bits);
    VerifyingKey key = issuer.verifying();
    List<byte[]> seeds = seeds(times);
    List<String> blinded = blind(key, seeds);
    List<byte[]> signed = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      BlindedMessage twin = new Wallet(seeds.get(i)).blind(7, key);
      assertThat(blinded.get(i)).isEqualTo(WalletInBrowser.text(twin.blinded()));
      signed.add(issuer.blindSign(WalletInBrowser.bytes(blinded.get(i))));
      Ballot ballot = twin.finish(signed.getLast());
      expected.add(WalletInBrowser.text(ballot.message()));
      expected.add(WalletInBrowser.text(ballot.signature()));
    }
    List<String> made = finish(key, seeds, signed);
    assertThat(made).isEqualTo(expected);
    for (int i = 0; i < times; i++) {
      Ballot ballot =
          new Ballot(
              WalletInBrowser.bytes(made.get(2 * i)), WalletInBrowser.bytes(made.get(2 * i + 1)));
      assertThat(key.verify(ballot)).isTrue();
    }
  }

  @Test
  void theTestVectorOfTheStandardComesOut() throws IOException {
    var vectors = new Properties();
    try (Reader reader = Files.newBufferedReader(VECTORS)) {
      vectors.load(reader);
    }
    VerifyingKey key = VerifyingKey.of(new BigInteger(vectors.getProperty("n"), 16));
    List<String> made =
        browser.run(
            """
            async ({ spki, prepared, salt, inverse, signed }) => {
              const key = await blinds.readKey(bytes.fromBase64(spki));
              const made = await blinds.blindWith(
                key,
                bytes.fromBase64(prepared),
                bytes.fromBase64(salt),
                bytes.toNumber(bytes.fromBase64(inverse)));
              const ballot = await made.finish(bytes.fromBase64(signed));
              return [bytes.hex(made.blinded), bytes.hex(ballot.signature)];
            }
            """,
            Map.of(
                "spki",
                WalletInBrowser.text(key.encoded()),
                "prepared",
                vector(vectors, "prepared_msg"),
                "salt",
                vector(vectors, "salt"),
                "inverse",
                WalletInBrowser.text(
                    new BigInteger(requireNonNull(vectors.getProperty(VARIANT + ".inv")), 16)
                        .modInverse(new BigInteger(vectors.getProperty("n"), 16))
                        .toByteArray()),
                "signed",
                vector(vectors, "blind_sig")));
    assertThat(made)
        .containsExactly(
            vectors.getProperty(VARIANT + ".blinded_msg"), vectors.getProperty(VARIANT + ".sig"));
  }

  private static String vector(Properties vectors, String name) {
    String value = requireNonNull(vectors.getProperty(VARIANT + "." + name), name);
    return WalletInBrowser.text(HexFormat.of().parseHex(value));
  }

  @Test
  void aSignatureOfSomethingElseMakesNoBallot() {
    SigningKey issuer = SigningKey.generate(2_048);
    List<byte[]> seeds = seeds(2);
    List<String> blinded = blind(issuer.verifying(), seeds);
    byte[] ofTheOther = issuer.blindSign(WalletInBrowser.bytes(blinded.get(1)));
    byte[] truncated = Arrays.copyOf(ofTheOther, 200);
    assertThat(finish(issuer.verifying(), List.of(seeds.getFirst()), List.of(ofTheOther)))
        .containsExactly("none");
    assertThat(finish(issuer.verifying(), List.of(seeds.getFirst()), List.of(truncated)))
        .containsExactly("none");
  }

  @Test
  void aRecoveryCodeReadsTheSameHereAndThereAndAWrongLetterIsNoticed() {
    List<byte[]> seeds = seeds(100);
    List<String> codes =
        browser.run(
            "all => Promise.all(all.seeds.map(each => seeds.writeCode(bytes.fromBase64(each))))",
            Map.of("seeds", WalletInBrowser.texts(seeds)));
    assertThat(codes).isEqualTo(seeds.stream().map(RecoveryCode::write).toList());
    List<String> typed =
        codes.stream().map(code -> code.toUpperCase(Locale.ROOT).replace(' ', '-')).toList();
    assertThat(read(typed)).isEqualTo(WalletInBrowser.texts(seeds));
    List<String> wrong =
        codes.stream().map(code -> (code.startsWith("b") ? "d" : "b") + code.substring(1)).toList();
    assertThat(read(wrong)).containsOnly("none");
    assertThat(read(List.of("", "lusab", codes.getFirst() + " lusab"))).containsOnly("none");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 8, 13})
  void theRootAndTheProofsOfAListAreThoseOfTheTwin(int size) {
    SigningKey issuer = SigningKey.generate(2_048);
    BigInteger modulus = new BigInteger(1, modulus(issuer.verifying()));
    // Any odd numbers of the right length will do for a list.
    List<KeyCommitment.Committed> list =
        IntStream.rangeClosed(1, size)
            .mapToObj(cohort ->
                new KeyCommitment.Committed(
                    3 * cohort,
                    7 + cohort,
                    "Kade én rivier",
                    VerifyingKey.of(
                        modulus.add(BigInteger.TWO.multiply(BigInteger.valueOf(cohort))))))
            .toList();
    var commitment = new KeyCommitment(new KeyCommitment.Head(1L << 40, 7), list);
    List<String> reached =
        browser.run(
            """
            async ({ fingerprint, keys: listed }) => {
              const round = 2 ** 40;
              const list = { round, name: 'x', floor: 7, state: 'ISSUING', countersigned: true, fingerprint, keys: listed };
              globalThis.fetch = async () => new Response(JSON.stringify(list));
              const found = await keys.fetchKeys(round, '');
              const places = [...found.leaves.keys()];
              return Promise.all(places.map(async place => {
                const beside = await keys.proofOf(found.leaves, place);
                const own = found.leaves[place];
                const root = await keys.climb(place, places.length, own, beside);
                return bytes.hex(await keys.hashOf(found, root));
              }));
            }
            """,
            Map.of(
                "fingerprint",
                commitment.fingerprint(),
                "keys",
                list.stream()
                    .map(each ->
                        Map.of(
                            "cohort",
                            each.cohort(),
                            "people",
                            each.people(),
                            "unit",
                            each.unit(),
                            "key",
                            Base64.getEncoder().encodeToString(each.key().encoded())))
                    .toList()));
    assertThat(reached).hasSize(size).containsOnly(HexFormat.of().formatHex(commitment.hash()));
  }

  /** The modulus stands near the end of a SubjectPublicKeyInfo, before an exponent of 5 bytes. */
  private static byte[] modulus(VerifyingKey key) {
    byte[] encoded = key.encoded();
    int end = encoded.length - 5;
    return Arrays.copyOfRange(encoded, end - key.bytes(), end);
  }

  private static List<byte[]> seeds(int times) {
    var random = new Random(SEED);
    return IntStream.range(0, times)
        .mapToObj(i -> {
          byte[] seed = new byte[Wallet.SEED];
          random.nextBytes(seed);
          return seed;
        })
        .toList();
  }

  private static List<String> blind(VerifyingKey key, List<byte[]> seeds) {
    return browser.run(
        """
        async ({ spki, seeds: all }) => {
          const key = await blinds.readKey(bytes.fromBase64(spki));
          const made = all.map(each => blinds.blind(bytes.fromBase64(each), 7, key));
          return (await Promise.all(made)).map(each => bytes.toBase64Url(each.blinded));
        }
        """,
        Map.of("spki", WalletInBrowser.text(key.encoded()), "seeds", WalletInBrowser.texts(seeds)));
  }

  /** Message and signature of each, one after the other; "none" for one that was refused. */
  private static List<String> finish(
      VerifyingKey key, List<byte[]> seeds, List<byte[]> signatures) {
    return browser.run(
        """
        async ({ spki, seeds: all, signed }) => {
          const key = await blinds.readKey(bytes.fromBase64(spki));
          const made = await Promise.all(all.map(async (each, at) => {
            const blinded = await blinds.blind(bytes.fromBase64(each), 7, key);
            return blinded.finish(bytes.fromBase64(signed[at]));
          }));
          return made.flatMap(each =>
            each ? [each.message, each.signature].map(bytes.toBase64Url) : ['none']);
        }
        """,
        Map.of(
            "spki",
            WalletInBrowser.text(key.encoded()),
            "seeds",
            WalletInBrowser.texts(seeds),
            "signed",
            WalletInBrowser.texts(signatures)));
  }

  private static List<String> read(List<String> typed) {
    return browser.run(
        """
        ({ typed }) => Promise.all(typed.map(async each => {
          const seed = await seeds.readCode(each);
          return seed ? bytes.toBase64Url(seed) : 'none';
        }))
        """,
        Map.of("typed", typed));
  }
}
