package nl.onderstroom.server.rounds;

import java.util.List;
import java.util.Optional;
import nl.onderstroom.engine.ballot.KeyCommitment;
import nl.onderstroom.engine.ballot.VerifyingKey;

/**
 * The public keys of a round, one a cohort, in the order of their numbers; where worries are asked,
 * {@link Cohort#EVERYBODY} is the first. What people check: the list is the same for everybody, and
 * the works council countersigned it.
 *
 * @param signedFor the fingerprint of the list that the works council signed for; empty before
 */
public record KeyList(Round round, List<OfCohort> cohorts, String signedFor) {
  private static final int SHORT = 9;

  /**
   * @param opened whether this cohort answers: from the opening on, and only if enough of its
   *     people fetched a ballot
   * @param issued how many did, of a cohort that answers; else 0
   */
  public record OfCohort(
      int number, String unitName, int people, VerifyingKey key, boolean opened, int issued) {
    public boolean isEverybody() {
      return number == Cohort.EVERYBODY;
    }

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
        new KeyCommitment.Head(round.id().value(), round.floor()),
        cohorts.stream()
            .map(each ->
                new KeyCommitment.Committed(
                    each.number(), each.people(), each.unitName(), each.key()))
            .toList());
  }

  /** Whether the works council signed for this list; no ballot is signed before. */
  public boolean countersigned() {
    return signedFor.equals(fingerprint());
  }

  /** Whether it signed for another, which should never be: then nothing is done by this one. */
  public boolean isAnother() {
    return !signedFor.isEmpty() && !countersigned();
  }

  /** What the list is held fast by, as people compare it: thirteen groups of four. */
  public String fingerprint() {
    return commitment().fingerprint();
  }

  public Optional<OfCohort> find(int number) {
    return cohorts.stream().filter(each -> each.number() == number).findFirst();
  }

  /** Those that answer questions. */
  public List<OfCohort> groups() {
    return cohorts.stream().filter(each -> !each.isEverybody()).toList();
  }

  /** How many people the smallest group has. */
  public int smallest() {
    return groups().stream().mapToInt(OfCohort::people).min().orElseThrow();
  }
}
