package nl.onderstroom.server.rounds;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.onderstroom.engine.ballot.VerifyingKey;
import nl.onderstroom.server.database.NamelessDatabase;
import nl.onderstroom.server.shell.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * By which key ballots of a cohort are known. Rooms that know people publish the list once and say
 * which cohorts open; the answers' door asks for a key.
 */
@Component
public class CohortKeys {
  private final NamelessDatabase database;
  private final Rounds rounds;

  CohortKeys(NamelessDatabase database, Rounds rounds) {
    this.database = database;
    this.rounds = rounds;
  }

  /**
   * Publishes the keys of a round, once and for good.
   *
   * @param keys per number of a cohort; of {@link Rounds#listKeyed}
   * @throws IllegalArgumentException if these are not the round's
   */
  public void publish(RoundId round, Map<Integer, VerifyingKey> keys) {
    List<Integer> cohorts = rounds.listKeyed(round);
    if (cohorts.size() != keys.size() || !keys.keySet().containsAll(cohorts)) {
      throw new IllegalArgumentException(
          "keys of %d cohorts; expected one of each of the %d of round %s"
              .formatted(keys.size(), cohorts.size(), round));
    }
    database
        .sql()
        .sql(
            """
            insert into cohort_key (round_id, cohort_number, public_key)
            select :round, number, key from unnest(:numbers::integer[], :keys::bytea[])
              as made (number, key)
            """)
        .param("round", round.value())
        .param("numbers", cohorts.toArray(Integer[]::new))
        .param(
            "keys",
            keys.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getValue().encoded())
                .toArray(byte[][]::new))
        .update();
  }

  /** The list, once it is published. */
  public Optional<KeyList> find(RoundId round) {
    List<KeyList.OfCohort> cohorts =
        database
            .sql()
            .sql(
                """
                select number, name, cohort.people, public_key, opened, issued from cohort_key
                join cohort on cohort.round_id = cohort_key.round_id and number = cohort_number
                join round_unit on round_unit.round_id = cohort.round_id and code = unit_code
                where cohort_key.round_id = :round order by number
                """)
            .param("round", round.value())
            .query((row, index) ->
                new KeyList.OfCohort(
                    row.getInt("number"),
                    row.getString("name"),
                    row.getInt("people"),
                    VerifyingKey.of(row.getBytes("public_key")),
                    row.getBoolean("opened"),
                    row.getInt("issued")))
            .list();
    return cohorts.isEmpty()
        ? Optional.empty()
        : Optional.of(new KeyList(rounds.get(round), cohorts, findSignedFor(round).orElse("")));
  }

  /** The key of a cohort that answers. */
  public Optional<VerifyingKey> findOpened(RoundId round, int cohortNumber) {
    return database
        .sql()
        .sql(
            """
            select public_key from cohort_key
            join cohort on cohort.round_id = cohort_key.round_id and number = cohort_number
            where cohort_key.round_id = :round and cohort_number = :cohort and opened
            """)
        .param("round", round.value())
        .param("cohort", cohortNumber)
        .query((row, index) -> VerifyingKey.of(row.getBytes("public_key")))
        .optional();
  }

  /** Whether the works council signed; that it was for this list, {@link KeyList} says. */
  public boolean isCountersigned(RoundId round) {
    return findSignedFor(round).isPresent();
  }

  private Optional<String> findSignedFor(RoundId round) {
    return database
        .sql()
        .sql(
            """
            select countersigned_fingerprint from round
            where id = :round and countersigned_fingerprint is not null
            """)
        .param("round", round.value())
        .query(String.class)
        .optional();
  }

  /**
   * The works council holds the list fast that has this fingerprint; from now on ballots are
   * signed.
   *
   * @throws Refusal 409 when there is no list yet, it is another, or it was done already
   */
  public void countersign(RoundId round, String fingerprint) {
    requireList(round, fingerprint);
    int signed =
        database
            .sql()
            .sql(
                """
                update round set countersigned_fingerprint = :fingerprint
                where id = :round and countersigned_fingerprint is null
                """)
            .param("fingerprint", fingerprint)
            .param("round", round.value())
            .update();
    if (signed == 0) {
      throw new Refusal(HttpStatus.CONFLICT, "rounds.keys.not-to-countersign");
    }
  }

  /**
   * @throws Refusal 409 when the list is not the one that has this fingerprint, or there is none
   */
  public void requireList(RoundId round, String fingerprint) {
    if (find(round).filter(list -> list.fingerprint().equals(fingerprint)).isEmpty()) {
      throw new Refusal(HttpStatus.CONFLICT, "rounds.keys.other-list");
    }
  }

  /** Of these cohorts more ballots came in than there were; in the caller's transaction. */
  public void markSurplus(RoundId round, Set<Integer> cohorts) {
    database
        .sql()
        .sql("update cohort set surplus = true where round_id = :round and number = any(:cohorts)")
        .param("round", round.value())
        .param("cohorts", cohorts.toArray(Integer[]::new))
        .update();
  }

  /** The names of the units in which those cohorts count. */
  List<String> listSurplus(RoundId round) {
    return database
        .sql()
        .sql(
            """
            select distinct name from cohort
            join round_unit on round_unit.round_id = cohort.round_id and code = unit_code
            where cohort.round_id = :round and surplus order by name
            """)
        .param("round", round.value())
        .query((row, index) -> row.getString("name"))
        .list();
  }

  /**
   * Lets these cohorts answer, in the caller's transaction; the others never will.
   *
   * @param issued number of the cohort → how many ballots it has
   */
  public void open(RoundId round, Map<Integer, Integer> issued) {
    database
        .sql()
        .sql(
            """
            update cohort set opened = true, issued = ballots
            from unnest(:cohorts::integer[], :issued::integer[]) as opening (cohort, ballots)
            where round_id = :round and number = cohort
            """)
        .param("round", round.value())
        .param("cohorts", issued.keySet().toArray(Integer[]::new))
        .param("issued", issued.values().toArray(Integer[]::new))
        .update();
  }
}
