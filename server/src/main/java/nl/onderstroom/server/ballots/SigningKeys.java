package nl.onderstroom.server.ballots;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.onderstroom.engine.ballot.SigningKey;
import nl.onderstroom.server.database.PeopleDatabase;
import nl.onderstroom.server.rounds.RoundId;
import org.springframework.stereotype.Component;

/** The secret halves of the keys of a round, from when they are made until the round opens. */
@Component
class SigningKeys {
  private final PeopleDatabase database;

  SigningKeys(PeopleDatabase database) {
    this.database = database;
  }

  /** Keeps the keys of a round, all or none. */
  void keep(RoundId round, Map<Integer, SigningKey> keys) {
    var sorted = new TreeMap<>(keys);
    database
        .sql()
        .sql(
            """
            insert into signing_key (round_id, cohort_number, private_key)
            select :round, number, key from unnest(:numbers::integer[], :keys::bytea[])
              as made (number, key)
            """)
        .param("round", round.value())
        .param("numbers", sorted.keySet().toArray(Integer[]::new))
        .param("keys", sorted.values().stream().map(SigningKey::encoded).toArray(byte[][]::new))
        .update();
  }

  /** Those that are kept, by number of the cohort; none before they are made and after opening. */
  Map<Integer, SigningKey> list(RoundId round) {
    Map<Integer, SigningKey> keys = new TreeMap<>();
    database
        .sql()
        .sql("select cohort_number, private_key from signing_key where round_id = :round")
        .param("round", round.value())
        .query(row -> {
          keys.put(row.getInt("cohort_number"), SigningKey.of(row.getBytes("private_key")));
        });
    return keys;
  }

  Optional<SigningKey> find(RoundId round, int cohortNumber) {
    return database
        .sql()
        .sql(
            """
            select private_key from signing_key
            where round_id = :round and cohort_number = :cohort
            """)
        .param("round", round.value())
        .param("cohort", cohortNumber)
        .query((row, index) -> SigningKey.of(row.getBytes("private_key")))
        .optional();
  }

  /**
   * Destroys the round's keys, with the file they were in. Ends with the caller's transaction.
   *
   * @return how many there were
   */
  long destroy(RoundId round) {
    return database
        .sql()
        .sql("select destroy_signing_keys(:round)")
        .param("round", round.value())
        .query(Long.class)
        .single();
  }

  /**
   * Does what has to be done by one at a time of all that concern the round's keys; while it lasts,
   * nobody signs with them. In the caller's transaction.
   */
  void holdAlone(RoundId round) {
    hold("pg_advisory_xact_lock", round);
  }

  /** The keys stay as they are until the caller's transaction ends; others may hold them too. */
  void hold(RoundId round) {
    hold("pg_advisory_xact_lock_shared", round);
  }

  private void hold(String lock, RoundId round) {
    database
        .sql()
        .sql("select %s(hashtextextended('keys', :round))".formatted(lock))
        .param("round", round.value())
        .query((row, index) -> "")
        .list();
  }
}
