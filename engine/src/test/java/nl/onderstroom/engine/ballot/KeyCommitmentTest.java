package nl.onderstroom.engine.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An issuer cannot give one person a key of her own without showing it to everybody. */
class KeyCommitmentTest {
  private static final KeyCommitment.Head HEAD = new KeyCommitment.Head(7, 7);

  @Test
  void eachKeyOfTheListIsProvenAndNoOther() {
    Random random = new Random(7);
    for (int size = 1; size <= 40; size++) {
      Map<Integer, VerifyingKey> keys = keys(size, random);
      KeyCommitment commitment = commitment(keys);
      byte[] hash = commitment.hash();
      VerifyingKey personal = key(random);
      for (Map.Entry<Integer, VerifyingKey> entry : keys.entrySet()) {
        int cohort = entry.getKey();
        KeyCommitment.Proof proof = commitment.proof(cohort);
        assertThat(isCommitted(hash, size, cohort, entry.getValue(), proof)).isTrue();
        assertThat(isCommitted(hash, size, cohort, personal, proof))
            .as("a key of her own")
            .isFalse();
        assertThat(isCommitted(hash, size, cohort + 1, entry.getValue(), proof))
            .as("the key of another cohort")
            .isFalse();
        assertThat(isCommitted(hash, size + 1, cohort, entry.getValue(), proof))
            .as("a list of another length, %d of %d", proof.place(), size)
            .isFalse();
      }
    }
  }

  @Test
  void aListOfAnotherRoundOrWithAnotherFloorIsAnotherList() {
    Map<Integer, VerifyingKey> keys = keys(6, new Random(9));
    KeyCommitment commitment = commitment(keys);
    int cohort = keys.keySet().iterator().next();
    KeyCommitment.Committed key = committed(cohort, keys.values().iterator().next());
    KeyCommitment.Proof proof = commitment.proof(cohort);
    for (var head : List.of(new KeyCommitment.Head(8, 7), new KeyCommitment.Head(7, 5))) {
      assertThat(KeyCommitment.isCommitted(commitment.hash(), head, 6, key, proof)).isFalse();
    }
  }

  @Test
  void theOrderInWhichKeysWereMadeDoesNotMatter() {
    Map<Integer, VerifyingKey> keys = keys(9, new Random(1));
    Map<Integer, VerifyingKey> turned = new LinkedHashMap<>();
    new ArrayList<>(keys.keySet())
        .reversed()
        .forEach(cohort -> turned.put(cohort, keys.getOrDefault(cohort, key(new Random(2)))));
    assertThat(commitment(turned).root()).isEqualTo(commitment(keys).root());
  }

  @Test
  void aProofThatIsBrokenProvesNothing() {
    Map<Integer, VerifyingKey> keys = keys(6, new Random(3));
    KeyCommitment commitment = commitment(keys);
    int cohort = keys.keySet().iterator().next();
    VerifyingKey key = keys.values().iterator().next();
    KeyCommitment.Proof proof = commitment.proof(cohort);
    List<byte[]> shorter = proof.beside().subList(0, proof.beside().size() - 1);
    List<byte[]> longer = new ArrayList<>(proof.beside());
    longer.add(new byte[32]);
    List<byte[]> odd = new ArrayList<>(proof.beside());
    odd.set(0, new byte[31]);
    byte[] hash = commitment.hash();
    for (List<byte[]> beside : List.of(shorter, longer, odd, List.<byte[]>of())) {
      assertThat(isCommitted(hash, 6, cohort, key, new KeyCommitment.Proof(proof.place(), beside)))
          .isFalse();
    }
    for (int place : new int[] {-1, 1, 6}) {
      assertThat(isCommitted(hash, 6, cohort, key, new KeyCommitment.Proof(place, proof.beside())))
          .isFalse();
    }
    assertThat(isCommitted(new byte[32], 6, cohort, key, proof)).isFalse();
    assertThat(
            isCommitted(
                new byte[0], 6, cohort, key, new KeyCommitment.Proof(proof.place(), shorter)))
        .as("nothing proves nothing")
        .isFalse();
  }

