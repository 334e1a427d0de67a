package nl.onderstroom.server.ballots;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.onderstroom.engine.ballot.SigningKey;
import nl.onderstroom.server.database.PeopleDatabase;
import nl.onderstroom.server.database.PrivateFile;
import nl.onderstroom.server.database.SealingKey;
import nl.onderstroom.server.rounds.RoundId;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The secret halves of the keys of a round, from when they are made until the round opens. They are
 * sealed by a key in a file of the data folder, so that neither the database nor its log and
 * backups hold any; without that file there are none.
 */
@Component
class SigningKeys {
  private static final String DATA = "onderstroom.data";

  private final PeopleDatabase database;
  private final Path folder;

  SigningKeys(PeopleDatabase database, Environment environment) {
    this.database = database;
    this.folder = Path.of(environment.getProperty(DATA, "data")).resolve("keys");
  }

  /** Keeps the keys of a round, all or none, in place of any whose file was lost. */
  void keep(RoundId round, Map<Integer, SigningKey> keys) {
    destroyRows(round);
    var sorted = new TreeMap<>(keys);
    SealingKey seal = seal(round);
    database
        .sql()
        .sql(
            """
            insert into signing_key (round_id, cohort_number, sealed_key)
            select :round, number, key from unnest(:numbers::integer[], :keys::bytea[])
              as made (number, key)
            """)
        .param("round", round.value())
        .param("numbers", sorted.keySet().toArray(Integer[]::new))
        .param(
            "keys",
            sorted.entrySet().stream()
                .map(each -> seal.seal(each.getKey(), each.getValue().encoded()))
                .toArray(byte[][]::new))
        .update();
  }

  /** Those that are kept, by number of the cohort; none before they are made and after opening. */
  Map<Integer, SigningKey> list(RoundId round) {
    Map<Integer, SigningKey> keys = new TreeMap<>();
    if (isSealed(round)) {
      SealingKey seal = seal(round);
      database
          .sql()
          .sql("select cohort_number, sealed_key from signing_key where round_id = :round")
          .param("round", round.value())
          .query(row -> {
            int cohort = row.getInt("cohort_number");
            seal.open(cohort, row.getBytes("sealed_key"))
                .ifPresent(key -> keys.put(cohort, SigningKey.of(key)));
          });
    }
    return keys;
  }

  Optional<SigningKey> find(RoundId round, int cohortNumber) {
    return isSealed(round)
        ? database
            .sql()
            .sql(
                """
                select sealed_key from signing_key
                where round_id = :round and cohort_number = :cohort
                """)
            .param("round", round.value())
            .param("cohort", cohortNumber)
            .query((row, index) -> row.getBytes("sealed_key"))
            .optional()
            .flatMap(sealed -> seal(round).open(cohortNumber, sealed))
            .map(SigningKey::of)
        : Optional.empty();
  }

  /**
   * Destroys the round's keys: first the file that opens them, so that every copy of what is in the
   * database is noise, then what is there, with the file it was in, when the caller's transaction
   * ends.
   *
   * @return how many there were
   */
  long destroy(RoundId round) {
    try {
      PrivateFile.destroy(file(round));
    } catch (IOException undestroyed) {
      throw new UncheckedIOException(undestroyed);
    }
    return destroyRows(round);
  }

  private boolean isSealed(RoundId round) {
    return Files.exists(file(round));
  }

  private SealingKey seal(RoundId round) {
    try {
      PrivateFile.keepFolder(folder);
      return SealingKey.of(file(round));
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  private Path file(RoundId round) {
    return folder.resolve("round-%s.key".formatted(round));
  }

  private long destroyRows(RoundId round) {
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
