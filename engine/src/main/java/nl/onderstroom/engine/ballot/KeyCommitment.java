package nl.onderstroom.engine.ballot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The keys of a round, one a cohort, held fast before any is used: an issuer that gave one person a
 * key of her own would have to show it in this list. The root of a Merkle tree (RFC 6962, section
 * 2.1, SHA-256) fits on paper, and a proof of some hundreds of bytes shows that a key is in it.
 *
 * <p>A leaf is SHA-256 of 0, the cohort and its people as four bytes each (the highest first), the
 * SHA-256 of its unit's name in UTF-8, and the key in DER; a node is SHA-256 of 1 and the two
 * below. What is held fast is SHA-256 of 2, the round as eight bytes, its floor and the length of
 * the list as four bytes each, and the root. A proof shows that a key is in the list, not that a
 * cohort is there once: who signs for the list reads all of it, and makes this of what they read.
 *
 * <p>Immutable. Cost: O(keys) hashes for the root, which is kept, and for each proof; O(log keys)
 * to verify one.
 */
public final class KeyCommitment {
  static final int MOST_KEYS = 100_000;

  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};
  private static final byte[] LIST = {2};
  private static final byte[] NOTHING = {};

  private final Head head;
  private final List<Committed> keys;
  private final List<byte[]> leaves;
  private final byte[] root;

  /**
   * What holds for the whole list.
   *
   * @param round its number: a list of one round is no list of another
   * @param floor fewest people that answer together
   */
  public record Head(long round, int floor) {}

  /**
   * A key in the list.
   *
   * @param cohort its number in the round, not negative
   * @param people how many may have a ballot by it: a key for one person would show
   * @param unit the name of the unit it counts in, by which people find their own
   */
  public record Committed(int cohort, int people, String unit, VerifyingKey key) {}

  /**
   * @param keys in any order; the list is sorted by number of the cohort
   * @throws IllegalArgumentException if there are none, too many, or two share a key or a number
   */
  public KeyCommitment(Head head, List<Committed> keys) {
    if (keys.isEmpty() || keys.size() > MOST_KEYS) {
      throw new IllegalArgumentException(
          "%d keys; expected 1 to %d".formatted(keys.size(), MOST_KEYS));
    }
    if (keys.stream().map(Committed::key).distinct().count() < keys.size()
        || keys.stream().map(Committed::cohort).distinct().count() < keys.size()) {
      throw new IllegalArgumentException("two cohorts with one key; expected each its own");
    }
    this.head = head;
    this.keys = keys.stream().sorted(Comparator.comparingInt(Committed::cohort)).toList();
    if (this.keys.getFirst().cohort() < 0) {
      throw new IllegalArgumentException(
          "a cohort %d; expected no negative number".formatted(this.keys.getFirst().cohort()));
    }
    this.leaves = this.keys.stream().map(KeyCommitment::leaf).toList();
    this.root = root(leaves);
  }

  /** Of the Merkle tree, 32 bytes. */
  byte[] root() {
    return root.clone();
  }

  /** How many keys. */
  public int size() {
    return leaves.size();
  }

  /** 32 bytes: what the whole list is known by. Never changes for the same list. */
  public byte[] hash() {
    return hash(head, size(), root);
  }

  private static byte[] hash(Head head, int size, byte[] root) {
    return Fingerprint.hash(
        LIST,
        Fingerprint.number(head.round()),
        Fingerprint.number(head.floor()),
        Fingerprint.number(size),
        root);
  }

  /**
   * What people compare, on paper and on screen: {@link #hash} in 13 groups of four characters
   * (base 32 by Crockford).
   */
  public String fingerprint() {
    return Fingerprint.groups(hash());
  }

  /** The way from a key to the root: what shows that it is in the list. Immutable. */
  public static final class Proof {
    private final int place;
    private final List<byte[]> beside;

    /**
     * @param place of the cohort in the list, from 0
     * @param beside the hashes beside its way to the root, the lowest first
     */
    public Proof(int place, List<byte[]> beside) {
      this.place = place;
      this.beside = beside.stream().map(byte[]::clone).toList();
    }

    public int place() {
      return place;
    }

    public List<byte[]> beside() {
      return beside.stream().map(byte[]::clone).toList();
    }
  }

  /**
   * @throws IllegalArgumentException if there is no such cohort
   */
  public Proof proof(int cohort) {
    int place = keys.stream().map(Committed::cohort).toList().indexOf(cohort);
    if (place < 0) {
      throw new IllegalArgumentException("no cohort " + cohort + " in this round");
    }
    List<byte[]> beside = new ArrayList<>();
    path(place, leaves, beside);
    return new Proof(place, beside);
  }

  /**
   * Whether this key is in the list that is known by this hash. False for anything malformed.
   *
   * @param size of the list: part of what was committed to
   */
  public static boolean isCommitted(byte[] hash, Head head, int size, Committed key, Proof proof) {
    if (size < 1 || size > MOST_KEYS || proof.place() < 0 || proof.place() >= size) {
      return false;
    }
    byte[] root = climb(proof.place(), size, leaf(key), proof.beside);
    return root.length == Fingerprint.HASH
        && proof.beside.stream().allMatch(beside -> beside.length == Fingerprint.HASH)
        && MessageDigest.isEqual(hash(head, size, root), hash);
  }

  /** The root that the hashes lead to; empty if there are too many or too few. */
  private static byte[] climb(int place, int size, byte[] leaf, List<byte[]> beside) {
    if (size == 1) {
      return beside.isEmpty() ? leaf : NOTHING;
    }
    if (beside.isEmpty()) {
      return NOTHING;
    }
    int left = split(size);
    byte[] other = beside.getLast();
    List<byte[]> below = beside.subList(0, beside.size() - 1);
    byte[] own =
        place < left
            ? climb(place, left, leaf, below)
            : climb(place - left, size - left, leaf, below);
    if (own.length == 0) {
      return own;
    }
    return place < left ? Fingerprint.hash(NODE, own, other) : Fingerprint.hash(NODE, other, own);
  }

  private static void path(int place, List<byte[]> leaves, List<byte[]> beside) {
    if (leaves.size() == 1) {
      return;
    }
    int left = split(leaves.size());
    List<byte[]> first = leaves.subList(0, left);
    List<byte[]> second = leaves.subList(left, leaves.size());
    if (place < left) {
      path(place, first, beside);
      beside.add(root(second));
    } else {
      path(place - left, second, beside);
      beside.add(root(first));
    }
  }

  private static byte[] root(List<byte[]> leaves) {
    if (leaves.size() == 1) {
      return leaves.getFirst().clone();
    }
    int left = split(leaves.size());
    return Fingerprint.hash(
        NODE, root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
  }

  /** The largest power of two below {@code size}. */
  private static int split(int size) {
    return Integer.highestOneBit(size - 1);
  }

  private static byte[] leaf(Committed key) {
    return Fingerprint.hash(
        LEAF,
        Fingerprint.number(key.cohort()),
        Fingerprint.number(key.people()),
        Fingerprint.hash(key.unit().getBytes(StandardCharsets.UTF_8)),
        key.key().encoded());
  }
}
