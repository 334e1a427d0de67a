package nl.onderstroom.server.rounds;

import java.util.Optional;
import nl.onderstroom.server.database.NamelessDatabase;
import org.springframework.stereotype.Component;

/**
 * Who may answer, by the hash of a secret. Rooms that know people add entries; the answers' door
 * asks for them. When ballots are blind-signed, a verified signature takes the place of the look-up
 * and nothing else changes.
 */
@Component
public class Entries {
  private final NamelessDatabase database;

  Entries(NamelessDatabase database) {
    this.database = database;
  }

  /**
   * Adds an entry to a round that hands them out, in which nobody takes a step meanwhile.
   *
   * @return false, and nothing is added, when the round hands out none (any more)
   */
  public boolean add(RoundId round, int cohortNumber, EntryCode code) {
    int added =
        database
            .sql()
            .sql(
                """
                insert into entry (round_id, secret_hash, cohort_number)
                select id, :hash, :cohort from round
                where id = :round and state in ('ISSUING', 'OPEN') for share
                """)
            .param("round", round.value())
            .param("hash", code.hash())
            .param("cohort", cohortNumber)
            .update();
    return added == 1;
  }

  /** The cohort this code answers for. */
  public Optional<Integer> findCohort(RoundId round, EntryCode code) {
    return database
        .sql()
        .sql("select cohort_number from entry where round_id = :round and secret_hash = :hash")
        .param("round", round.value())
        .param("hash", code.hash())
        .query(Integer.class)
        .optional();
  }

  /**
   * Writes all entries anew, in random order and in one go, and drops the file they were in: what
   * PostgreSQL kept about when each was added is gone. Ends with the caller's transaction.
   */
  public void shuffle() {
    database.sql().sql("select shuffle_entries()").query((row, index) -> "").list();
  }

  /** Forgets the round's entries, once nobody can answer any more. */
  public void forget(RoundId round) {
    database
        .sql()
        .sql("delete from entry where round_id = :round")
        .param("round", round.value())
        .update();
  }
}
