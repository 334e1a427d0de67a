package nl.onderstroom.server.answers;

import java.util.Map;
import java.util.Optional;
import nl.onderstroom.engine.ballot.Ballot;
import nl.onderstroom.engine.ballot.VerifyingKey;
import nl.onderstroom.server.rounds.Cohort;
import nl.onderstroom.server.rounds.Questionnaire;

/**
 * A round that takes answers, and what does not change while it does.
 *
 * @param keys of the cohorts that answer, and of everybody if worries are taken
 * @param answers what comes from cohorts
 * @param worries what comes from everybody; empty if too few people have a ballot for it
 */
record OpenRound(
    Questionnaire questionnaire,
    Map<Integer, VerifyingKey> keys,
    BallotBox answers,
    Optional<BallotBox> worries) {
  OpenRound {
    keys = Map.copyOf(keys);
  }

  /** Where things with such a ballot go; for one that is known. */
  BallotBox box(int cohort) {
    return cohort == Cohort.EVERYBODY ? worries.orElseThrow() : answers;
  }

  /** Whether this is a ballot of the cohort; it takes as long when there is no such cohort. */
  boolean knows(int cohort, Ballot ballot) {
    Optional<VerifyingKey> any = keys.values().stream().findFirst();
    return any.isPresent()
        && keys.getOrDefault(cohort, any.get()).verify(ballot)
        && keys.containsKey(cohort);
  }
}
