package nl.onderstroom.server.rounds;

import java.util.List;
import java.util.Optional;
import nl.onderstroom.engine.ballot.KeyCommitment;
import nl.onderstroom.engine.ballot.VerifyingKey;

/**
 * The public keys of a round, one a cohort, in the order of their numbers. What people check: the
 * list is the same for everybody, and the works council countersigned it.
 *
 * @param countersigned whether the works council did; no ballot is signed before
 */
public record KeyList(RoundId round, List<OfCohort> cohorts, boolean countersigned) {
  private static final int SHORT = 9;

  /**
   * @param opened whether this cohort answers: from the opening on, and only if enough of its
   *     people fetched a ballot
   */
  public record OfCohort(
      int number, String unitName, int people, VerifyingKey key, boolean opened) {
    /** The first two groups of what the key is known by: enough to find it, not to be sure. */
    public String shortFingerprint() {
      return key.fingerprint().substring(0, SHORT);
    }
  }

  public KeyList {
    cohorts = List.copyOf(cohorts);
  }

  /** What the list is held fast by. */
  public KeyCommitment commitment() {
    return new KeyCommitment(
        cohorts.stream()
            .map(each -> new KeyCommitment.Committed(each.number(), each.people(), each.key()))
            .toList());
  }

  /** What the list is held fast by, as people compare it: thirteen groups of four. */
  public String fingerprint() {
    return commitment().fingerprint();
  }

  public Optional<OfCohort> find(int number) {
    return cohorts.stream().filter(each -> each.number() == number).findFirst();
  }

  /** How many people the smallest group has. */
  public int smallest() {
    return cohorts.stream().mapToInt(OfCohort::people).min().orElseThrow();
  }
}