  @Test
  void whoseGroupIsSaidToBeLargerOrAnotherIsNotInTheList() {
    Map<Integer, VerifyingKey> keys = keys(6, new Random(8));
    KeyCommitment commitment = commitment(keys);
    int cohort = keys.keySet().iterator().next();
    KeyCommitment.Committed alone =
        new KeyCommitment.Committed(cohort, 1, "Kade", keys.values().iterator().next());
    KeyCommitment.Committed elsewhere =
        new KeyCommitment.Committed(
            cohort, cohort + 7, "Werkplaats", keys.values().iterator().next());
    for (var other : List.of(alone, elsewhere)) {
      assertThat(
              KeyCommitment.isCommitted(
                  commitment.hash(), HEAD, 6, other, commitment.proof(cohort)))
          .isFalse();
    }
  }

  /** By hand: SHA-256 of 0, the number, how many people, the unit, the key; of 1 and both below. */
  @Test
  void theRootIsThatOfRfc6962() throws Exception {
    Random random = new Random(4);
    VerifyingKey first = key(random);
    VerifyingKey second = key(random);
    VerifyingKey third = key(random);
    byte[] unit = sha256("Kade".getBytes(StandardCharsets.UTF_8));
    byte[] one = sha256(hex("00000000070000000e"), unit, first.encoded());
    byte[] two = sha256(hex("000000010000000107"), unit, second.encoded());
    byte[] three = sha256(hex("007fffffff00000006"), unit, third.encoded());
    assertThat(commitment(Map.of(7, first)).root()).isEqualTo(one);
    assertThat(commitment(Map.of(256, second, Integer.MAX_VALUE, third, 7, first)).root())
        .isEqualTo(sha256(hex("01"), sha256(hex("01"), one, two), three));
  }

  /** By hand: SHA-256 of 2, the round, the floor, how many keys, and the root. */
  @Test
  void theFingerprintIsOfEverythingThatHoldsForTheList() throws Exception {
    Map<Integer, VerifyingKey> keys = keys(3, new Random(6));
    KeyCommitment commitment = commitment(keys);
    assertThat(commitment.hash())
        .isEqualTo(
            sha256(hex("02" + "0000000000000007" + "00000007" + "00000003"), commitment.root()));
    assertThat(commitment.fingerprint()).isEqualTo(Fingerprint.groups(commitment.hash()));
  }

  /** Made outside of this project, with Python's hashlib. */
  @Test
  void howAFingerprintIsWrittenStaysAsItIs() {
    byte[] root = new byte[32];
    for (int i = 0; i < 32; i++) {
      root[i] = (byte) i;
    }
    assertThat(Fingerprint.groups(Fingerprint.hash(new byte[] {2}, Fingerprint.number(3), root)))
        .isEqualTo("7YZF H227 MMDN TRSV W7TT HE9C RERR 2SWD GCJR 7VFK P50J 3MZ9 TT6G");
  }

  private static KeyCommitment commitment(Map<Integer, VerifyingKey> keys) {
    return new KeyCommitment(
        HEAD,
        keys.entrySet().stream().map(each -> committed(each.getKey(), each.getValue())).toList());
  }

  private static boolean isCommitted(
      byte[] hash, int size, int cohort, VerifyingKey key, KeyCommitment.Proof proof) {
    return KeyCommitment.isCommitted(hash, HEAD, size, committed(cohort, key), proof);
  }

  private static KeyCommitment.Committed committed(int cohort, VerifyingKey key) {
    return new KeyCommitment.Committed(
        cohort, cohort == Integer.MAX_VALUE ? 6 : cohort + 7, "Kade", key);
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  private static byte[] sha256(byte[]... parts) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  @Test
  void twoCohortsNeverShareAKey() {
    VerifyingKey key = key(new Random(5));
    assertThatThrownBy(() -> commitment(Map.of(1, key, 2, key)))
        .hasMessageContaining("each its own");
    assertThatThrownBy(() -> commitment(Map.of())).hasMessageContaining("0 keys");
    assertThatThrownBy(() -> commitment(Map.of(1, key)).proof(2))
        .hasMessageContaining("no cohort 2");
    assertThatThrownBy(() -> commitment(Map.of(-1, key))).hasMessageContaining("cohort -1");
  }

  private static Map<Integer, VerifyingKey> keys(int size, Random random) {
    Map<Integer, VerifyingKey> keys = new LinkedHashMap<>();
    while (keys.size() < size) {
      // Far apart, so that no number of another cohort is one more.
      keys.put(2 * random.nextInt(100_000), key(random));
    }
    return keys;
  }

  /** No key anybody can sign with: a number of the right size. */
  private static VerifyingKey key(Random random) {
    return VerifyingKey.of(new BigInteger(3_072, random).setBit(3_071).setBit(0));
  }
}
